import { queryOptions } from "@tanstack/react-query";
import * as sdk from "./generated/operations/templates.gen";
import { answer } from "./http";

export type { TemplateSummary as Template } from "./generated/types.gen";

export const templatesQuery = queryOptions({
  queryKey: ["templates"],
  queryFn: ({ signal }) => answer(sdk.listTemplates({ signal })).then(({ items }) => items),
  staleTime: Infinity,
});

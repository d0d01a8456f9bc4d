import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as sdk from "./generated/operations/sources.gen";
import type { SourceMapping } from "./generated/types.gen";
import { answer } from "./http";

/** What the last items that came would become under a mapping; null is the one that the source has. */
export const previewQuery = (sourceId: string, mapping: SourceMapping | null) =>
  queryOptions({
    queryKey: ["source", sourceId, "preview", mapping],
    queryFn: async ({ signal }) =>
      (await answer(sdk.previewMapping({ path: { source_id: sourceId }, body: { mapping }, signal }))).items,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });

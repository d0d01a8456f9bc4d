import { queryOptions } from "@tanstack/react-query";
import * as sdk from "./generated/operations/sources.gen";
import { answer } from "./http";
import { listAll } from "./pages";

export type {
  Condition,
  CustomerIdAt,
  MappingRule,
  MoneyAt,
  NewSource,
  PreviewedItem,
  ScoreAt,
  Source,
  SourceFormat,
  SourceMapping,
  SourceUpdate,
} from "./generated/types.gen";

const freshMs = 10_000;

/** What kinds of requests a source can send. They change with a release only. */
export const sourceFormatsQuery = queryOptions({
  queryKey: ["source-formats"],
  queryFn: async ({ signal }) => (await answer(sdk.listSourceFormats({ signal }))).items,
  staleTime: Infinity,
});

export const sourcesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "sources"],
    queryFn: ({ signal }) =>
      listAll((query) => sdk.listSources({ path: { workspace_id: workspaceId }, query, signal })),
    refetchInterval: freshMs,
  });

export const sourceQuery = (sourceId: string) =>
  queryOptions({
    queryKey: ["source", sourceId],
    queryFn: ({ signal }) => answer(sdk.getSource({ path: { source_id: sourceId }, signal })),
    refetchInterval: freshMs,
  });

import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { FINDINGS, forgetFindings } from "./findings";
import { changeMapByOperations } from "./generated/operations/maps.gen";
import * as sdk from "./generated/operations/findings.gen";
import type { Change, FindingSubject, ListWorkspaceFindingsData } from "./generated/types.gen";
import { answer, once } from "./http";
import { listAll } from "./pages";

export type { FindingSubjectSummary, MapScore } from "./generated/types.gen";

export type FindingSubjectKind = FindingSubject["kind"];
export type FindingsFilter = Omit<NonNullable<ListWorkspaceFindingsData["query"]>, "limit" | "cursor">;

/** How many findings the first page has, and each that is asked for. */
export const FINDINGS_AT_FIRST = 8;
export const FINDINGS_MORE = 50;

/** A workspace has too many findings to read at once: page by page, each with the overview of all that met the filter. */
export const workspaceFindingsQuery = (workspaceId: string, filter: FindingsFilter = {}) =>
  infiniteQueryOptions({
    queryKey: [FINDINGS, "workspace", workspaceId, filter],
    queryFn: ({ pageParam, signal }) => {
      const limit = pageParam === null ? FINDINGS_AT_FIRST : FINDINGS_MORE;
      const query = { ...filter, limit, ...(pageParam !== null && { cursor: pageParam }) };
      return answer(sdk.listWorkspaceFindings({ path: { workspace_id: workspaceId }, query, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** The things that something was found of, the most urgent first: stale maps, then the worst. */
export const findingSubjectsQuery = (workspaceId: string, filter: FindingsFilter = {}) =>
  infiniteQueryOptions({
    queryKey: [FINDINGS, "subjects", workspaceId, filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 30, ...(pageParam !== null && { cursor: pageParam }) };
      return answer(sdk.listFindingSubjects({ path: { workspace_id: workspaceId }, query, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** How many open findings each thing of a kind has, by its id. */
export const findingCountsQuery = (workspaceId: string, kind: FindingSubjectKind) =>
  queryOptions({
    queryKey: [FINDINGS, "counts", workspaceId, kind],
    queryFn: async ({ signal }) => {
      const filter = { subject_kind: kind, state: "open" } as const;
      const things = await listAll((query) =>
        sdk.listFindingSubjects({ path: { workspace_id: workspaceId }, query: { ...query, ...filter }, signal }),
      );
      return new Map(things.map(({ subject, counts }) => [subject.id, counts]));
    },
  });

/** How many open findings a workspace has; asked for once a minute, for it is shown everywhere. */
export const openFindingsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [FINDINGS, "open", workspaceId],
    queryFn: async ({ signal }) => {
      const query = { state: "open", limit: 1 } as const;
      return (await answer(sdk.listWorkspaceFindings({ path: { workspace_id: workspaceId }, query, signal }))).counts;
    },
    staleTime: 60_000,
  });

/** How good each map of a workspace is, by its id. */
export const mapScoresQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [FINDINGS, "scores", workspaceId],
    queryFn: async ({ signal }) => {
      const scores = await listAll((query) => sdk.listMapScores({ path: { workspace_id: workspaceId }, query, signal }));
      return new Map(scores.map((score) => [score.map_id, score]));
    },
  });

/** Takes back a change that mended something on a map which is not open here. */
export function useTakingBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ map_id, revision, inverse }: Pick<Change, "map_id" | "revision" | "inverse">) =>
      answer(changeMapByOperations({ path: { map_id }, body: { base_revision: revision, operations: inverse }, headers: once() })),
    onSettled: () => forgetFindings(client),
  });
}

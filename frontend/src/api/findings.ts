import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/sdk.gen";
import type { Change, Finding, FindingFix, FindingsReport, FindingSubject, ListWorkspaceFindingsData } from "./generated/types.gen";
import { answer, once } from "./http";
import { listAll } from "./pages";
import type { Page, PageQuery } from "./pages";

export type {
  Finding,
  FindingCounts,
  FindingDismissal,
  FindingFix,
  FindingGroup,
  FindingSubjectSummary,
  FindingsReport,
  MapQuality,
  MapScore,
  Rule,
  RuleFailure,
  Severity,
  Topic,
} from "./generated/types.gen";

export type FindingSubjectKind = FindingSubject["kind"];
export type FindingsFilter = Omit<NonNullable<ListWorkspaceFindingsData["query"]>, "limit" | "cursor">;

/** Everything under this key may change whenever something is dismissed, reopened or mended. */
const FINDINGS = "findings";

const largestPage = 200;
const mostPages = 25;

/** Reads findings to their end, page by page; at most 5,000 of them. The overview is that of all. */
async function wholeReport(
  read: (query: PageQuery) => Promise<{ data?: FindingsReport | undefined; error?: unknown; response?: Response }>,
): Promise<FindingsReport> {
  const first = await answer(read({ limit: largestPage }));
  const items = [...first.items];
  let { next } = first;
  for (let page = 1; next !== null && page < mostPages; page += 1) {
    const more: Page<Finding> = await answer(read({ limit: largestPage, cursor: next }));
    items.push(...more.items);
    next = more.next;
  }
  return { ...first, items, next };
}

/** What there is to say of a map, and of the personas, touchpoints and sources on it. */
export const mapFindingsQuery = (mapId: string) =>
  queryOptions({
    queryKey: [FINDINGS, "map", mapId],
    queryFn: ({ signal }) =>
      wholeReport((query) => sdk.listMapFindings({ path: { map_id: mapId }, query, signal })),
  });

export const personaFindingsQuery = (personaId: string) =>
  queryOptions({
    queryKey: [FINDINGS, "persona", personaId],
    queryFn: ({ signal }) =>
      wholeReport((query) => sdk.listPersonaFindings({ path: { persona_id: personaId }, query, signal })),
  });

export const touchpointFindingsQuery = (touchpointId: string) =>
  queryOptions({
    queryKey: [FINDINGS, "touchpoint", touchpointId],
    queryFn: ({ signal }) =>
      wholeReport((query) => sdk.listTouchpointFindings({ path: { touchpoint_id: touchpointId }, query, signal })),
  });

/** A workspace has too many findings to read at once: page by page, each with the overview of all that met the filter. */
export const workspaceFindingsQuery = (workspaceId: string, filter: FindingsFilter = {}, limit = 50) =>
  infiniteQueryOptions({
    queryKey: [FINDINGS, "workspace", workspaceId, filter, limit],
    queryFn: ({ pageParam, signal }) => {
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

/** The quality of a map now, by topic, and on the days on which it was changed. */
export const mapQualityQuery = (mapId: string) =>
  queryOptions({
    queryKey: [FINDINGS, "quality", mapId],
    queryFn: ({ signal }) => answer(sdk.getMapQuality({ path: { map_id: mapId }, signal })),
  });

/** The catalogue of rules: the same for everybody until the server is another one. */
export const rulesQuery = () =>
  queryOptions({
    queryKey: ["rules"],
    queryFn: async ({ signal }) => (await answer(sdk.listRules({ signal }))).items,
    staleTime: Infinity,
  });

/** What would mend a finding of a map, as it is now on the server. Nothing is changed. */
export const previewFix = (mapId: string, key: string): Promise<FindingFix> =>
  answer(sdk.fixMapFinding({ path: { map_id: mapId, key }, body: { apply: false } }));

/** Everything that was found must be asked for again: what is looked at has changed. */
export const forgetFindings = (client: QueryClient) => client.invalidateQueries({ queryKey: [FINDINGS] });

type Dismissing = { finding: Pick<Finding, "key" | "subject">; reason: string };

/** Putting findings away and taking them out again, for everybody. */
export function useFindingChanges(workspaceId: string) {
  const client = useQueryClient();
  const onSettled = () => forgetFindings(client);
  return {
    dismiss: useMutation({
      mutationFn: ({ finding: { key, subject }, reason }: Dismissing) => {
        const body = { subject_kind: subject.kind, subject_id: subject.id, key, reason };
        return answer(sdk.createDismissal({ path: { workspace_id: workspaceId }, body, headers: once() }));
      },
      onSettled,
    }),
    reopen: useMutation({
      mutationFn: (dismissalId: string) =>
        answer(sdk.deleteDismissal({ path: { workspace_id: workspaceId, dismissal_id: dismissalId } })),
      onSettled,
    }),
    /** Takes back what mending did. */
    unmend: useMutation({
      mutationFn: ({ map_id, revision, inverse }: Pick<Change, "map_id" | "revision" | "inverse">) =>
        answer(
          sdk.changeMapByOperations({
            path: { map_id },
            body: { base_revision: revision, operations: inverse },
            headers: once(),
          }),
        ),
      onSettled,
    }),
    /** Mends a finding of a map that is not open here; an open map applies the fix itself, so that it can be undone. */
    mend: useMutation({
      mutationFn: ({ mapId, key }: { mapId: string; key: string }) =>
        answer(sdk.fixMapFinding({ path: { map_id: mapId, key }, body: { apply: true } })),
      onSettled,
    }),
  };
}

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { listRules } from "./generated/operations/rules.gen";
import * as sdk from "./generated/operations/findings.gen";
import type { Finding, FindingFix, FindingsReport } from "./generated/types.gen";
import { answer, once } from "./http";
import type { PageQuery } from "./pages";

export type {
  Finding,
  FindingCounts,
  FindingDismissal,
  FindingFix,
  FindingGroup,
  FindingsReport,
  MapQuality,
  Rule,
  RuleFailure,
  Severity,
  Topic,
} from "./generated/types.gen";

/** Everything under this key may change whenever something is dismissed, reopened or mended. */
export const FINDINGS = "findings";

const largestPage = 200;

type ReadReport = (query: PageQuery) => Promise<{ data?: FindingsReport | undefined; error?: unknown; response?: Response }>;

/** Reads findings to their end, page by page, the worst first. Each page has the overview of all. */
async function* reportPages(read: ReadReport): AsyncGenerator<FindingsReport, void> {
  let page = await answer(read({ limit: largestPage }));
  yield page;
  while (page.next !== null) {
    page = await answer(read({ limit: largestPage, cursor: page.next }));
    yield page;
  }
}

/** All of them in one. */
async function wholeReport(read: ReadReport): Promise<FindingsReport> {
  const pages: FindingsReport[] = [];
  for await (const page of reportPages(read)) pages.push(page);
  const [first] = pages as [FindingsReport];
  return { ...first, items: pages.flatMap(({ items }) => items), next: null };
}

/** What there is to say of a map, and of the personas, touchpoints and sources on it. */
export const mapFindingsPages = (mapId: string, signal: AbortSignal) =>
  reportPages((query) => sdk.listMapFindings({ path: { map_id: mapId }, query, signal }));

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
    queryFn: async ({ signal }) => (await answer(listRules({ signal }))).items,
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
    /** Mends a finding of a map that is not open here; an open map applies the fix itself, so that it can be undone. */
    mend: useMutation({
      mutationFn: ({ mapId, key }: { mapId: string; key: string }) =>
        answer(sdk.fixMapFinding({ path: { map_id: mapId, key }, body: { apply: true } })),
      onSettled,
    }),
  };
}

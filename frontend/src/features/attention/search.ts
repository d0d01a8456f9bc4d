import type { FindingsFilter } from "@/api/workspace-findings";

/** What the address of the page says: which findings are wanted. */
export type AttentionSearch = {
  severity?: (typeof SEVERITIES)[number];
  topic?: (typeof TOPICS)[number];
  rule?: string;
  kind?: (typeof KINDS)[number];
  /** The id of a map, persona, touchpoint or source. */
  of?: string;
  owner?: string;
  q?: string;
  state?: "dismissed";
};

const SEVERITIES = ["error", "warning", "advice"] as const;
export const TOPICS = ["disagreement", "structure", "experience", "proof", "touchpoints", "personas"] as const;
export const KINDS = ["map", "persona", "touchpoint", "source"] as const;

const RULE = /^[A-Z]{3}\d{3}$/;
const ID = /^[0-9a-f-]{36}$/;

const among = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((each) => each === value);
const matching = (pattern: RegExp, value: unknown): string | undefined =>
  typeof value === "string" && pattern.test(value) ? value : undefined;

/** Reads the query string; what makes no sense is left out. */
export function parseAttentionSearch(raw: Record<string, unknown>): AttentionSearch {
  const q = typeof raw.q === "string" ? raw.q.trim().slice(0, 200) : "";
  return present({
    severity: among(SEVERITIES, raw.severity),
    topic: among(TOPICS, raw.topic),
    rule: matching(RULE, raw.rule),
    kind: among(KINDS, raw.kind),
    of: matching(ID, raw.of),
    owner: matching(ID, raw.owner),
    q: q === "" ? undefined : q,
    state: among(["dismissed"], raw.state),
  });
}

/** The same search with some of it changed; undefined takes a part away. */
export const narrowed = (search: AttentionSearch, set: Optional<AttentionSearch>): AttentionSearch =>
  present({ ...search, ...set });

/** What can be chosen from a list. */
export type FilterKey = "severity" | "topic" | "kind" | "rule" | "of" | "owner";

/** The same search with another choice of one filter; what makes no sense there is none. */
export const withFilter = (search: AttentionSearch, key: FilterKey, value: string | undefined): AttentionSearch =>
  parseAttentionSearch({ ...search, [key]: value });

/** What the API is asked for. */
export const filterOf = ({ severity, topic, rule, kind, of, owner, q, state }: AttentionSearch): FindingsFilter =>
  present<FindingsFilter>({ severity, topic, rule, subject_kind: kind, subject_id: of, owner_id: owner, search: q, state: state ?? "open" });

/** Whether anything is narrowed down. */
export const isNarrow = (search: AttentionSearch): boolean => Object.keys(narrowed(search, { state: undefined })).length > 0;

type Optional<Parts> = { [Name in keyof Parts]?: Parts[Name] | undefined };

const present = <Parts extends object>(parts: Optional<Parts>): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Parts;

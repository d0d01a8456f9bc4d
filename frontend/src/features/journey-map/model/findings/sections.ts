import type { Finding, Severity, Topic } from "@/api/findings";
import { groupBy } from "@/ui/group-by";
import { isOpen, rankOf } from "./findings";
import { columnOf } from "./places";
import type { Findings } from "./findings";
import type { Order } from "./places";

export const SECTIONS = ["disagreement", "evidence", "structure"] as const;
export type SectionKind = (typeof SECTIONS)[number];

/** What one rule says, in as many places as it says it. */
export interface RuleGroup {
  readonly ruleId: string;
  readonly title: string;
  readonly severity: Severity;
  /** In how many places: more than `findings` has while not all are known. */
  readonly count: number;
  readonly findings: readonly Finding[];
}

export interface Section {
  readonly kind: SectionKind;
  readonly count: number;
  readonly groups: readonly RuleGroup[];
}

const OF_TOPIC: Partial<Record<Topic, SectionKind>> = { disagreement: "disagreement", proof: "evidence" };

/** Ids and keys have no language, and there may be thousands of them. */
const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The open findings as the panel lists them: section by section, rule by rule, the worst first, from left to right. */
export function sectionsOf(findings: Findings, order: Order): readonly Section[] {
  const found = byRule(findings, order);
  const groups = findings.rules
    .map(({ rule_id, title, severity, topic, count }) => ({
      kind: OF_TOPIC[topic] ?? ("structure" as const),
      group: { ruleId: rule_id, title, severity, count, findings: found.get(rule_id) ?? [] },
    }))
    .sort((a, b) => rankOf(a.group.severity) - rankOf(b.group.severity) || compared(a.group.ruleId, b.group.ruleId));
  return SECTIONS.flatMap((kind) => {
    const own = groups.flatMap((one) => (one.kind === kind ? one.group : []));
    return own.length === 0 ? [] : [{ kind, groups: own, count: countOf(own) }];
  });
}

export const countOf = (groups: readonly RuleGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);

function byRule(findings: Findings, order: Order): ReadonlyMap<string, Finding[]> {
  const placed = [...findings.items.values()]
    .filter(isOpen)
    .map((finding) => ({ finding, column: columnOf(finding, order) }))
    .sort((a, b) => a.column - b.column || compared(a.finding.key, b.finding.key));
  return groupBy(
    placed.map(({ finding }) => finding),
    ({ rule_id }) => rule_id,
  );
}

/** The same in one row: the order in which one walks from finding to finding. */
export const inOrder = (sections: readonly Section[]): readonly Finding[] =>
  sections.flatMap(({ groups }) => groups.flatMap(({ findings }) => findings));

/** The finding after or before another one, round the end; the first or last one when there is no other. */
export function neighbour(row: readonly Finding[], key: string | null, by: 1 | -1): Finding | undefined {
  const at = row.findIndex((finding) => finding.key === key);
  if (at === -1) return by === 1 ? row[0] : row.at(-1);
  return row[(at + by + row.length) % row.length];
}

/** The how-manieth finding of all one is, known or not. */
export function numberOf(sections: readonly Section[], { rule_id, key }: Finding): number {
  let before = 0;
  for (const { ruleId, count, findings } of sections.flatMap(({ groups }) => groups)) {
    if (ruleId === rule_id) return before + findings.findIndex((finding) => finding.key === key) + 1;
    before += count;
  }
  return before;
}

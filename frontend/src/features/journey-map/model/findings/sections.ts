import type { Finding, Severity, Topic } from "@/api/findings";
import { isOpen, rankOf } from "./findings";
import { columnOf } from "./places";
import type { Findings } from "./findings";
import type { Order } from "./places";

export const SECTIONS = ["disagreement", "evidence", "structure"] as const;
export type SectionKind = (typeof SECTIONS)[number];

/** What one rule says, in as many places as it says it. */
export interface RuleGroup {
  readonly ruleId: string;
  readonly severity: Severity;
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
  const placed = [...findings.items.values()]
    .filter(isOpen)
    .map((finding) => ({ finding, column: columnOf(finding, order) }))
    .sort(
      (a, b) =>
        rankOf(a.finding.severity) - rankOf(b.finding.severity) ||
        compared(a.finding.rule_id, b.finding.rule_id) ||
        a.column - b.column ||
        compared(a.finding.key, b.finding.key),
    );
  const sections = new Map<SectionKind, Map<string, Finding[]>>(SECTIONS.map((kind) => [kind, new Map()]));
  for (const { finding } of placed) {
    const groups = sections.get(OF_TOPIC[finding.topic] ?? "structure");
    const group = groups?.get(finding.rule_id);
    if (group === undefined) groups?.set(finding.rule_id, [finding]);
    else group.push(finding);
  }
  return SECTIONS.flatMap((kind) => {
    const groups = [...(sections.get(kind) ?? [])].map(([ruleId, found]) => ({
      ruleId,
      severity: found[0]?.severity ?? ("advice" as const),
      findings: found,
    }));
    const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
    return count === 0 ? [] : [{ kind, count, groups }];
  });
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

import type { Finding, FindingCounts, FindingGroup, FindingsReport, RuleFailure, Severity } from "@/api/findings";
import type { FindingsNews } from "@/api/map-stream";
import { placesOf } from "./places";

/** How many open findings something has, and how bad the worst is. */
export interface Mark {
  readonly count: number;
  readonly worst: Severity;
}

/** How often a rule has found something that is open. */
export type RuleCount = Pick<FindingGroup, "rule_id" | "title" | "severity" | "topic" | "count">;

/** How many findings there are, whether or not they are known one by one. */
interface Overview {
  readonly counts: FindingCounts;
  readonly rules: readonly RuleCount[];
  readonly failures: readonly RuleFailure[];
}

/** What is said of the open map. */
export interface Findings extends Overview {
  readonly items: ReadonlyMap<string, Finding>;
  /** Whether `items` has them all; of very many the rest is on its way. */
  readonly complete: boolean;
  /** Open findings by what they point at: see places.ts. */
  readonly marks: ReadonlyMap<string, Mark>;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, advice: 2 };

export const isWorse = (one: Severity, other: Severity): boolean => RANK[one] < RANK[other];
export const rankOf = (severity: Severity): number => RANK[severity];
export const isOpen = (finding: Finding): boolean => finding.state === "open";

export const openCount = ({ error, warning, advice }: FindingCounts): number => error + warning + advice;

export function worstOf(counts: FindingCounts): Severity | null {
  if (counts.error > 0) return "error";
  if (counts.warning > 0) return "warning";
  return counts.advice > 0 ? "advice" : null;
}

/** Findings as a page of the list has them, and those that were read before it. */
export function withPage(read: Findings | null, report: FindingsReport): Findings {
  const items = new Map(read?.items);
  for (const finding of report.items) items.set(finding.key, finding);
  return assemble(items, report.next === null, overviewOf(report), read);
}

/** What was read, and what was known before and may not have been read yet. */
export const withKnown = (read: Findings, known: Findings): Findings =>
  assemble(new Map([...known.items, ...read.items]), false, read, known);

/** Findings after what came and went. */
export function withNews(before: Findings | null, news: FindingsNews): Findings {
  const { first, complete, added, removed } = news;
  const items = new Map(first ? [] : before?.items);
  for (const key of removed) items.delete(key);
  for (const finding of added) items.set(finding.key, finding);
  const all = complete && (first || before?.complete === true);
  return assemble(items, all, overviewOf(news), before);
}

/** The same with another version of one finding, as after it was dismissed here. */
export function withFinding(before: Findings, finding: Finding): Findings {
  const items = new Map(before.items).set(finding.key, finding);
  const known = before.items.get(finding.key);
  const without = known === undefined ? before : counted(before, known, -1);
  return assemble(items, before.complete, counted(without, finding, 1), before);
}

const overviewOf = ({ counts, groups, failures }: Pick<FindingsReport, "counts" | "groups" | "failures">): Overview => ({
  counts,
  rules: groups,
  failures,
});

/** The overview with one finding more or less. */
function counted({ counts, rules, failures }: Overview, finding: Finding, by: 1 | -1): Overview {
  const { rule_id, severity, topic } = finding;
  const kind = isOpen(finding) ? severity : "dismissed";
  const others = rules.filter((rule) => rule.rule_id !== rule_id);
  const known = rules.find((rule) => rule.rule_id === rule_id);
  const title = known?.title ?? rule_id;
  const rule = { rule_id, title, severity, topic, count: (known?.count ?? 0) + (isOpen(finding) ? by : 0) };
  return {
    counts: { ...counts, [kind]: counts[kind] + by },
    rules: rule.count > 0 ? [...others, rule] : others,
    failures,
  };
}

function assemble(items: ReadonlyMap<string, Finding>, complete: boolean, overview: Overview, before: Findings | null): Findings {
  const { counts, rules, failures } = overview;
  return { items, complete, counts, rules, failures, marks: marksOf(items.values(), before?.marks) };
}

/** A mark that says the same is the same object, so that what draws it need not look again. */
function marksOf(findings: Iterable<Finding>, before: Findings["marks"] | undefined): Findings["marks"] {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    if (!isOpen(finding)) continue;
    for (const place of placesOf(finding)) {
      const mark = marks.get(place);
      const worst = mark === undefined || isWorse(finding.severity, mark.worst) ? finding.severity : mark.worst;
      marks.set(place, { count: (mark?.count ?? 0) + 1, worst });
    }
  }
  for (const [place, mark] of marks) {
    const known = before?.get(place);
    if (known?.count === mark.count && known.worst === mark.worst) marks.set(place, known);
  }
  return marks;
}

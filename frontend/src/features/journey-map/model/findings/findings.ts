import type { Finding, FindingCounts, FindingsReport, RuleFailure, Severity } from "@/api/findings";
import type { FindingsNews } from "@/api/map-stream";
import { placesOf } from "./places";

/** How many open findings something has, and how bad the worst is. */
export interface Mark {
  readonly count: number;
  readonly worst: Severity;
}

/** What is said of the open map. */
export interface Findings {
  readonly items: ReadonlyMap<string, Finding>;
  readonly counts: FindingCounts;
  readonly failures: readonly RuleFailure[];
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

export function findingsOf({ items, counts, failures }: FindingsReport, before: Findings | null): Findings {
  return assemble(new Map(items.map((finding) => [finding.key, finding])), counts, failures, before);
}

/** Findings after what came and went. */
export function withNews(before: Findings | null, { first, added, removed, counts, failures }: FindingsNews): Findings {
  const items = new Map(first ? [] : before?.items);
  for (const key of removed) items.delete(key);
  for (const finding of added) items.set(finding.key, finding);
  return assemble(items, counts, failures, before);
}

/** The same with another version of one finding, as after it was dismissed here. */
export function withFinding(before: Findings, finding: Finding): Findings {
  const items = new Map(before.items).set(finding.key, finding);
  return assemble(items, countsOf(items.values()), before.failures, before);
}

function countsOf(findings: Iterable<Finding>): FindingCounts {
  const counts: FindingCounts = { error: 0, warning: 0, advice: 0, dismissed: 0 };
  for (const finding of findings) counts[isOpen(finding) ? finding.severity : "dismissed"] += 1;
  return counts;
}

function assemble(
  items: ReadonlyMap<string, Finding>,
  counts: FindingCounts,
  failures: readonly RuleFailure[],
  before: Findings | null,
): Findings {
  return { items, counts, failures, marks: marksOf(items.values(), before?.marks) };
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

import type { QuarantineTotal } from "@/api/deliveries";
import { groupBy } from "@/ui/group-by";

/** What waits for one reason at one source; its cases differ in what would mend them. */
export type QuarantineGroup = { code: string; sourceId: string; count: number; cases: readonly QuarantineTotal[] };

/** By source and reason; the largest group first, in it the most frequent case first. */
export function groupQuarantine(totals: readonly QuarantineTotal[]): QuarantineGroup[] {
  return [...groupBy(totals, ({ source_id, code }) => `${source_id} ${code}`).values()]
    .map((cases) => ({
      code: cases[0]?.code ?? "",
      sourceId: cases[0]?.source_id ?? "",
      count: cases.reduce((sum, { items }) => sum + items, 0),
      cases: cases.toSorted((a, b) => b.items - a.items),
    }))
    .toSorted((a, b) => b.count - a.count);
}

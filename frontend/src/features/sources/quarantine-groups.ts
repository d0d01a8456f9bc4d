import type { QuarantinedItem, QuarantineTotal } from "@/api/deliveries";
import { groupBy } from "./group-by";

/** Items of one source that were not understood for the same reason, said in the same words. */
export type Case = { detail: string; items: QuarantinedItem[] };
/** `count` is how many there are, `items` those that are loaded. */
export type QuarantineGroup = { code: string; sourceId: string; count: number; items: QuarantinedItem[]; cases: Case[] };

const groupOf = ({ source_id, code }: Pick<QuarantinedItem, "source_id" | "code">) => `${source_id} ${code}`;

/** By source and reason; the largest group first, in it the most frequent case first. */
export function groupQuarantine(items: readonly QuarantinedItem[], totals: readonly QuarantineTotal[]): QuarantineGroup[] {
  const loaded = groupBy(items, groupOf);
  const counted = groupBy(totals, groupOf);
  return [...new Set([...counted.keys(), ...loaded.keys()])]
    .map((key) => {
      const members = loaded.get(key) ?? [];
      const sums = counted.get(key) ?? [];
      const first = members[0] ?? sums[0];
      return {
        code: first?.code ?? "",
        sourceId: first?.source_id ?? "",
        count: Math.max(members.length, sums.reduce((sum, total) => sum + total.items, 0)),
        items: members,
        cases: [...groupBy(members, ({ detail }) => detail)]
          .map(([detail, each]) => ({ detail, items: each }))
          .toSorted((a, b) => b.items.length - a.items.length),
      };
    })
    .toSorted((a, b) => b.count - a.count);
}

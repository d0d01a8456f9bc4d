import type { QuarantinedItem } from "@/api/deliveries";
import { groupBy } from "./group-by";

/** Items of one source that were not understood for the same reason, said in the same words. */
export type Case = { detail: string; items: QuarantinedItem[] };
export type QuarantineGroup = { code: string; sourceId: string; items: QuarantinedItem[]; cases: Case[] };

/** By source and reason; the largest group first, in it the most frequent case first. */
export function groupQuarantine(items: readonly QuarantinedItem[]): QuarantineGroup[] {
  const groups = groupBy(items, ({ source_id, code }) => `${source_id} ${code}`);
  return [...groups.values()]
    .map((members) => ({
      code: members[0]?.code ?? "",
      sourceId: members[0]?.source_id ?? "",
      items: members,
      cases: [...groupBy(members, ({ detail }) => detail)]
        .map(([detail, each]) => ({ detail, items: each }))
        .toSorted((a, b) => b.items.length - a.items.length),
    }))
    .toSorted((a, b) => b.items.length - a.items.length);
}

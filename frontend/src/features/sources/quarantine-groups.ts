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

/** The key of the touchpoint that an item names and nobody has made, where its text tells. */
export function missingTouchpoint({ code, detail }: Pick<QuarantinedItem, "code" | "detail">): string | undefined {
  if (code !== "unknown_touchpoint") return undefined;
  const key = /“([^”]+)”/.exec(detail)?.[1];
  return key !== undefined && /^[a-z0-9][a-z0-9_-]{0,59}$/.test(key) ? key : undefined;
}

/** A name for people, made of a key: "order-paid" becomes "Order paid". */
export function nameFromKey(key: string): string {
  const words = key.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { DeliveryKind } from "@/api/deliveries";

/** What the address of the list of deliveries says: days are local, both inclusive. */
export type DeliverySearch = { kind?: DeliveryKind; source?: string; since?: string; until?: string; search?: string };

const kinds: readonly string[] = ["waiting", "quarantined", "dead"];
const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Reads the address; what makes no sense is left out. */
export function readDeliverySearch(search: Record<string, unknown>): DeliverySearch {
  const { kind, source, since, until, search: text } = search;
  return {
    ...(isText(kind) && kinds.includes(kind) && { kind: kind as DeliveryKind }),
    ...(isText(source) && { source }),
    ...(isDay(since) && { since }),
    ...(isDay(until) && { until }),
    ...(isText(text) && { search: text }),
  };
}

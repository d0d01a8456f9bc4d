import type { Source } from "@/api/sources";

type SourceHealth = Source["health"];

const lagMs = 60_000;
const trustedSkewS = 300;

/** Of what came in 24 hours, how much was not understood (0…1); null when nothing came. */
export const errorShare = ({ last_day: { items, quarantined } }: SourceHealth): number | null =>
  items === 0 ? null : quarantined / items;

/** Has something waited for longer than processing takes? */
export const isLagging = ({ oldest_unprocessed_at }: SourceHealth, now: number = Date.now()): boolean =>
  oldest_unprocessed_at !== null && now - new Date(oldest_unprocessed_at).getTime() > lagMs;

/** Is its clock so wrong that signatures with a time would be refused? */
export const isSkewed = ({ skew_s }: SourceHealth): boolean => skew_s !== null && Math.abs(skew_s) > trustedSkewS;

type SkewUnit = "second" | "minute" | "hour";

/** An offset of clocks in the unit that people would say it in. */
export function formatSkew(seconds: number): string {
  const size = Math.abs(seconds);
  const [unit, length]: [SkewUnit, number] = size < 120 ? ["second", 1] : size < 7200 ? ["minute", 60] : ["hour", 3600];
  return new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(seconds / length);
}

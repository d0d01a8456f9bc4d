import type { Period } from "@/api/measures";

const DAY_MS = 86_400_000;

/** A day in UTC, as measures count them. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The last `days` days up to and with `end`. */
export function lastDays(days: number, end: number = Date.now()): Period {
  return { from: dayOf(end - (days - 1) * DAY_MS), to: dayOf(end) };
}

/** Days of a period, both ends included. */
export function lengthOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** The period of the same length right before. */
export function periodBefore(period: Period): Period {
  return lastDays(lengthOf(period), Date.parse(period.from) - DAY_MS);
}

import { m } from "@/i18n/generated/messages";
import { getLocale } from "@/i18n/generated/runtime";
import { formatCount, formatShare } from "@/ui/format";
import { dayOf, lengthOf } from "../period";
import type { Period } from "@/api/measures";
import type { MetricMeasure } from "../model/document";

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([getLocale(), options]);
  const known = formats.get(key) ?? new Intl.NumberFormat(getLocale(), options);
  formats.set(key, known);
  return known;
}

/** 48214 → "48.2 k", 2710000 → "2.71 M". */
export function formatShort(value: number): string {
  if (value < 1000) return formatCount(value);
  if (value < 1_000_000)
    return m.map_number_thousand({ value: numberFormat({ maximumFractionDigits: 1 }).format(value / 1000) });
  return m.map_number_million({ value: numberFormat({ maximumSignificantDigits: 3 }).format(value / 1_000_000) });
}

export function formatDays(days: number): string {
  const hours = days * 24;
  if (hours < 1) return m.map_duration_minutes({ value: formatCount(Math.max(1, Math.round(hours * 60))) });
  if (days < 1) return m.map_duration_hours({ value: numberFormat({ maximumFractionDigits: 1 }).format(hours) });
  return m.map_duration_days({ count: days, value: numberFormat({ maximumFractionDigits: 1 }).format(days) });
}

/** "+1.6", "−0.4", "0". */
export function formatScore(score: number): string {
  const text = numberFormat({ minimumFractionDigits: 0, maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(
    score,
  );
  return text.replace("-", "−");
}

/** 88200 → "€88.2 k", 2710000 → "€2.71 M". */
export function formatMoney(amount: number, currency: string): string {
  const money = (value: number, digits: Intl.NumberFormatOptions) =>
    numberFormat({ style: "currency", currency, ...digits }).format(value);
  if (amount < 1000) return money(amount, { maximumFractionDigits: 0 });
  if (amount < 1_000_000) return m.map_number_thousand({ value: money(amount / 1000, { minimumFractionDigits: 0, maximumFractionDigits: 1 }) });
  return m.map_number_million({ value: money(amount / 1_000_000, { maximumSignificantDigits: 3 }) });
}

export function formatMeasure(value: number | null, measure: MetricMeasure): string {
  if (value === null) return m.map_number_none();
  switch (measure) {
    case "share_continued":
      return formatShare(value);
    case "satisfaction":
      return formatScore(value);
    default:
      return value >= 100_000 ? formatShort(value) : formatCount(value);
  }
}

/** A change without its sign: "6.1 %" relative, "0.4 pt" for shares, "0.3" for scores. */
export function formatDelta(delta: number, absolute: boolean, measure: MetricMeasure): string {
  const one = numberFormat({ maximumFractionDigits: 1 });
  if (!absolute) return m.common_percent({ value: one.format(delta * 100) });
  if (measure === "satisfaction") return one.format(delta);
  return m.map_number_points({ value: one.format(delta * 100) });
}

/** The same with its sign, for figures that stand alone: "+6.1 %", "−0.4 pt". */
export function signed(value: number, text: string): string {
  const rounded = /[1-9]/.test(text) ? value : 0;
  return rounded === 0 ? m.map_delta_same() : `${rounded > 0 ? "+" : "−"}${text}`;
}

const dateFormat = () => new Intl.DateTimeFormat(getLocale(), { dateStyle: "medium", timeZone: "UTC" });

/** "Nov 21, 2026" for a `YYYY-MM-DD` or a time, in UTC as the figures are. */
export const formatDate = (date: string): string => dateFormat().format(new Date(date));

/** "Oct 24 – Nov 22, 2026": what both days share is said once. */
export const formatRange = ({ from, to }: Period): string => dateFormat().formatRange(new Date(from), new Date(to));

/** "Last 30 days", or from when to when. */
export function periodLabel(period: Period): string {
  const days = lengthOf(period);
  if (period.to === dayOf(Date.now())) return m.map_period_last({ days });
  return formatRange(period);
}

import { m } from "@/i18n/generated/messages";

const language = "en";

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium", hourCycle: "h23" });
const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

/** How long ago or ahead, in the largest unit that fits: "3 days ago", "in 2 weeks", "now". */
export function relativeTime(iso: string, now: number = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  if (unit === "second") return relative.format(0, "second");
  // What is past has fully passed; what is ahead is rounded, so that a link for seven days says so from the start.
  return relative.format(seconds < 0 ? Math.trunc(seconds / size) : Math.round(seconds / size), unit);
}

export const formatDay = (iso: string): string => day.format(new Date(iso));
export const formatMoment = (iso: string): string => moment.format(new Date(iso));
export const formatCount = (count: number): string => whole.format(count);

/** 0.573 → "57 %"; under ten per cent with a decimal. */
export function formatShare(share: number): string {
  const format = Math.abs(share) < 0.1 ? tenths : whole;
  return m.common_percent({ value: format.format(share * 100) });
}

import type { CustomerEvent } from "@/api/customers";

const scores = new Intl.NumberFormat("en", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

const shownDigits = 8;

/** A customer's id as people read it; the whole one is in the address. */
export const shortId = (id: string): string => id.slice(0, shownDigits);

/** Satisfaction with its sign, as everywhere: −1.5, 0, +2. */
export const formatScore = (score: number): string => scores.format(score).replace("-", "−");

export function formatAmount({ amount, currency }: Pick<CustomerEvent, "amount" | "currency">): string {
  if (amount === null) return "";
  return new Intl.NumberFormat("en", currency ? { style: "currency", currency } : {}).format(amount);
}

/** What is known of somebody, as text. */
export const formatTrait = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(formatTrait).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
};

import type { PreviewedRow } from "@/api/imports";
import { m } from "@/i18n/generated/messages";

/** What a row says, as far as it is shown. */
export type Said = { customer: string; time: string; touchpoint: string; channel: string; score: string; value: string };

type Event = {
  customer?: string;
  occurred_at?: string;
  touchpoint?: string;
  channel?: string;
  score?: { value: number; scale: string };
  value?: { amount: number; currency: string };
};

const best: Record<string, number> = { csat5: 5, stars5: 5, nps: 10, ces7: 7, thumbs: 1 };

/** “4 of 5”; a scale that nobody knows is named as it is. */
function scoreText({ value, scale }: { value: number; scale: string }): string {
  const most = best[scale];
  return most === undefined ? `${value} ${scale}` : m.imports_score_of({ value, most });
}

export function saidBy({ event }: Pick<PreviewedRow, "event">): Said | null {
  if (event === "") return null;
  const { customer = "", occurred_at = "", touchpoint = "", channel = "", score, value } = JSON.parse(event) as Event;
  return {
    customer,
    time: occurred_at,
    touchpoint,
    channel,
    score: score ? scoreText(score) : "",
    value: value ? `${value.amount} ${value.currency}` : "",
  };
}

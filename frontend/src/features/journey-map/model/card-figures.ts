import type { Card } from "./document";

/** Mentions of a card: the sum of its evidence counts. */
export function mentionsOf(card: Pick<Card, "evidence">): number {
  return card.evidence.reduce((sum, piece) => sum + piece.count, 0);
}

/** Opportunity score 4…100, or null while impact or effort is unknown: round(100 × impact × (6 − effort) / 25). */
export function opportunityScore(card: Pick<Card, "impact" | "effort">): number | null {
  if (card.impact === null || card.effort === null) return null;
  return Math.round((100 * card.impact * (6 - card.effort)) / 25);
}

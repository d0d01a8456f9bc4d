import type { Card } from "../model/document";

/** A card nobody has put anything into yet. */
export function isUntouchedCard(card: Card): boolean {
  return (
    card.text.trim() === "" &&
    card.metric === null &&
    card.image_url === "" &&
    card.evidence.length === 0 &&
    card.links.length === 0 &&
    card.tags.length === 0
  );
}

import type { Card } from "./document";
import type { Operation } from "./operations";

export const TAGS = { most: 20, longest: 40 } as const;

export interface UsedTag {
  readonly tag: string;
  /** Of the cards asked about, how many have it. */
  readonly count: number;
}

/** The tags of cards, the commonest first. */
export function usedTags(cards: Iterable<Pick<Card, "tags">>): UsedTag[] {
  const counts = new Map<string, number>();
  for (const card of cards) for (const tag of card.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

function setTags(card: Card, tags: readonly string[]): Operation {
  return { op: "card.set", id: card.id, set: { tags } };
}

/** Gives cards a tag; those that have it, or have as many as a card can have, stay as they are. */
export function addTag(cards: readonly Card[], wanted: string): Operation[] {
  const tag = wanted.trim().slice(0, TAGS.longest);
  if (tag === "") return [];
  return cards
    .filter(({ tags }) => !tags.includes(tag) && tags.length < TAGS.most)
    .map((card) => setTags(card, [...card.tags, tag]));
}

export function removeTag(cards: readonly Card[], tag: string): Operation[] {
  return cards
    .filter(({ tags }) => tags.includes(tag))
    .map((card) => setTags(card, card.tags.filter((one) => one !== tag)));
}

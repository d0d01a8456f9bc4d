import { expect, it } from "vitest";
import { addTag, removeTag, TAGS, usedTags } from "./tags";
import { fixtureCard } from "./testing/fixture";

const price = fixtureCard({ id: "a", tags: ["price"] });
const both = fixtureCard({ id: "b", tags: ["price", "delivery"] });
const bare = fixtureCard({ id: "c", tags: [] });

it("counts the tags of cards, the commonest first", () => {
  expect(usedTags([price, both, bare])).toEqual([
    { tag: "price", count: 2 },
    { tag: "delivery", count: 1 },
  ]);
});

it("adds a tag only where it is missing", () => {
  expect(addTag([price, both, bare], " delivery ")).toEqual([
    { op: "card.set", id: "a", set: { tags: ["price", "delivery"] } },
    { op: "card.set", id: "c", set: { tags: ["delivery"] } },
  ]);
  expect(addTag([price, bare], "   ")).toEqual([]);
});

it("leaves a card alone that has as many tags as it can have", () => {
  const full = fixtureCard({ id: "d", tags: Array.from({ length: TAGS.most }, (_, index) => `tag ${index}`) });
  expect(addTag([full], "one more")).toEqual([]);
});

it("takes a tag away wherever it is", () => {
  expect(removeTag([price, both, bare], "price")).toEqual([
    { op: "card.set", id: "a", set: { tags: [] } },
    { op: "card.set", id: "b", set: { tags: ["delivery"] } },
  ]);
});

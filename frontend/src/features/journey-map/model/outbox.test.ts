import { expect, it } from "vitest";
import { Outbox } from "./outbox";
import { fixtureCard } from "./testing/fixture";
import { MemoryStore } from "./testing/server";
import type { Operation } from "./operations";

const write = (id: string): Operation => ({ op: "card.set", id, set: { text: "Said" } });
const add = (id: string): Operation => ({ op: "card.add", item: fixtureCard({ id }) });
const remove = (id: string): Operation => ({ op: "card.remove", id });

it.each([
  { what: "other items", theirs: write("a"), mine: write("b"), base: 2 },
  { what: "the same item", theirs: write("a"), mine: write("a"), base: 1 },
  { what: "something new, and I too: it may be in the same place", theirs: add("a"), mine: add("b"), base: 1 },
  { what: "something away", theirs: remove("a"), mine: write("b"), base: 1 },
  { what: "something that may go with what I remove", theirs: write("a"), mine: remove("b"), base: 1 },
])("when others have done $what, what waits stands on revision $base", ({ theirs, mine, base }) => {
  const outbox = new Outbox("map", new MemoryStore());
  outbox.add([write("first")], null, 1);
  outbox.add([mine], null, 1);
  outbox.follow({ revision: 2, operations: [theirs] }, false);
  expect(outbox.first?.base).toBe(1);
  if (outbox.first) outbox.remove(outbox.first);
  expect(outbox.first?.base).toBe(base);
});

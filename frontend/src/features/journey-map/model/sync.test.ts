// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fromWire } from "./wire";
import { Sync, TIMING } from "./sync";
import { contentOf } from "./testing/arbitrary";
import { fixtureCard, fixtureMap } from "./testing/fixture";
import { FakeServer, MemoryStore } from "./testing/server";
import type { Doc } from "./document";
import type { Operation } from "./operations";

const CARD = "card-actions-0-0";
const OTHER = "card-actions-1-0";

const text = (value: string, id = CARD): Operation[] => [{ op: "card.set", id, set: { text: value } }];
const textOf = (doc: Doc, id = CARD) => doc.items.card.get(id)?.text;

let server: FakeServer;
let store: MemoryStore;
let sync: Sync;

function open() {
  return new Sync(fromWire(fixtureMap()), server, store);
}

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer(fromWire(fixtureMap()));
  store = new MemoryStore();
  sync = open();
});

afterEach(() => {
  sync.close();
  vi.useRealTimers();
});

const settle = (ms = 50) => vi.advanceTimersByTimeAsync(ms);

describe("hearing of what others do", () => {
  it("shows it at once, under what is not sent yet", async () => {
    sync.edit(text("Mine", OTHER), "typing");
    sync.hear(server.commit(text("Theirs")));
    expect(textOf(sync.state.doc)).toBe("Theirs");
    expect(textOf(sync.state.doc, OTHER)).toBe("Mine");
    await settle(TIMING.typing + 50);
    expect(contentOf(sync.state.doc)).toEqual(contentOf(server.doc));
  });

  it("asks for what came before when it has missed something", async () => {
    server.commit(text("First"));
    sync.hear(server.commit(text("Second", OTHER)));
    await settle();
    expect(textOf(sync.state.doc)).toBe("First");
    expect(textOf(sync.state.doc, OTHER)).toBe("Second");
  });

  it("is not in conflict with itself when others have changed something else meanwhile", async () => {
    server.commit(text("Theirs", OTHER));
    sync.edit(text("Mine"));
    vi.advanceTimersByTime(0);
    sync.edit(text("Mine again"));
    await settle(200);
    expect(sync.state).toMatchObject({ status: "saved", conflict: null });
    expect([textOf(server.doc), textOf(server.doc, OTHER)]).toEqual(["Mine again", "Theirs"]);
  });

  it("is in conflict when others have changed what its second edit changes", async () => {
    server.commit(text("Theirs", OTHER));
    sync.edit(text("Mine"));
    vi.advanceTimersByTime(0);
    sync.edit(text("Mine, too", OTHER));
    await settle(200);
    expect(sync.state.status).toBe("conflict");
    expect([textOf(server.doc), textOf(server.doc, OTHER)]).toEqual(["Mine", "Theirs"]);
  });

  it("is not confused by its own changes, whenever it hears of them", async () => {
    sync.edit(text("Mine"));
    vi.advanceTimersByTime(0);
    await Promise.resolve();
    for (const change of server.log) sync.hear(change);
    await settle();
    for (const change of server.log) sync.hear(change);
    expect(textOf(sync.state.doc)).toBe("Mine");
    expect(sync.state.status).toBe("saved");
    expect(sync.state.doc.revision).toBe(server.doc.revision);
  });

  it("catches up with what it heard while something was on its way", async () => {
    sync.edit(text("Mine"));
    vi.advanceTimersByTime(0);
    sync.hear({ ...server.commit(text("Theirs", OTHER)), revision: server.doc.revision });
    await settle();
    expect(contentOf(sync.state.doc)).toEqual(contentOf(server.doc));
    expect(textOf(sync.state.doc, OTHER)).toBe("Theirs");
  });
});

describe("keeping in step with the server", () => {
  it("shows an edit at once, then saves it", async () => {
    sync.edit(text("Likes a post"));
    expect(textOf(sync.state.doc)).toBe("Likes a post");
    expect(sync.state.status).toBe("saving");
    await settle();
    expect(sync.state.status).toBe("saved");
    expect(textOf(server.doc)).toBe("Likes a post");
    expect(store.kept.size).toBe(0);
  });

  it("sends a burst of typing as one change", async () => {
    for (const value of ["L", "Li", "Lik", "Like"]) {
      sync.edit(text(value), "typing");
      await settle(100);
    }
    expect(server.received).toHaveLength(0);
    await settle(TIMING.typing);
    expect(server.received).toHaveLength(1);
    expect(textOf(server.doc)).toBe("Like");
  });

  it("sends changes one at a time and in order", async () => {
    sync.edit(text("one"));
    sync.edit(text("two"));
    sync.edit(text("three", OTHER));
    await settle();
    expect(server.received.map((change) => change.base)).toEqual([1, 2, 3]);
    expect(contentOf(sync.state.doc)).toEqual(contentOf(server.doc));
  });

  it("keeps what is typed while a change is on its way", async () => {
    sync.edit(text("a"), "typing");
    sync.flush();
    vi.advanceTimersByTime(0);
    sync.edit(text("ab"), "typing");
    await settle(TIMING.typing + 50);
    expect(textOf(sync.state.doc)).toBe("ab");
    expect(textOf(server.doc)).toBe("ab");
    expect(sync.state.status).toBe("saved");
  });

  it("puts the others’ edits under yours", async () => {
    server.commit(text("theirs", OTHER));
    sync.edit(text("mine"));
    await settle();
    expect(textOf(sync.state.doc)).toBe("mine");
    expect(textOf(sync.state.doc, OTHER)).toBe("theirs");
    expect(sync.state.doc.revision).toBe(3);
  });

  it("shows what the others did when it looks", async () => {
    server.commit([{ op: "stage.remove", id: "stage-0" }]);
    await sync.poll();
    expect(sync.state.doc.items.stage.has("stage-0")).toBe(false);
    expect(sync.state.status).toBe("saved");
  });
});

describe("offline", () => {
  it("keeps edits and sends them when the server is back", async () => {
    server.online = false;
    sync.edit(text("mine"));
    sync.edit(text("too", OTHER));
    await settle();
    expect(sync.state.status).toBe("offline");
    expect(sync.state.unsent).toBe(2);
    expect(store.kept.size).toBe(2);
    server.online = true;
    sync.flush();
    await settle();
    expect(sync.state.status).toBe("saved");
    expect(textOf(server.doc)).toBe("mine");
    expect(textOf(server.doc, OTHER)).toBe("too");
  });

  it("comes back by itself", async () => {
    server.online = false;
    sync.edit(text("mine"));
    await settle(5_000);
    server.online = true;
    await settle(TIMING.retryMost);
    expect(sync.state.status).toBe("saved");
  });

  it("never applies a change twice when its answer was lost", async () => {
    server.loseAnswer = true;
    sync.edit([{ op: "card.add", item: fixtureCard({ id: "new" }) }]);
    await settle(TIMING.retryFirst + 100);
    expect(new Set(server.received.map((change) => change.key)).size).toBe(1);
    expect(server.received).toHaveLength(2);
    expect(sync.state.status).toBe("saved");
    expect(contentOf(sync.state.doc)).toEqual(contentOf(server.doc));
  });

  it("sends after a reload what an earlier visit could not", async () => {
    server.online = false;
    sync.edit(text("mine"));
    await settle();
    sync.close();
    server.online = true;
    sync = open();
    await sync.resume();
    await settle();
    expect(textOf(server.doc)).toBe("mine");
    expect(textOf(sync.state.doc)).toBe("mine");
  });
});

describe("conflicts", () => {
  beforeEach(async () => {
    server.commit(text("theirs"));
    sync.edit(text("mine"));
    sync.edit(text("unrelated", OTHER));
    await settle();
  });

  it("stops and shows both values", () => {
    expect(sync.state.status).toBe("conflict");
    expect(sync.state.conflict?.conflicts[0]).toMatchObject({ yours: "mine", theirs: "theirs", field: "text" });
    expect(textOf(server.doc)).toBe("theirs");
    expect(textOf(sync.state.doc)).toBe("mine");
  });

  it("saves yours when you say so, and then the rest", async () => {
    sync.resolve(["yours"]);
    await settle();
    expect(textOf(server.doc)).toBe("mine");
    expect(textOf(server.doc, OTHER)).toBe("unrelated");
    expect(sync.state.status).toBe("saved");
  });

  it("leaves theirs when you say so, and saves the rest", async () => {
    sync.resolve(["theirs"]);
    await settle();
    expect(textOf(sync.state.doc)).toBe("theirs");
    expect(textOf(server.doc, OTHER)).toBe("unrelated");
    expect(contentOf(sync.state.doc)).toEqual(contentOf(server.doc));
  });
});

describe("a card somebody removed while you edited it", () => {
  beforeEach(async () => {
    server.commit([{ op: "card.remove", id: CARD }]);
    sync.edit(text("mine"));
    await settle();
    expect(sync.state.status).toBe("conflict");
  });

  it("comes back with your text if you keep yours", async () => {
    sync.resolve(["yours"]);
    await settle();
    expect(textOf(server.doc)).toBe("mine");
    expect(sync.state.status).toBe("saved");
  });

  it("stays away if you keep theirs", async () => {
    sync.resolve(["theirs"]);
    await settle();
    expect(sync.state.doc.items.card.has(CARD)).toBe(false);
    expect(sync.state.status).toBe("saved");
  });
});

it("takes back what the server will never accept, and says why", async () => {
  server.rejectNext = "This map already has 10,000 cards.";
  sync.edit(text("mine"));
  await settle();
  expect(textOf(sync.state.doc)).toBe("Saves an Instagram post");
  expect(sync.state.rejected).toBe("This map already has 10,000 cards.");
  expect(sync.state.status).toBe("saved");
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem, Unreachable } from "../http";
import { createAutosave, findConflicts, remainingEdits, statusOf } from "./autosave";

type Note = { revision: number; title: string; tags: string[] };

/** A stored note behind revision checks, as the server keeps it. */
function fakeServer(note: Note) {
  let stored = note;
  return {
    stored: () => stored,
    /** What a colleague does from elsewhere. */
    change: (set: Partial<Note>) => {
      stored = { ...stored, ...set, revision: stored.revision + 1 };
    },
    save: (revision: number, set: Partial<Note>) => {
      if (revision !== stored.revision) return Promise.reject(new Problem(412, { code: "stale" }));
      stored = { ...stored, ...set, revision: revision + 1 };
      return Promise.resolve(stored);
    },
    load: () => Promise.resolve(stored),
  };
}

const first: Note = { revision: 1, title: "First", tags: [] };
const settle = () => vi.advanceTimersByTimeAsync(1_000);

describe("autosave", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("sends the last of several quick edits, and says that it is saved", async () => {
    const server = fakeServer(first);
    const save = vi.fn(server.save);
    const autosave = createAutosave({ initial: first, ...server, save });

    autosave.edit({ title: "S" });
    autosave.edit({ title: "Second" });
    expect(statusOf(autosave.store.getState())).toBe("unsaved");
    await settle();

    expect(save).toHaveBeenCalledTimes(1);
    expect(server.stored().title).toBe("Second");
    expect(statusOf(autosave.store.getState())).toBe("saved");
  });

  it("merges with a colleague's change of another field", async () => {
    const server = fakeServer(first);
    const autosave = createAutosave({ initial: first, ...server });

    server.change({ tags: ["theirs"] });
    autosave.edit({ title: "Mine" });
    await settle();

    expect(server.stored()).toMatchObject({ title: "Mine", tags: ["theirs"] });
    expect(statusOf(autosave.store.getState())).toBe("saved");
  });

  it("holds back a field both changed until somebody decides, and loses neither value", async () => {
    const server = fakeServer(first);
    const autosave = createAutosave({ initial: first, ...server });

    server.change({ title: "Theirs" });
    autosave.edit({ title: "Mine", tags: ["mine"] });
    await settle();

    expect(autosave.store.getState().conflicts).toEqual([{ field: "title", mine: "Mine", theirs: "Theirs" }]);
    expect(server.stored()).toMatchObject({ title: "Theirs", tags: ["mine"] });

    autosave.resolve("title", "mine");
    await settle();
    expect(server.stored().title).toBe("Mine");
  });

  it("takes theirs when asked to", async () => {
    const server = fakeServer(first);
    const autosave = createAutosave({ initial: first, ...server });
    server.change({ title: "Theirs" });
    autosave.edit({ title: "Mine" });
    await settle();

    autosave.resolve("title", "theirs");
    await settle();

    expect(server.stored().title).toBe("Theirs");
    expect(statusOf(autosave.store.getState())).toBe("saved");
  });

  it("keeps edits through an outage and sends them when the server is back", async () => {
    const server = fakeServer(first);
    let down = true;
    const save = (revision: number, set: Partial<Note>) =>
      down ? Promise.reject(new Unreachable(null)) : server.save(revision, set);
    const autosave = createAutosave({ initial: first, ...server, save });

    autosave.edit({ title: "Second" });
    await settle();
    expect(statusOf(autosave.store.getState())).toBe("failed");

    down = false;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(server.stored().title).toBe("Second");
    expect(statusOf(autosave.store.getState())).toBe("saved");
  });

  it("sees a conflict too when their version arrives before mine was sent", () => {
    const autosave = createAutosave({ initial: first, ...fakeServer(first) });
    autosave.edit({ title: "Mine" });
    autosave.refresh({ ...first, revision: 2, title: "Theirs" });
    expect(statusOf(autosave.store.getState())).toBe("conflict");
  });
});

describe("remainingEdits", () => {
  it("keeps what was typed after sending", () => {
    expect(remainingEdits<Note>({ title: "ab", tags: ["x"] }, { title: "a", tags: ["x"] })).toEqual({ title: "ab" });
  });
});

describe("findConflicts", () => {
  it("is no conflict when both wrote the same", () => {
    expect(findConflicts(first, { ...first, title: "Same" }, { title: "Same" })).toEqual([]);
  });
});

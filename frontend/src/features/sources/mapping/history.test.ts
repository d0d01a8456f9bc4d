import { expect, it } from "vitest";
import { begin, commit, redo, undo } from "./history";

it("goes back and forth, and forgets what was undone once something else is done", () => {
  const two = commit(commit(begin("a"), "b"), "c");
  expect(undo(two).present).toBe("b");
  expect(redo(undo(two)).present).toBe("c");
  expect(undo(undo(undo(two))).present).toBe("a");
  const other = commit(undo(two), "d");
  expect(redo(other)).toBe(other);
});

it("takes typing in one field as one step, and another field as another", () => {
  const typed = commit(commit(commit(begin(""), "a", "name"), "ab", "name"), "ab!", "key");
  expect(undo(typed).present).toBe("ab");
  expect(undo(undo(typed)).present).toBe("");
  expect(undo(commit(undo(typed), "abc", "name")).present).toBe("ab");
});

it("does nothing when nothing changed", () => {
  const history = begin("a");
  expect(commit(history, "a")).toBe(history);
});

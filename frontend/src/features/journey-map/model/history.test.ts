// @vitest-environment node
import { describe, expect, it } from "vitest";
import { fromWire } from "./wire";
import { EMPTY_HISTORY, forgetLast, record, redo, seal, undo } from "./history";
import { apply } from "./operations";
import { contentOf } from "./testing/arbitrary";
import { fixtureMap } from "./testing/fixture";
import type { Doc } from "./document";
import type { History } from "./history";
import type { Operation } from "./operations";

const CARD = "card-actions-0-0";
const start = fromWire(fixtureMap());

function setText(text: string): Operation {
  return { op: "card.set", id: CARD, set: { text } };
}

class Editor {
  doc: Doc = start;
  history: History = EMPTY_HISTORY;

  edit(operations: readonly Operation[], gesture: string | null = null) {
    const { doc, inverse } = apply(this.doc, operations);
    this.doc = doc;
    this.history = record(this.history, { gesture, forward: operations, inverse });
  }

  others(operations: readonly Operation[]) {
    this.doc = apply(this.doc, operations).doc;
  }

  turn(way: typeof undo) {
    const turn = way(this.history, this.doc);
    if (turn === null) return;
    this.doc = apply(this.doc, turn.operations).doc;
    this.history = turn.history;
  }
}

describe("history", () => {
  it("takes a whole gesture back at once", () => {
    const editor = new Editor();
    for (const text of ["L", "Li", "Lik", "Like"]) editor.edit([setText(text)], "typing");
    expect(editor.history.past).toHaveLength(1);
    editor.turn(undo);
    expect(contentOf(editor.doc)).toEqual(contentOf(start));
    editor.turn(redo);
    expect(editor.doc.items.card.get(CARD)?.text).toBe("Like");
  });

  it("starts a new step after the gesture has ended", () => {
    const editor = new Editor();
    editor.edit([setText("one")], "typing");
    editor.history = seal(editor.history);
    editor.edit([setText("two")], "typing");
    editor.turn(undo);
    expect(editor.doc.items.card.get(CARD)?.text).toBe("one");
  });

  it("brings a removed stage back with everything in it", () => {
    const editor = new Editor();
    editor.edit([{ op: "stage.remove", id: "stage-3" }]);
    editor.turn(undo);
    expect(contentOf(editor.doc)).toEqual(contentOf(start));
    editor.turn(redo);
    expect(editor.doc.items.step.has("step-6")).toBe(false);
  });

  it("leaves alone what somebody else has changed after you", () => {
    const editor = new Editor();
    editor.edit([{ op: "card.set", id: CARD, set: { text: "mine", tags: ["mine"] } }]);
    editor.others([setText("theirs")]);
    editor.turn(undo);
    expect(editor.doc.items.card.get(CARD)?.text).toBe("theirs");
    expect(editor.doc.items.card.get(CARD)?.tags).toEqual([]);
  });

  it("forgets what was undone as soon as you do something else", () => {
    const editor = new Editor();
    editor.edit([setText("one")]);
    editor.turn(undo);
    editor.edit([setText("two")]);
    expect(redo(editor.history, editor.doc)).toBeNull();
  });

  it("has nothing to take back after an edit was cancelled", () => {
    const editor = new Editor();
    editor.edit([setText("one")], "typing");
    expect(undo(forgetLast(editor.history), editor.doc)).toBeNull();
  });
});

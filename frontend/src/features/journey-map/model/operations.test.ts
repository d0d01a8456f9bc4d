// @vitest-environment node
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newStage } from "./create";
import { fromWire } from "./wire";
import { apply, applyFitting, compact, OperationError } from "./operations";
import { contentOf, operationOf, play, recipes } from "./testing/arbitrary";
import { fixtureCard, fixtureMap } from "./testing/fixture";

const doc = fromWire(fixtureMap());

describe("applying operations", () => {
  it("undoes any list of operations with the inverse", () => {
    fc.assert(
      fc.property(recipes(40), (list) => {
        const { operations } = play(doc, list);
        const { doc: after, inverse } = apply(doc, operations);
        expect(contentOf(apply(after, inverse).doc)).toEqual(contentOf(doc));
      }),
    );
  });

  it("never touches the document it was given", () => {
    fc.assert(
      fc.property(recipes(20), (list) => {
        const before = structuredClone(contentOf(doc));
        play(doc, list);
        expect(contentOf(doc)).toEqual(before);
      }),
    );
  });

  it("gives the same document whether applied at once or one by one", () => {
    fc.assert(
      fc.property(recipes(20), (list) => {
        const { doc: stepwise, operations } = play(doc, list);
        expect(contentOf(apply(doc, operations).doc)).toEqual(contentOf(stepwise));
      }),
    );
  });

  it("keeps the identity of everything it does not touch", () => {
    const { doc: after } = apply(doc, [{ op: "card.set", id: "card-actions-0-0", set: { text: "Likes a post" } }]);
    expect(after.items.stage).toBe(doc.items.stage);
    expect(after.items.card.get("card-actions-1-0")).toBe(doc.items.card.get("card-actions-1-0"));
    expect(after.items.card.get("card-actions-0-0")?.text).toBe("Likes a post");
  });

  it("takes a stage away with everything that hangs on it, and the goal that pointed into it", () => {
    const { doc: after, inverse } = apply(doc, [{ op: "stage.remove", id: "stage-3" }]);
    expect([...after.items.step.keys()]).not.toContain("step-6");
    expect([...after.items.card.values()].filter((card) => card.step_id === "step-6")).toEqual([]);
    expect(after.items.emotion.has("emotion-6")).toBe(false);
    expect(after.map.goal_step_id).toBeNull();
    expect(contentOf(apply(after, inverse).doc)).toEqual(contentOf(doc));
  });

  it("puts an item without an order at the end of its row", () => {
    const { order, ...item } = fixtureCard({ id: "new", step_id: "step-1" });
    expect(order).toBe("a0");
    const { doc: after } = apply(doc, [{ op: "card.add", item }]);
    expect((after.items.card.get("new")?.order ?? "") > "a1").toBe(true);
  });

  it.each([
    ["unknown_item", { op: "card.set", id: "nobody", set: { text: "" } }],
    ["unknown_item", { op: "lane.remove", id: "nobody" }],
    ["unknown_parent", { op: "card.set", id: "card-actions-0-0", set: { step_id: "nobody" } }],
    ["duplicate_id", { op: "stage.add", item: { ...newStage("a0", "Twin", "blue"), id: "stage-0" } }],
  ] as const)("refuses with %s and names the operation", (code, operation) => {
    const call = () => apply(doc, [{ op: "map.set", set: { title: "x" } }, operation]);
    expect(call).toThrow(OperationError);
    expect(call).toThrow(new OperationError(code, 1).message);
  });

  it("leaves out what no longer fits when asked to", () => {
    const result = applyFitting(doc, [
      { op: "card.set", id: "gone", set: { text: "lost" } },
      { op: "map.set", set: { title: "Kept" } },
    ]);
    expect(result.fitting).toHaveLength(1);
    expect(result.doc.map.title).toBe("Kept");
  });

  it("compacts without changing what comes out", () => {
    fc.assert(
      fc.property(recipes(30), (list) => {
        const { doc: after, operations } = play(doc, list);
        const short = compact(operations);
        expect(short.length).toBeLessThanOrEqual(operations.length);
        expect(contentOf(apply(doc, short).doc)).toEqual(contentOf(after));
      }),
    );
  });

  it("lets edits to different items commute", () => {
    fc.assert(
      fc.property(recipes(1), recipes(1), (a, b) => {
        const first = a.map((recipe) => operationOf(doc, { ...recipe, verb: "set", kind: "card" }));
        const second = b.map((recipe) => operationOf(doc, { ...recipe, verb: "set", kind: "lane" }));
        expect(contentOf(apply(doc, [...first, ...second]).doc)).toEqual(
          contentOf(apply(doc, [...second, ...first]).doc),
        );
      }),
    );
  });
});

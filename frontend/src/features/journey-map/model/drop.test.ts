// @vitest-environment node
import { describe, expect, it } from "vitest";
import { fromWire } from "./wire";
import { cardDrop, cardsTouched, laneDrop, placementDrop, stageDrop, stepDrop } from "./drop";
import { Layouter } from "./layout";
import { structureOf } from "./structure";
import { fixtureMap } from "./testing/fixture";

const structure = structureOf(fromWire(fixtureMap()));
const layout = new Layouter().layout({
  structure,
  columnWidth: 146,
  headerWidth: 156,
  collapsed: new Set(),
  hiddenKinds: new Set(),
  showFlow: false,
  chipLabel: () => "Checkout",
  measure: (text) => text.length * 6,
});
const row = (key: string) => layout.rowOfKey.get(key) ?? { y: 0, height: 0 };
const at = (column: number, key: string, down: number) => ({ x: column * 146 + 20, y: row(key).y + down });
const NONE: ReadonlySet<string> = new Set();

describe("dropping", () => {
  it("finds the slot between cards", () => {
    expect(cardDrop(layout, at(1, "lane-actions", 8), NONE)?.where).toEqual({
      laneId: "lane-actions",
      stepId: "step-1",
      index: 0,
    });
    expect(cardDrop(layout, at(1, "lane-actions", 45), NONE)?.where.index).toBe(1);
    expect(cardDrop(layout, at(1, "lane-actions", 84), NONE)?.where.index).toBe(2);
  });

  it("does not count the cards that are moving", () => {
    expect(cardDrop(layout, at(1, "lane-actions", 84), new Set(["card-actions-1-0"]))?.where.index).toBe(1);
  });

  it("takes no card into the curve, the touchpoints or the headers", () => {
    for (const key of ["lane-emotions", "lane-touchpoints", "steps"])
      expect(cardDrop(layout, at(0, key, 5), NONE)).toBeNull();
  });

  it("puts a touchpoint between two others of any step", () => {
    expect(placementDrop(layout, at(0, "lane-touchpoints", 12), "x")?.where).toEqual({ stepId: "step-0", index: 0 });
    expect(placementDrop(layout, { x: 140, y: row("lane-touchpoints").y + 50 }, "x")?.where.index).toBe(2);
    expect(placementDrop(layout, at(0, "lane-actions", 5), "x")).toBeNull();
  });

  it("puts steps, stages and lanes before or after the one under the pointer", () => {
    expect(stepDrop(layout, structure, { x: 5, y: 60 }, "step-6")?.where).toEqual({ stageId: "stage-0", index: 0 });
    expect(stepDrop(layout, structure, { x: 140, y: 60 }, "step-6")?.where).toEqual({ stageId: "stage-0", index: 1 });
    expect(stageDrop(layout, structure, { x: 5, y: 10 }, "stage-4")?.where).toEqual({ index: 0 });
    expect(stageDrop(layout, structure, { x: 290, y: 10 }, "stage-4")?.where).toEqual({ index: 1 });
    expect(laneDrop(layout, structure, at(0, "lane-actions", 2), "lane-metrics")?.where).toEqual({ index: 0 });
    expect(laneDrop(layout, structure, at(0, "lane-thoughts", 50), "lane-actions")?.where).toEqual({ index: 2 });
  });

  it("stays where it is over itself", () => {
    expect(stepDrop(layout, structure, { x: 140, y: 60 }, "step-0")?.where).toEqual({ stageId: "stage-0", index: 0 });
    expect(stageDrop(layout, structure, { x: 290, y: 10 }, "stage-0")?.where).toEqual({ index: 0 });
  });

  it("selects the cards a rectangle touches, whichever way it was drawn", () => {
    const ids = cardsTouched(layout, at(1, "lane-actions", 90), at(0, "lane-actions", 2));
    expect(ids.sort()).toEqual(["card-actions-0-0", "card-actions-1-0", "card-actions-1-1"]);
  });
});

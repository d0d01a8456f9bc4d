// @vitest-environment node
import { describe, expect, it } from "vitest";
import { fromWire } from "./wire";
import { Layouter } from "./layout";
import { apply } from "./operations";
import { structureOf } from "./structure";
import { fixtureMap } from "./testing/fixture";
import type { LayoutInput } from "./layout";
import type { Operation } from "./operations";

const doc = fromWire(fixtureMap());
const base = structureOf(doc);
const chipLabel = () => "Checkout";

function input(patch: Partial<LayoutInput> = {}): LayoutInput {
  return {
    structure: base,
    columnWidth: 146,
    headerWidth: 156,
    collapsed: new Set(),
    hiddenKinds: new Set(),
    showFlow: true,
    chipLabel,
    measure: (text, style) => text.length * (style === "chip" ? 6.2 : 6),
    ...patch,
  };
}

function edited(operations: Operation[]) {
  return structureOf(apply(doc, operations).doc, base);
}

describe("layout", () => {
  it("stacks rows and columns without gaps", () => {
    const layout = new Layouter().layout(input());
    expect(layout.width).toBe(9 * 146);
    for (const list of [layout.rows.map((row) => [row.y, row.height]), layout.columns.map((c) => [c.x, c.width])]) {
      let edge = 0;
      for (const [start = 0, size = 0] of list) {
        expect(start).toBe(edge);
        edge += size;
      }
    }
    expect(layout.rows.map((row) => row.kind).slice(0, 3)).toEqual(["stages", "steps", "flow"]);
  });

  it("makes a row as high as its fullest cell", () => {
    const layout = new Layouter().layout(input());
    const actions = layout.rowOfKey.get("lane-actions");
    const [first, second] = actions?.layout?.cells.get("step-1")?.boxes ?? [];
    expect(second?.y).toBe((first?.y ?? 0) + (first?.height ?? 0) + 5);
    expect(actions?.height).toBe((second?.y ?? 0) + (second?.height ?? 0) + 7);
  });

  it("turns a collapsed stage into one narrow column and a collapsed lane into a slim row", () => {
    const layout = new Layouter().layout(input({ collapsed: new Set(["stage-3", "lane-actions"]) }));
    expect(layout.columns).toHaveLength(8);
    expect(layout.columnOfStep.get("step-6")).toBe(layout.columnOfStep.get("step-5"));
    expect(layout.rowOfKey.get("lane-actions")?.collapsed).toBe(true);
  });

  it("lets a card cover several columns and puts the next columns’ cards below it", () => {
    const structure = edited([{ op: "card.set", id: "card-actions-0-0", set: { span: 3 } }]);
    const cells = new Layouter().layout(input({ structure })).rowOfKey.get("lane-actions")?.layout?.cells;
    const wide = cells?.get("step-0")?.boxes[0];
    expect(wide?.width).toBe(3 * 146 - 12);
    for (const step of ["step-1", "step-2"]) {
      expect(cells?.get(step)?.boxes[0]?.y).toBeGreaterThanOrEqual((wide?.y ?? 0) + (wide?.height ?? 0));
    }
  });

  it("cuts a span off at the edge of the map", () => {
    const structure = edited([{ op: "card.set", id: "card-actions-8-0", set: { span: 5 } }]);
    const cells = new Layouter().layout(input({ structure })).rowOfKey.get("lane-actions")?.layout?.cells;
    expect(cells?.get("step-8")?.boxes[0]?.width).toBe(146 - 12);
  });

  it("breaks chips into lines", () => {
    const layout = new Layouter().layout(input({ chipLabel: () => "Company newsletter" }));
    const [a, b] = layout.rowOfKey.get("lane-touchpoints")?.layout?.cells.get("step-0")?.boxes ?? [];
    expect(b?.x).toBe(a?.x);
    expect(b?.y).toBe((a?.y ?? 0) + 28);
  });

  it("packs again only the lane that was edited", () => {
    const layouter = new Layouter();
    const before = layouter.layout(input());
    const structure = edited([{ op: "card.set", id: "card-actions-0-0", set: { text: "Likes" } }]);
    const after = layouter.layout(input({ structure }));
    expect(after.columns).toBe(before.columns);
    expect(after.rowOfKey.get("lane-thoughts")?.layout).toBe(before.rowOfKey.get("lane-thoughts")?.layout);
    expect(after.rowOfKey.get("lane-actions")?.layout).not.toBe(before.rowOfKey.get("lane-actions")?.layout);
  });

  it("leaves hidden kinds of lanes and an unmeasured flow out", () => {
    const layout = new Layouter().layout(input({ showFlow: false, hiddenKinds: new Set(["emotions"]) }));
    expect(layout.rowOfKey.has("flow")).toBe(false);
    expect(layout.rowOfKey.has("lane-emotions")).toBe(false);
  });
});

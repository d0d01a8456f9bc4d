// @vitest-environment node
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byOrder } from "./document";
import { keyAfter, keyAt, keysAt } from "./order";

describe("order keys", () => {
  it("puts items exactly where they were asked for, however often", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 120 }), (positions) => {
        let list: { id: string; order: string }[] = [];
        positions.forEach((position, count) => {
          const index = position % (list.length + 1);
          const item = { id: `i${count}`, order: keyAt(list, index) };
          list.splice(index, 0, item);
          const sorted = [...list].sort(byOrder);
          expect(sorted).toEqual(list);
          list = sorted;
        });
        expect(new Set(list.map((item) => item.order)).size).toBe(list.length);
      }),
    );
  });

  it("gives several keys in order", () => {
    const siblings = [
      { id: "a", order: "a0" },
      { id: "b", order: "a1" },
    ];
    const keys = keysAt(siblings, 1, 3);
    expect(["a0", ...keys, "a1"]).toEqual(["a0", ...keys, "a1"].toSorted());
  });

  it("goes past siblings whose keys are equal", () => {
    const siblings = [
      { id: "a", order: "a0" },
      { id: "b", order: "a0" },
      { id: "c", order: "a1" },
    ];
    const key = keyAt(siblings, 1);
    expect(key > "a0" && key < "a1").toBe(true);
  });

  it("starts an empty row", () => {
    expect(keyAfter(null)).toBe("a0");
  });
});

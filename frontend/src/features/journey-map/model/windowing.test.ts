// @vitest-environment node
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicesOf, visibleRange } from "./windowing";

describe("windowing", () => {
  it("finds exactly the spans that touch the view", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 0, max: 100 }),
        (sizes, from, extent, overscan) => {
          const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
          const start = (index: number) => starts[index] ?? 0;
          const end = (index: number) => start(index) + (sizes[index] ?? 0);
          const to = from + extent;
          const touching = sizes.flatMap((_, index) =>
            end(index) > from - overscan && start(index) < to + overscan ? [index] : [],
          );
          expect(indicesOf(visibleRange(sizes.length, start, end, from, to, overscan))).toEqual(touching);
        },
      ),
    );
  });

  it("keeps the focused index in the page", () => {
    expect(indicesOf({ start: 5, end: 7 }, [2, 5, -1])).toEqual([2, 5, 6]);
  });
});

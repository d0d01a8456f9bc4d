// @vitest-environment node
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approach, coversAll, indicesOf, reached, reveal, visibleRange } from "./windowing";
import type { Drawn } from "./windowing";

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

  const range = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 12 })).map(([start, size]) => ({ start, end: start + size }));
  const windows = fc.record({ rows: range, columns: range.filter(({ start, end }) => end > start) });
  const sizeOf = (drawn: Drawn) => [...drawn.values()].reduce((sum, { start, end }) => sum + end - start, 0);

  it("comes to what is wanted in small steps, and stays there", () => {
    fc.assert(
      fc.property(windows, windows, fc.integer({ min: 1, max: 9 }), (before, wanted, budget) => {
        let drawn: Drawn = new Map(indicesOf(before.rows).map((row) => [row, before.columns]));
        for (let steps = 0; !reached(drawn, wanted); steps += 1) {
          const next = approach(drawn, wanted, budget);
          expect(sizeOf(next) - sizeOf(drawn)).toBeLessThanOrEqual(budget);
          expect(steps).toBeLessThan(400);
          drawn = next;
        }
        expect(coversAll(drawn, wanted)).toBe(true);
        expect(reached(approach(drawn, wanted, budget), wanted)).toBe(true);
      }),
    );
  });

  it("has everything that is seen at once", () => {
    fc.assert(
      fc.property(windows, windows, (before, seen) => {
        const drawn: Drawn = new Map(indicesOf(before.rows).map((row) => [row, before.columns]));
        const revealed = reveal(drawn, seen);
        expect(coversAll(revealed, seen)).toBe(true);
      }),
    );
  });
});

import { expect, test } from "vitest";
import { monotoneArea, monotonePath } from "./monotone";

test("a curve through points has their heights and is level at its turning points", () => {
  const points = [
    { x: 0, y: 69 },
    { x: 73, y: 20.5 },
    { x: 219, y: 100 },
    { x: 365, y: 100 },
  ];
  expect(monotonePath(points)).toBe(
    "M0,69C24.3,44.8,48.7,20.5,73,20.5C121.7,20.5,170.3,100,219,100C267.7,100,316.3,100,365,100",
  );
});

test("between two points the curve stays between their heights", () => {
  const steep = [0, 1, 30, 31, 90].map((y, index) => ({ x: index * 40, y }));
  const numbers = [...monotonePath(steep).matchAll(/C[^C]+/g)].map(([piece]) => piece.slice(1).split(",").map(Number));
  numbers.forEach((piece, index) => {
    const [low, high] = [steep[index]?.y ?? 0, steep[index + 1]?.y ?? 0];
    for (const y of [piece[1], piece[3]]) {
      expect(y).toBeGreaterThanOrEqual(low);
      expect(y).toBeLessThanOrEqual(high);
    }
  });
});

test("the area closes at the level line", () => {
  expect(monotoneArea([{ x: 0, y: 10 }, { x: 50, y: 10 }], 60)).toMatch(/^M0,10C.*50,10L50,60L0,60Z$/);
  expect(monotoneArea([], 60)).toBe("");
});

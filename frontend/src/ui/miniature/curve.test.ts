import { expect, it } from "vitest";
import { curveShape, scoreToY } from "./curve";

it("puts +2 at the top, 0 in the middle and −2 at the bottom, and nothing outside", () => {
  expect(scoreToY(2, 100, 10)).toBe(10);
  expect(scoreToY(0, 100, 10)).toBe(50);
  expect(scoreToY(-2, 100, 10)).toBe(90);
  expect(scoreToY(9, 100, 10)).toBe(10);
});

it("places each score in the middle of its step and bridges steps without one", () => {
  const { dots, line } = curveShape([1, null, -1, 0], 400, 100, 10);
  expect(dots.map(({ x }) => x)).toEqual([50, 250, 350]);
  expect(line.match(/M/g)).toHaveLength(1);
});

it("draws nothing for a persona without scores", () => {
  expect(curveShape([null, null], 400, 100, 10)).toEqual({ line: "", fill: "", dots: [] });
});

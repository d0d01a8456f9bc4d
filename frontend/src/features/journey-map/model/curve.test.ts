// @vitest-environment node
import { describe, expect, it } from "vitest";
import { clampScore, curvePath, extremesOf, gapsBetween, moodOf, scoreAt, yOf } from "./curve";

const at = (scores: number[]) => scores.map((score, index) => ({ stepId: `s${index}`, x: 73 + index * 146, score }));

describe("emotion curve", () => {
  it("maps heights and scores onto each other, in tenths and within −2 … +2", () => {
    for (let tenths = -20; tenths <= 20; tenths += 1) expect(scoreAt(yOf(tenths / 10))).toBe(clampScore(tenths / 10));
    expect(scoreAt(-500)).toBe(2);
    expect(scoreAt(500)).toBe(-2);
    expect(Object.is(clampScore(-0.01), 0)).toBe(true);
  });

  it("never overshoots between two points", () => {
    const heights = [...curvePath(at([1, 1, -2, 1]), 700).matchAll(/[-\d.]+[ ,]([-\d.]+)/g)].map((match) =>
      Number(match[1]),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(yOf(1) - 0.1);
    expect(Math.max(...heights)).toBeLessThanOrEqual(yOf(-2) + 0.1);
  });

  it("runs from edge to edge and is empty without points", () => {
    expect(curvePath(at([1, 0]), 292)).toMatch(/^M0,.*292,/);
    expect(curvePath([], 292)).toBe("");
  });

  it("labels highs and lows that stand out", () => {
    expect(extremesOf(at([0.6, 0.9, 1.6, -0.4, 0.9, 0.2, -1.6, 1.7, 1.3]))).toEqual([
      { stepId: "s2", side: "above" },
      { stepId: "s3", side: "below" },
      { stepId: "s4", side: "above" },
      { stepId: "s6", side: "below" },
      { stepId: "s7", side: "above" },
    ]);
    expect(extremesOf(at([0, 0.2, 0]))).toEqual([]);
  });

  it("joins drawn and measured only above 0.45", () => {
    const gaps = gapsBetween(at([1, 1, 1]), at([0.55, 0.5, 2]).slice(0, 2));
    expect(gaps.map((gap) => gap.stepId)).toEqual(["s1"]);
  });

  it("has a face for every score", () => {
    expect([2, 1, 0, -1, -2].map(moodOf)).toEqual(["delighted", "happy", "neutral", "unsure", "let_down"]);
  });
});

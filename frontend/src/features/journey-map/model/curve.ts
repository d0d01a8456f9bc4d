import { monotoneArea, monotonePath } from "@/ui/monotone";
import type { XY } from "@/ui/monotone";

/** Geometry of the emotion curve: zero line in the middle, ±2 near the edges, in px. */
export const CURVE = { height: 140, zero: 69, perUnit: 26.1, faceRadius: 11.5 } as const;

/** From this difference on, drawn and measured are joined by a red line. */
export const GAP = 0.45;

export interface CurvePoint {
  readonly stepId: string;
  /** Middle of the column. */
  readonly x: number;
  /** −2 … +2. */
  readonly score: number;
}

export function yOf(score: number): number {
  return CURVE.zero - score * CURVE.perUnit;
}

/** The score at a height, clamped to −2 … +2 and rounded to tenths. */
export function scoreAt(y: number): number {
  return clampScore((CURVE.zero - y) / CURVE.perUnit);
}

/** Clamps to −2 … +2 in steps of a tenth; −0 becomes 0. */
export function clampScore(score: number): number {
  return Math.round(Math.min(2, Math.max(-2, score)) * 10) / 10 + 0;
}

/** The curve runs on level to both edges of the map. */
function toEdges(points: readonly CurvePoint[], width: number): XY[] {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const inner = points.map(({ x, score }) => ({ x, y: yOf(score) }));
  return [{ x: 0, y: yOf(first.score) }, ...inner, { x: width, y: yOf(last.score) }];
}

/** SVG path of a monotone cubic through the points; empty without points. */
export function curvePath(points: readonly CurvePoint[], width: number): string {
  return monotonePath(toEdges(points, width));
}

/** SVG path of the area between the curve and the zero line. */
export function curveArea(points: readonly CurvePoint[], width: number): string {
  return monotoneArea(toEdges(points, width), CURVE.zero);
}

export type Mood = "delighted" | "happy" | "neutral" | "unsure" | "let_down";

/** The face, and the default word, for a score. */
export function moodOf(score: number): Mood {
  if (score >= 1.3) return "delighted";
  if (score >= 0.45) return "happy";
  if (score > -0.35) return "neutral";
  if (score > -1.2) return "unsure";
  return "let_down";
}

export interface Extreme {
  readonly stepId: string;
  readonly side: "above" | "below";
}

/**
 * Turning points of the curve that deserve a label: highs above and lows below the zero line whose distance
 * to a neighbour is at least 0.5.
 */
export function extremesOf(points: readonly CurvePoint[]): Extreme[] {
  return points.flatMap((point, index): Extreme[] => {
    const around = [points[index - 1], points[index + 1]].filter((other) => other !== undefined);
    if (around.length < 2) return [];
    const highest = around.every((other) => point.score > other.score);
    const lowest = around.every((other) => point.score < other.score);
    const prominent = around.some((other) => Math.abs(point.score - other.score) >= 0.5);
    if (!prominent || !(highest || lowest)) return [];
    return [{ stepId: point.stepId, side: highest ? "above" : "below" }];
  });
}

export interface Gap {
  readonly stepId: string;
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** Where drawn and measured differ by more than `GAP`, as vertical lines from drawn to measured. */
export function gapsBetween(drawn: readonly CurvePoint[], measured: readonly CurvePoint[]): Gap[] {
  const scores = new Map(measured.map((point) => [point.stepId, point.score]));
  return drawn.flatMap((point): Gap[] => {
    const score = scores.get(point.stepId);
    if (score === undefined || Math.abs(score - point.score) <= GAP) return [];
    return [{ stepId: point.stepId, x: point.x, from: yOf(point.score), to: yOf(score) }];
  });
}

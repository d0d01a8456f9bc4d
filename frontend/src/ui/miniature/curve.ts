import { monotoneArea, monotonePath } from "../monotone";

export type Score = number | null;
export type CurveShape = { line: string; fill: string; dots: { x: number; y: number }[] };

/** Where a score of −2 … +2 lies in a band of `height`, with `inset` kept free above and below. */
export function scoreToY(score: number, height: number, inset: number): number {
  const clamped = Math.max(-2, Math.min(2, score));
  return inset + ((2 - clamped) / 4) * (height - 2 * inset);
}

/** The emotion curve over columns of equal width; a step without a score is bridged, not dropped to zero. */
export function curveShape(points: readonly Score[], width: number, height: number, inset: number): CurveShape {
  const column = width / Math.max(points.length, 1);
  const dots = points.flatMap((score, index) =>
    score === null ? [] : [{ x: (index + 0.5) * column, y: scoreToY(score, height, inset) }],
  );
  const zero = scoreToY(0, height, inset);
  return { line: monotonePath(dots), fill: monotoneArea(dots, zero), dots };
}

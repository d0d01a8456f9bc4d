export type XY = { readonly x: number; readonly y: number };

const round = (value: number) => Math.round(value * 10) / 10;

/** Slopes of the secants between neighbours. */
function secants(points: readonly XY[]): number[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x);
  });
}

/** Slope at a point between two secants over widths h: never so steep that the curve overshoots. */
function inner(before: number, after: number, h: readonly [number, number]): number {
  const through = (before * h[1] + after * h[0]) / (h[0] + h[1]);
  return (Math.sign(before) + Math.sign(after)) * Math.min(Math.abs(before), Math.abs(after), Math.abs(through) / 2) || 0;
}

function slopes(points: readonly XY[]): number[] {
  const lines = secants(points);
  const width = (index: number) => (points[index + 1]?.x ?? 0) - (points[index]?.x ?? 0);
  const at = points.map((_, index) => inner(lines[index - 1] ?? 0, lines[index] ?? 0, [width(index - 1), width(index)]));
  const end = (line: number, other: number) => (3 * line - other) / 2;
  const last = points.length - 1;
  if (last < 2) return points.map(() => lines[0] ?? 0);
  at[0] = end(lines[0] ?? 0, at[1] ?? 0);
  at[last] = end(lines[last - 1] ?? 0, at[last - 1] ?? 0);
  return at;
}

/**
 * SVG path of a monotone cubic through points sorted by x, rounded to a tenth: between two points it never leaves
 * their heights. One point gives an empty stroke, none an empty path.
 * Steffen, "A simple method for monotonic interpolation in one dimension", Astronomy & Astrophysics 239 (1990).
 */
export function monotonePath(points: readonly XY[]): string {
  const [first] = points;
  if (first === undefined) return "";
  const slope = slopes(points);
  const pieces = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const third = (to.x - from.x) / 3;
    const out = from.y + third * (slope[index] ?? 0);
    const into = to.y - third * (slope[index + 1] ?? 0);
    return `C${round(from.x + third)},${round(out)},${round(to.x - third)},${round(into)},${round(to.x)},${round(to.y)}`;
  });
  return `M${round(first.x)},${round(first.y)}${pieces.length === 0 ? "Z" : pieces.join("")}`;
}

/** SVG path of the area between the curve and a level line. */
export function monotoneArea(points: readonly XY[], level: number): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || first === last) return "";
  return `${monotonePath(points)}L${round(last.x)},${round(level)}L${round(first.x)},${round(level)}Z`;
}

/** A half-open range of indices. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The spans (sorted, without gaps) that touch [from, to), widened by `overscan` px on both sides.
 * Binary search: the cost does not grow with the map.
 */
export function visibleRange(
  count: number,
  startOf: (index: number) => number,
  endOf: (index: number) => number,
  from: number,
  to: number,
  overscan: number,
): Range {
  const first = lowerBound(count, (index) => endOf(index) > from - overscan);
  const last = lowerBound(count, (index) => startOf(index) >= to + overscan);
  return { start: Math.min(first, last), end: last };
}

/** First index for which the (monotone) predicate holds, or `count`. */
function lowerBound(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function sameRange(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The indices of the range, and those of `always` (the focused one must never be taken out of the page). */
export function indicesOf(range: Range, always: readonly number[] = []): number[] {
  const indices = Array.from({ length: range.end - range.start }, (_, offset) => range.start + offset);
  const extra = always.filter((index) => index >= 0 && (index < range.start || index >= range.end));
  return extra.length === 0 ? indices : [...new Set([...indices, ...extra])].sort((a, b) => a - b);
}

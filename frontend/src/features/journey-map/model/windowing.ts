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

/** What of a grid should be in the page. */
export interface Windows {
  readonly rows: Range;
  readonly columns: Range;
}

/** The columns that are in the page, by row. */
export type Drawn = ReadonlyMap<number, Range>;

export function covers(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** Is everything of this part in the page? */
export function coversAll(drawn: Drawn, { rows, columns }: Windows): boolean {
  for (let row = rows.start; row < rows.end; row += 1) {
    const there = drawn.get(row);
    if (there === undefined || !covers(there, columns)) return false;
  }
  return true;
}

/** Takes a range closer to the wanted one by at most `most` new indices; what is not wanted any more goes. */
function grow(there: Range | undefined, wanted: Range, most: number): Range {
  const start = Math.max(there?.start ?? wanted.start, wanted.start);
  const end = Math.min(there?.end ?? wanted.start, wanted.end);
  if (start >= end) return { start: wanted.start, end: Math.min(wanted.end, wanted.start + most) };
  const after = Math.min(most, wanted.end - end);
  const before = Math.min(most - after, start - wanted.start);
  return { start: start - before, end: end + after };
}

/** How many indices of `next` are new; at least one, because taking away is work as well. */
function added(before: Range | undefined, next: Range): number {
  const kept = before === undefined ? 0 : Math.min(before.end, next.end) - Math.max(before.start, next.start);
  return Math.max(1, next.end - next.start - Math.max(0, kept));
}

/** Adds at once what is seen and not there yet. */
export function reveal(drawn: Drawn, { rows, columns }: Windows): Drawn {
  const next = new Map(drawn);
  for (let row = rows.start; row < rows.end; row += 1) {
    const there = drawn.get(row);
    const touches = there !== undefined && there.start <= columns.end && there.end >= columns.start;
    const start = touches ? Math.min(there.start, columns.start) : columns.start;
    const end = touches ? Math.max(there.end, columns.end) : columns.end;
    next.set(row, { start, end });
  }
  return next;
}

/**
 * One step from what is drawn to what is wanted, with about `budget` new cells: a column or a row that comes into
 * reach is spread over several frames instead of being drawn in one.
 */
export function approach(drawn: Drawn, { rows, columns }: Windows, budget: number): Drawn {
  const next = new Map<number, Range>();
  let left = budget;
  for (let row = rows.start; row < rows.end; row += 1) {
    const there = drawn.get(row);
    if (there !== undefined && (left <= 0 || sameRange(there, columns))) next.set(row, there);
    else if (left > 0) {
      const grown = grow(there, columns, left);
      next.set(row, grown);
      left -= added(there, grown);
    }
  }
  return next;
}

/** Is exactly what is wanted in the page? */
export function reached(drawn: Drawn, { rows, columns }: Windows): boolean {
  if (drawn.size !== rows.end - rows.start) return false;
  return [...drawn].every(([row, there]) => row >= rows.start && row < rows.end && sameRange(there, columns));
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

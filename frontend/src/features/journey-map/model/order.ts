import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { byOrder } from "./document";
import type { Id } from "./document";

interface Ordered {
  readonly id: Id;
  readonly order: string;
}

/** A key right after `last`, or the first key of an empty row. */
export function keyAfter(last: string | null): string {
  return generateKeyBetween(last, null);
}

/**
 * Keys for `count` items inserted before position `index` of the siblings (sorted; the moved ones left out).
 * Siblings with equal keys (two people inserted at once) cannot be told apart by a key between them:
 * the new keys then go after the whole group of equals.
 */
export function keysAt(siblings: readonly Ordered[], index: number, count = 1): string[] {
  const before = siblings[index - 1]?.order ?? null;
  let next = index;
  while (before !== null && (siblings[next]?.order ?? "￿") <= before) next += 1;
  return generateNKeysBetween(before, siblings[next]?.order ?? null, count);
}

/** The one key for an item inserted before position `index`. */
export function keyAt(siblings: readonly Ordered[], index: number): string {
  const [key] = keysAt(siblings, index);
  if (key === undefined) throw new RangeError("one key was asked for and none came");
  return key;
}

/** Sorted copy of the siblings without the given ids. */
export function without<T extends Ordered>(siblings: Iterable<T>, ids: ReadonlySet<Id>): T[] {
  return [...siblings].filter((sibling) => !ids.has(sibling.id)).sort(byOrder);
}

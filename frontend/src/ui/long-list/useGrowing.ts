import { startTransition, useState } from "react";
import { flushSync } from "react-dom";

/** More than a tall window shows; drawn in a moment. */
const portion = 40;

/** How much of a long list is drawn, as `LongList` wants it. */
export type Growing = { shown: number; count: number; hasMore: boolean; onMore: () => void; /** Draws at least as many. */ reach: (wanted: number) => void };

type Options = {
  /** Begins again when it is another one, e.g. what is searched for. */
  of?: string;
  first?: number;
  /** The end of what must be seen in any case. */
  atLeast?: number;
};

/**
 * Draws a list of `count` entries from its start, a portion at a time: a page with a thousand of them opens as fast as
 * one with forty.
 */
export function useGrowing(count: number, { of = "", first = portion, atLeast = 0 }: Options = {}): Growing {
  const [grown, setGrown] = useState({ of, to: first });
  const to = Math.max(grown.of === of ? grown.to : first, atLeast);
  const grow = (next: number) => setGrown({ of, to: next });
  return {
    shown: Math.min(to, count),
    count,
    hasMore: to < count,
    onMore: () => startTransition(() => grow(to + portion)),
    reach: (wanted) => wanted > to && flushSync(() => grow(wanted)),
  };
}

import { useEffect } from "react";
import { create } from "zustand";

/** Keys that the shortcuts sheet lists, whether or not they can do something right now. */
export type KeyGuide = {
  label: string;
  /** Heading under which the sheet lists it. */
  section: string;
  /** Each in the notation of shortcut.ts; any of them does it. */
  keys: readonly string[];
};

type KeyGuideState = { guides: ReadonlyMap<symbol, readonly KeyGuide[]> };

export const useKeyGuides = create<KeyGuideState>(() => ({ guides: new Map() }));

/** Lists keys in the shortcuts sheet while the component is mounted. Memoise the list. */
export function useKeyGuide(guide: readonly KeyGuide[]): void {
  useEffect(() => {
    const group = Symbol("keys");
    useKeyGuides.setState(({ guides }) => ({ guides: new Map(guides).set(group, guide) }));
    return () =>
      useKeyGuides.setState(({ guides }) => ({ guides: new Map([...guides].filter(([each]) => each !== group)) }));
  }, [guide]);
}

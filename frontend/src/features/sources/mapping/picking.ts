import { createContext, useContext } from "react";
import type { Place, Scalar } from "./pointers";

/** A field that takes what is clicked in a sample. */
export type Picker = { id: string; label: string; pick: (pointer: string, value: Scalar | undefined) => void };

export type Picking = {
  /** The field that was last entered. */
  active: Picker | null;
  setActive: (picker: Picker | null) => void;
  /** All places in the last items, for choosing by keyboard. */
  places: readonly Place[];
  items: readonly unknown[];
};

export const PickingContext = createContext<Picking>({ active: null, setActive: () => undefined, places: [], items: [] });
export const usePicking = (): Picking => useContext(PickingContext);

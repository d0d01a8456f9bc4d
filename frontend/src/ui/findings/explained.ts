import { create } from "zustand";

type Explained = { ruleId: string | null; explain: (ruleId: string | null) => void };

/** The check somebody wants to read about, wherever they came upon it; shown by the frame around all pages. */
export const useExplained = create<Explained>((set) => ({
  ruleId: null,
  explain: (ruleId) => set({ ruleId }),
}));

export const explain = (ruleId: string): void => useExplained.getState().explain(ruleId);

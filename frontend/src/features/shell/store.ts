import { create } from "zustand";

type Overlay = "palette" | "shortcuts";

/** Which of the shell's own overlays is open. */
export const useShellStore = create<{ opened: Overlay | null; open: (overlay: Overlay) => void; close: () => void }>(
  (set) => ({
    opened: null,
    open: (opened) => set({ opened }),
    close: () => set({ opened: null }),
  }),
);

import { v7 } from "uuid";
import { create } from "zustand";

export type ToastAction = { label: string; run: () => void };
export type ToastItem = {
  id: string;
  message: string;
  tone: "neutral" | "negative";
  action?: ToastAction;
  /** Called when it goes without its action having been taken. */
  onClose?: () => void;
};

type ToastState = {
  items: readonly ToastItem[];
  add: (item: ToastItem) => void;
  /** Takes a toast away; `acted` when its action was taken. */
  dismiss: (id: string, acted?: boolean) => void;
};

const mostAtOnce = 3;

export const useToastStore = create<ToastState>((set, get) => ({
  items: [],
  add: (item) => {
    const items = [...get().items, item];
    set({ items: items.slice(-mostAtOnce) });
    for (const crowdedOut of items.slice(0, -mostAtOnce)) crowdedOut.onClose?.();
  },
  dismiss: (id, acted = false) => {
    const gone = get().items.find((item) => item.id === id);
    set((state) => ({ items: state.items.filter((item) => item.id !== id) }));
    if (!acted) gone?.onClose?.();
  },
}));

/** Says something in passing, with at most one thing to do about it. Returns the id, for dismissing it early. */
export function toast(item: Partial<Omit<ToastItem, "id">> & { message: string }): string {
  const id = v7();
  useToastStore.getState().add({ id, tone: "neutral", ...item });
  return id;
}

/** Takes a toast away early, as if its action had been taken. */
export const dismissToast = (id: string): void => useToastStore.getState().dismiss(id, true);

import { v7 } from "uuid";
import { create } from "zustand";

export type ToastAction = { label: string; run: () => void };
export type ToastItem = { id: string; message: string; tone: "neutral" | "negative"; action?: ToastAction };

type ToastState = {
  items: readonly ToastItem[];
  add: (item: ToastItem) => void;
  dismiss: (id: string) => void;
};

const mostAtOnce = 3;

export const useToastStore = create<ToastState>((set) => ({
  items: [],
  add: (item) => set((state) => ({ items: [...state.items, item].slice(-mostAtOnce) })),
  dismiss: (id) => set((state) => ({ items: state.items.filter((item) => item.id !== id) })),
}));

/** Says something in passing, with at most one thing to do about it. Returns the id, for dismissing it early. */
export function toast(item: { message: string; tone?: ToastItem["tone"]; action?: ToastAction }): string {
  const id = v7();
  useToastStore.getState().add({ id, tone: "neutral", ...item });
  return id;
}

import type { ReactNode } from "react";

/** One thing to choose in a menu. `selected` makes it one of a set (a radio item with a tick). */
export type MenuAction = {
  id: string;
  label: string;
  description?: string;
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  selected?: boolean;
  onAction: () => void;
};

export type MenuSectionEntry = { id: string; title?: string; items: readonly MenuAction[] };
export type MenuEntry = MenuAction | MenuSectionEntry;

export const isSection = (entry: MenuEntry): entry is MenuSectionEntry => "items" in entry;

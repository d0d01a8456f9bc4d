import { useEffect } from "react";
import { create } from "zustand";

export type Command = {
  id: string;
  label: string;
  /** Heading under which the palette and the shortcuts sheet list it. */
  section: string;
  /** See shortcut.ts for the notation. */
  shortcut?: string;
  /** Its keys write nothing, so they work while somebody is writing. */
  everywhere?: true;
  /** More words by which the palette finds it. */
  keywords?: string;
  run: () => void;
};

type CommandState = {
  groups: ReadonlyMap<symbol, readonly Command[]>;
  set: (group: symbol, commands: readonly Command[] | null) => void;
};

export const useCommandStore = create<CommandState>((set) => ({
  groups: new Map(),
  set: (group, commands) =>
    set((state) => {
      const groups = new Map(state.groups);
      if (commands) groups.set(group, commands);
      else groups.delete(group);
      return { groups };
    }),
}));

/** Offers commands in the palette, the shortcuts sheet and on the keyboard while the component is mounted. Memoise the list. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const group = Symbol("commands");
    const { set } = useCommandStore.getState();
    set(group, commands);
    return () => set(group, null);
  }, [commands]);
}

/** Every command now on offer; of two with one id the later mounted wins. */
export function allCommands(groups: CommandState["groups"]): Command[] {
  const byId = new Map<string, Command>();
  for (const commands of groups.values()) for (const command of commands) byId.set(command.id, command);
  return [...byId.values()];
}

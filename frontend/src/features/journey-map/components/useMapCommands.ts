import { useMemo } from "react";
import { m } from "@/i18n/generated/messages";
import { useCommands } from "@/ui/commands/store";
import { MAP_COMMANDS } from "../commands/all";
import { useEditor, useSnapshot, useUi } from "../context";
import type { CommandGroup } from "../commands/command";

const SECTIONS: Record<CommandGroup, () => string> = {
  history: m.map_section_edit,
  cards: m.map_section_cards,
  clipboard: m.map_section_cards,
  structure: m.map_section_structure,
  view: m.map_section_view,
  map: m.map_section_map,
};

/** Offers the commands that make sense right now in the palette, the shortcuts sheet and on the keyboard. */
export function useMapCommands(): void {
  const editor = useEditor();
  const active = useUi((state) => state.active);
  const item = useUi((state) => state.item);
  const selection = useUi((state) => state.selection);
  const canUndo = useSnapshot((state) => state.canUndo);
  const canRedo = useSnapshot((state) => state.canRedo);
  const offered = useMemo(() => {
    // What `when` looks at; listed so that the offer follows it.
    void [active, item, selection, canUndo, canRedo];
    return MAP_COMMANDS.filter((command) => command.when(editor)).flatMap((command) => {
      const entry = {
        id: command.id,
        label: command.label(),
        section: SECTIONS[command.group](),
        run: () => command.run(editor),
      };
      const bound = command.shortcut === undefined ? entry : { ...entry, shortcut: command.shortcut };
      // Windows people redo with Ctrl+Y.
      return command.id === "map.redo" ? [bound, { ...entry, id: "map.redo.y", shortcut: "Mod+Y" }] : [bound];
    });
  }, [editor, active, item, selection, canUndo, canRedo]);
  useCommands(offered);
}

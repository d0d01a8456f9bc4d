import { useCallback, useMemo, useSyncExternalStore } from "react";
import { m } from "@/i18n/generated/messages";
import { useCommands } from "@/ui/commands/store";
import { commandById, MAP_COMMANDS } from "../commands/all";
import { useEditor } from "../context";
import type { Command } from "@/ui/commands/store";
import type { CommandGroup } from "../commands/command";
import type { Editor } from "../editor";

const SECTIONS: Record<CommandGroup, () => string> = {
  history: m.map_section_edit,
  cards: m.map_section_cards,
  clipboard: m.map_section_cards,
  structure: m.map_section_structure,
  view: m.map_section_view,
  map: m.map_section_map,
};

/** The ids of the commands that make sense right now, as one value that is easy to compare. */
function offer(editor: Editor): string {
  return MAP_COMMANDS.filter((command) => command.when(editor))
    .map((command) => command.id)
    .join(" ");
}

function entriesOf(editor: Editor, ids: string): Command[] {
  return ids.split(" ").flatMap((id): Command[] => {
    const command = commandById(id);
    const entry = { id, label: command.label(), section: SECTIONS[command.group](), run: () => command.run(editor) };
    const bound = command.shortcut === undefined ? entry : { ...entry, shortcut: command.shortcut };
    // Windows people redo with Ctrl+Y.
    return id === "map.redo" ? [bound, { ...entry, id: "map.redo.y", shortcut: "Mod+Y" }] : [bound];
  });
}

/** Offers the commands that make sense right now in the palette and on the keyboard. */
export function useMapCommands(): void {
  const editor = useEditor();
  const now = useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const stops = [editor.subscribe(listener), editor.ui.subscribe(listener)];
        return () => stops.forEach((stop) => stop());
      },
      [editor],
    ),
    () => offer(editor),
  );
  useCommands(useMemo(() => entriesOf(editor, now), [editor, now]));
}

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useKeyGuide } from "@/ui/commands/key-guide";
import { useCommands } from "@/ui/commands/store";
import { commandById, MAP_COMMANDS } from "../commands/all";
import { mapKeyGuide, SECTIONS } from "../commands/key-guide";
import { useEditor } from "../context";
import type { Command } from "@/ui/commands/store";
import type { Editor } from "../editor";

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
    const { shortcut, everywhere } = command;
    const bound = { ...entry, ...(shortcut !== undefined && { shortcut }), ...(everywhere && { everywhere }) };
    // Windows people redo with Ctrl+Y.
    return id === "map.redo" ? [bound, { ...entry, id: "map.redo.y", shortcut: "Mod+Y" }] : [bound];
  });
}

/** Offers the commands that make sense right now in the palette and on the keyboard, and lists all keys. */
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
  const { canEdit } = editor;
  useKeyGuide(useMemo(() => mapKeyGuide(canEdit), [canEdit]));
}

import { m } from "@/i18n/generated/messages";
import { canEdit } from "./command";
import type { MapCommand } from "./command";

export const historyCommands: readonly MapCommand[] = [
  {
    id: "map.undo",
    group: "history",
    label: m.map_undo,
    shortcut: "Mod+Z",
    when: (editor) => canEdit(editor) && editor.snapshot.canUndo,
    run: (editor) => {
      editor.undo();
      editor.announce(m.map_said_undone());
    },
  },
  {
    id: "map.redo",
    group: "history",
    label: m.map_redo,
    shortcut: "Mod+Shift+Z",
    when: (editor) => canEdit(editor) && editor.snapshot.canRedo,
    run: (editor) => {
      editor.redo();
      editor.announce(m.map_said_redone());
    },
  },
];

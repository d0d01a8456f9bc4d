import type { Editor } from "../editor";

export type CommandGroup = "history" | "cards" | "structure" | "view" | "map" | "findings";

/** One thing a person can do on the map. Keys, menus, the toolbar and the palette all use the same object. */
export interface MapCommand {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: () => string;
  /** As in ui/commands/shortcut.ts. */
  readonly shortcut?: string;
  /** Also while a text is being written. */
  readonly everywhere?: true;
  readonly danger?: boolean;
  /** Changes nothing on the map, so viewers have it as well. */
  readonly reads?: true;
  readonly when: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

export const canEdit = (editor: Editor): boolean => editor.canEdit;

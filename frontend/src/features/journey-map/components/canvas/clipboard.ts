import { copyTo, cutTo, pasteFrom } from "../../commands/clipboard";
import { isTyping } from "@/ui/commands/shortcut";
import type { Editor } from "../../editor";

const ACTS = { copy: copyTo, cut: cutTo, paste: pasteFrom } as const;

/** Copy, cut and paste while the focus is on the map, not in a text. */
export function onClipboard(editor: Editor, event: ClipboardEvent): void {
  if (isTyping(event.target) || event.clipboardData === null) return;
  if (ACTS[event.type as keyof typeof ACTS](editor, event.clipboardData)) event.preventDefault();
}

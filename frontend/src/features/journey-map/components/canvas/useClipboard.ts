import { useMemo } from "react";
import type { ClipboardEvent } from "react";
import { copyTo, cutTo, pasteFrom } from "../../commands/clipboard";
import { useEditor } from "../../context";
import type { Editor } from "../../editor";

type Act = (editor: Editor, data: DataTransfer) => boolean;

/** Copy, cut and paste while the focus is on the map, not in a text. */
export function useClipboard() {
  const editor = useEditor();
  return useMemo(() => {
    const on = (act: Act) => (event: ClipboardEvent) => {
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
      if (act(editor, event.clipboardData)) event.preventDefault();
    };
    return { onCopy: on(copyTo), onCut: on(cutTo), onPaste: on(pasteFrom) };
  }, [editor]);
}

import { useEffect } from "react";
import { flushSync } from "react-dom";
import { useEditor } from "../../context";

/** Draws the whole map while it is printed. */
export function usePrinting(): void {
  const editor = useEditor();
  useEffect(() => {
    const show = (printing: boolean) => () => flushSync(() => editor.ui.setState({ printing }));
    const before = show(true);
    const after = show(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [editor]);
}

import { useEffect } from "react";
import { useEditor } from "../context";
import { hasUnsent } from "../unsent";
import { tools } from "./late-parts";

/** The first signs that somebody is about to do something. */
const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "wheel"] as const;
/** By then what others have changed should be asked for. */
const PATIENCE_MS = 12_000;

/**
 * Fetches what acts on the map at the first sign of a hand on the page; at once when an earlier visit has left
 * something to send, or when there is something to open.
 */
export function useTools(atOnce: boolean): void {
  const editor = useEditor();
  useEffect(() => {
    if (atOnce || hasUnsent(editor.structure.doc.id)) {
      tools.fetch();
      return;
    }
    const controller = new AbortController();
    const fetch = () => {
      controller.abort();
      tools.fetch();
    };
    const timer = setTimeout(fetch, PATIENCE_MS);
    for (const sign of SIGNS) {
      window.addEventListener(sign, fetch, { capture: true, passive: true, signal: controller.signal });
    }
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [editor, atOnce]);
}

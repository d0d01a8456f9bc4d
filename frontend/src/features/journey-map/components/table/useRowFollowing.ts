import { useEffect, useRef } from "react";
import { useEditor, useUi } from "../../context";
import { standsFor } from "../../model/table";
import type { RefObject } from "react";
import type { Row } from "../../model/table";

/** Scrolls to the row of what the editor goes to, as soon as it is among `rows`, and focuses it unless it only has to be seen. */
export function useRowFollowing(view: RefObject<HTMLElement | null>, rows: readonly Row[]): void {
  const editor = useEditor();
  const tick = useUi((state) => state.focusTick);
  const first = useRef(tick);
  const followed = useRef(0);
  useEffect(() => {
    if (tick === followed.current) return;
    const { active, item, onlyShown } = editor.ui.getState();
    const id = standsFor(editor.structure, active, item);
    const found = id === null ? null : view.current?.querySelector(`[data-item="${CSS.escape(id)}"]`);
    if (found === undefined || (found === null && id !== null)) return;
    followed.current = tick;
    const row = found?.closest("tr");
    row?.scrollIntoView({ block: "nearest" });
    // Whoever has just turned to the table stands on what turned to it.
    if (!onlyShown && tick !== first.current) row?.querySelector("button")?.focus({ preventScroll: true });
  }, [tick, rows, editor, view]);
}

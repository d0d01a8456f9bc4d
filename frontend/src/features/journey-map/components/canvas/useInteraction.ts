import { useEffect } from "react";
import { useEditor } from "../../context";
import { onClipboard } from "./clipboard";
import { onGridKey } from "./keys";
import { Pointer } from "./pointer/pointer";
import { onZoomGesture } from "./zoom-gestures";

/**
 * Listens to keys, pointers and the clipboard on the map: one listener of each for everything that is drawn there,
 * however much comes and goes while scrolling.
 */
export function useInteraction(viewport: HTMLElement): void {
  const editor = useEditor();
  useEffect(() => {
    const grid = viewport.querySelector<HTMLElement>("[role=grid]");
    if (grid === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const pointer = new Pointer({ editor, viewport });
    grid.addEventListener("pointerdown", pointer.onPointerDown, { signal });
    grid.addEventListener("click", pointer.onClick, { signal });
    grid.addEventListener("dblclick", pointer.onDoubleClick, { signal });
    grid.addEventListener("contextmenu", pointer.onContextMenu, { signal });
    grid.addEventListener("keydown", (event) => onGridKey(editor, viewport, event), { signal });
    for (const type of ["copy", "cut", "paste"] as const) {
      grid.addEventListener(type, (event) => onClipboard(editor, event), { signal });
    }
    const onWheel = (event: WheelEvent) => onZoomGesture({ editor, viewport }, event);
    viewport.addEventListener("wheel", onWheel, { signal, passive: false });
    return () => controller.abort();
  }, [editor, viewport]);
}

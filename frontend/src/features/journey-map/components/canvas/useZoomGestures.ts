import { useEffect } from "react";
import type { RefObject } from "react";
import { zoomTo } from "../../commands/view";
import { useEditor } from "../../context";

/** Ctrl and the wheel, and the pinch of a trackpad, zoom around the pointer. */
export function useZoomGestures(viewport: RefObject<HTMLElement | null>): void {
  const editor = useEditor();
  useEffect(() => {
    const element = viewport.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY / 300);
      zoomTo(editor, editor.ui.getState().zoom * factor, { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [editor, viewport]);
}

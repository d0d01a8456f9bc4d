import { zoomTo } from "../../commands/view";
import type { Place } from "./pointer/session";

/** Ctrl and the wheel, and the pinch of a trackpad, zoom around the pointer. */
export function onZoomGesture({ editor, viewport }: Place, event: WheelEvent): void {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const box = viewport.getBoundingClientRect();
  const factor = Math.exp(-event.deltaY / 300);
  zoomTo(editor, editor.ui.getState().zoom * factor, { x: event.clientX - box.left, y: event.clientY - box.top });
}

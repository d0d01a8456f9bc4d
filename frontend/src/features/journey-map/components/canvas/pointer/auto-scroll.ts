import { METRICS } from "../../../model/metrics";
import type { Place } from "./session";

const EDGE = 56;
const FASTEST = 18;

function speed(position: number, start: number, end: number): number {
  if (position < start + EDGE) return -FASTEST * Math.min(1, (start + EDGE - position) / EDGE);
  if (position > end - EDGE) return FASTEST * Math.min(1, (position - end + EDGE) / EDGE);
  return 0;
}

/** Scrolls while the pointer is near an edge of what can be seen of the lanes. Returns whether it did. */
export function autoScroll({ editor, viewport }: Place, pointer: { clientX: number; clientY: number }): boolean {
  const { zoom } = editor.ui.getState();
  const box = viewport.getBoundingClientRect();
  const left = box.left + editor.layout.headerWidth * zoom;
  const top = box.top + (METRICS.stagesRow + METRICS.stepsRow) * zoom;
  const x = speed(pointer.clientX, left, box.right);
  const y = speed(pointer.clientY, top, box.bottom);
  if (x === 0 && y === 0) return false;
  const before = viewport.scrollLeft + viewport.scrollTop;
  viewport.scrollBy(x, y);
  return viewport.scrollLeft + viewport.scrollTop !== before;
}

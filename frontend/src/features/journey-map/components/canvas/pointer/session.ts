import type { Editor } from "../../../editor";
import type { Point } from "../../../model/drop";

export interface Place {
  readonly editor: Editor;
  readonly viewport: HTMLElement;
}

/** Something the pointer does from press to release. */
export interface Session {
  /** What hangs on the pointer, if anything. */
  readonly ghost?: HTMLElement;
  readonly autoScroll: boolean;
  /** The pointer is at a point of the map (px at 100 %), at a place of the screen. */
  move(at: Point, event: PointerEvent): void;
  drop(): void;
  /** Esc, or the browser took the pointer away. */
  cancel(): void;
}

/** The point of the map under the pointer. */
export function pointOf({ editor, viewport }: Place, event: { clientX: number; clientY: number }): Point {
  const { zoom } = editor.ui.getState();
  const box = viewport.getBoundingClientRect();
  return {
    x: (event.clientX - box.left + viewport.scrollLeft) / zoom - editor.layout.headerWidth,
    y: (event.clientY - box.top + viewport.scrollTop) / zoom,
  };
}

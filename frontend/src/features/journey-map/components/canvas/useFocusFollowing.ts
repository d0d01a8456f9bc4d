import { useEffect, useRef } from "react";
import { useEditor, useUi } from "../../context";
import { METRICS } from "../../model/metrics";
import type { Editor } from "../../editor";

const MARGIN = 12;

interface Edge {
  start: number;
  end: number;
}

/** How far to scroll so that [start, end) is inside the view, not under what is fixed at its start. */
function shift(target: Edge, view: Edge): number {
  if (target.start < view.start) return target.start - view.start - MARGIN;
  if (target.end > view.end) return Math.min(target.end - view.end + MARGIN, target.start - view.start - MARGIN);
  return 0;
}

/** Scrolls a cell, or a thing in it, out from under the headers and into the window. */
export function reveal(editor: Editor, viewport: HTMLElement): void {
  const { active, item, zoom } = editor.ui.getState();
  const { layout } = editor;
  const row = layout.rowOfKey.get(active.row);
  const column = layout.columns.find((one) => one.key === active.column);
  const left = viewport.scrollLeft / zoom;
  const top = viewport.scrollTop / zoom;
  let x = 0;
  let y = 0;
  if (column !== undefined) {
    const view = { start: left, end: left + viewport.clientWidth / zoom - layout.headerWidth };
    x = shift({ start: column.x, end: column.x + column.width }, view);
  }
  if (row !== undefined && row.kind !== "stages" && row.kind !== "steps") {
    const fixed = METRICS.stagesRow + METRICS.stepsRow;
    const view = { start: top + fixed, end: top + viewport.clientHeight / zoom };
    const box = row.layout?.cells.get(active.column)?.boxes.find((one) => one.id === item);
    const start = row.y + (box?.y ?? 0);
    y = shift({ start, end: start + (box?.height ?? row.height) }, view);
  }
  if (x !== 0 || y !== 0) viewport.scrollBy({ left: x * zoom, top: y * zoom });
}

function find(viewport: HTMLElement, editor: Editor): HTMLElement | null {
  const { active, item } = editor.ui.getState();
  const cell = viewport.querySelector<HTMLElement>(`[data-cell="${active.row}|${active.column}"]`);
  if (item === null) return cell;
  return viewport.querySelector<HTMLElement>(`[data-item="${item}"]`) ?? cell;
}

/** Moves the browser's focus to where the editor says it is, after the cell has been drawn. */
export function useFocusFollowing(viewport: HTMLElement): void {
  const editor = useEditor();
  const tick = useUi((state) => state.focusTick);
  const editing = useUi((state) => state.editing !== null);
  const followed = useRef(0);
  useEffect(() => {
    if (tick === followed.current) return;
    followed.current = tick;
    reveal(editor, viewport);
    if (editing || editor.ui.getState().onlyShown) return;
    find(viewport, editor)?.focus({ preventScroll: true });
  }, [tick, editing, editor, viewport]);
}

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import { useEditor, useSnapshot, useUi } from "../../context";
import { indicesOf, sameRange, visibleRange } from "../../model/windowing";
import type { Editor } from "../../editor";
import type { Range } from "../../model/windowing";

interface Windows {
  readonly rows: Range;
  readonly columns: Range;
}

/** How far outside of the window rows and columns are kept ready, in px at 100 %. */
const OVERSCAN = { rows: 140, columns: 220 };
const HEADER_ROWS = 2;

function windowsOf(editor: Editor, element: HTMLElement | null): Windows {
  const { layout } = editor;
  const { printing, zoom } = editor.ui.getState();
  if (printing || element === null) {
    const count = printing ? Infinity : 14;
    return {
      rows: { start: HEADER_ROWS, end: Math.min(layout.rows.length, count) },
      columns: { start: 0, end: Math.min(layout.columns.length, count) },
    };
  }
  const left = element.scrollLeft / zoom;
  const top = element.scrollTop / zoom;
  const row = (index: number) => layout.rows[index + HEADER_ROWS] ?? { y: 0, height: 0 };
  const column = (index: number) => layout.columns[index] ?? { x: 0, width: 0 };
  const rows = visibleRange(
    layout.rows.length - HEADER_ROWS,
    (index) => row(index).y,
    (index) => row(index).y + row(index).height,
    top,
    top + element.clientHeight / zoom,
    OVERSCAN.rows,
  );
  return {
    rows: { start: rows.start + HEADER_ROWS, end: rows.end + HEADER_ROWS },
    columns: visibleRange(
      layout.columns.length,
      (index) => column(index).x,
      (index) => column(index).x + column(index).width,
      left,
      left + element.clientWidth / zoom - layout.headerWidth,
      OVERSCAN.columns,
    ),
  };
}

/** Indices of the rows (without the two header rows) and columns to draw; the active ones are always among them. */
export function useWindow(viewport: RefObject<HTMLDivElement | null>) {
  const editor = useEditor();
  const layout = useSnapshot((state) => state.layout);
  const zoom = useUi((state) => state.zoom);
  const printing = useUi((state) => state.printing);
  const active = useUi((state) => state.active);
  const [windows, setWindows] = useState(() => windowsOf(editor, null));
  const shown = useRef(windows);

  const refresh = useCallback(() => {
    const next = windowsOf(editor, viewport.current);
    if (sameRange(next.rows, shown.current.rows) && sameRange(next.columns, shown.current.columns)) return;
    shown.current = next;
    setWindows(next);
  }, [editor, viewport]);

  useLayoutEffect(refresh, [refresh, layout, zoom, printing]);

  useEffect(() => {
    const element = viewport.current;
    if (element === null) return;
    const measure = () => {
      editor.ui.setState({ viewport: { width: element.clientWidth, height: element.clientHeight } });
      refresh();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", refresh, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", refresh);
    };
  }, [editor, refresh, viewport]);

  const activeRow = layout.rowOfKey.get(active.row)?.index ?? -1;
  const activeColumn = layout.columns.findIndex((column) => column.key === active.column);
  const rows = useMemo(() => {
    const inPage = { start: windows.rows.start, end: Math.min(windows.rows.end, layout.rows.length) };
    return indicesOf(inPage, activeRow >= HEADER_ROWS ? [activeRow] : []);
  }, [windows.rows, activeRow, layout.rows.length]);
  const columns = useMemo(() => {
    const inPage = { start: windows.columns.start, end: Math.min(windows.columns.end, layout.columns.length) };
    return indicesOf(inPage, activeColumn >= 0 ? [activeColumn] : []);
  }, [windows.columns, activeColumn, layout.columns.length]);
  return { rows, columns };
}

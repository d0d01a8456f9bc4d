import { startTransition, useLayoutEffect, useMemo, useState } from "react";
import { useEditor, useSnapshot, useUi } from "../../context";
import { indicesOf } from "../../model/windowing";
import { HEADER_ROWS, Windower } from "./windower";

/** Indices of the rows (without the two header rows) and columns to draw; the active ones are always among them. */
export function useWindow(viewport: HTMLElement | null) {
  const editor = useEditor();
  const [windower] = useState(() => new Windower(editor));
  const [windows, setWindows] = useState(windower.windows);
  const layout = useSnapshot((state) => state.layout);
  const active = useUi((state) => state.active);

  useLayoutEffect(() => {
    if (viewport === null) return;
    const stop = windower.subscribe((next, urgent) => {
      if (urgent) setWindows(next);
      else startTransition(() => setWindows(next));
    });
    const detach = windower.attach(viewport);
    return () => {
      stop();
      detach();
    };
  }, [windower, viewport]);

  const activeRow = layout.rowOfKey.get(active.row)?.index ?? -1;
  const activeColumn = layout.columns.findIndex((column) => column.key === active.column);
  const rowCount = layout.rows.length;
  const columnCount = layout.columns.length;
  const rows = useMemo(() => {
    const inPage = { start: windows.rows.start, end: Math.min(windows.rows.end, rowCount) };
    return indicesOf(inPage, activeRow >= HEADER_ROWS ? [activeRow] : []);
  }, [windows.rows, activeRow, rowCount]);
  const columns = useMemo(() => {
    const inPage = { start: windows.columns.start, end: Math.min(windows.columns.end, columnCount) };
    return indicesOf(inPage, activeColumn >= 0 ? [activeColumn] : []);
  }, [windows.columns, activeColumn, columnCount]);
  return { rows, columns };
}

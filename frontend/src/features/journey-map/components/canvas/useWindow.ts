import { useLayoutEffect, useMemo, useState } from "react";
import { useEditor, useSnapshot, useUi } from "../../context";
import { indicesOf } from "../../model/windowing";
import { HEADER_ROWS, Windower } from "./windower";
import type { Range } from "../../model/windowing";

/** A lane that is in the page, and which of its columns are. */
export interface RowInPage {
  readonly index: number;
  readonly columns: readonly number[];
}

/** The same range gives the same list, so that a lane in which nothing comes or goes is not drawn again. */
function listsOf(columnCount: number, active: number): (range: Range) => readonly number[] {
  const lists = new Map<string, readonly number[]>();
  return ({ start, end }) => {
    const key = `${start}-${end}`;
    const list = lists.get(key) ?? indicesOf({ start, end: Math.min(end, columnCount) }, active >= 0 ? [active] : []);
    lists.set(key, list);
    return list;
  };
}

/** What to draw of the lanes and of the two header rows; the active row and column are always among it. */
export function useWindow(viewport: HTMLElement | null) {
  const editor = useEditor();
  const [windower] = useState(() => new Windower(editor));
  const [inPage, setInPage] = useState(windower.current);
  const layout = useSnapshot((state) => state.layout);
  const active = useUi((state) => state.active);

  useLayoutEffect(() => {
    if (viewport === null) return;
    const stop = windower.subscribe(setInPage);
    const detach = windower.attach(viewport);
    return () => {
      stop();
      detach();
    };
  }, [windower, viewport]);

  const activeRow = layout.rowOfKey.get(active.row)?.index ?? -1;
  const activeColumn = layout.columns.findIndex((column) => column.key === active.column);
  const listOf = useMemo(() => listsOf(layout.columns.length, activeColumn), [layout.columns.length, activeColumn]);
  const rows = useMemo((): RowInPage[] => {
    const there = [...inPage.cells.keys()].filter((index) => index < layout.rows.length);
    const all = activeRow < HEADER_ROWS || there.includes(activeRow) ? there : [...there, activeRow];
    return all
      .sort((a, b) => a - b)
      .map((index) => ({ index, columns: listOf(inPage.cells.get(index) ?? inPage.columns) }));
  }, [inPage, activeRow, layout.rows.length, listOf]);
  return { rows, columns: listOf(inPage.columns) };
}

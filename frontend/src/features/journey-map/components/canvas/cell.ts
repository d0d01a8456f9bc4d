import { useUi } from "../../context";
import type { Column } from "../../model/boxes";

/** What every cell of the grid carries: its place for assistive technology, the keyboard and the pointer. */
export function useCellProps(row: string, column: Column, role: "gridcell" | "columnheader" = "gridcell") {
  const tabbable = useUi(
    (state) => state.item === null && state.active.row === row && state.active.column === column.key,
  );
  return {
    role,
    "aria-colindex": column.index + 2,
    tabIndex: tabbable ? 0 : -1,
    "data-cell": `${row}|${column.key}`,
    style: { left: column.x, width: column.width },
  } as const;
}

/** Is this card, chip or face the one that Tab reaches? */
export function useItemTabIndex(id: string): 0 | -1 {
  return useUi((state) => (state.item === id ? 0 : -1));
}

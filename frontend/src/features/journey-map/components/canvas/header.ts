import { useUi } from "../../context";
import { HEADER_COLUMN } from "../../model/layout";

/** What the first cell of a row carries. */
export function useHeaderProps(row: string) {
  const tabbable = useUi(
    (state) => state.item === null && state.active.row === row && state.active.column === HEADER_COLUMN,
  );
  return {
    role: "rowheader",
    "aria-colindex": 1,
    tabIndex: tabbable ? 0 : -1,
    "data-cell": `${row}|${HEADER_COLUMN}`,
  } as const;
}

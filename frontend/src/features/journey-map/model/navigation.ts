import { HEADER_COLUMN } from "./layout";

/** Where the keyboard is: a row and a column of the grid, both by key ('' is the lane header column). */
export interface Place {
  readonly row: string;
  readonly column: string;
}

export interface Grid {
  readonly rows: readonly string[];
  /** Without the header column. */
  readonly columns: readonly string[];
  /** In the stages row several columns are one cell: the first column of the cell a column belongs to. */
  readonly firstColumn: (row: string, column: string) => string;
}

export interface Keys {
  readonly key: string;
  readonly control: boolean;
  /** Rows of one screenful, for PageUp and PageDown. */
  readonly page: number;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** Next column in a direction that is another cell (stage headers cover several columns). */
function sideways(grid: Grid, row: string, columns: readonly string[], at: number, by: 1 | -1): number {
  const here = columns[at] ?? HEADER_COLUMN;
  const cell = here === HEADER_COLUMN ? here : grid.firstColumn(row, here);
  for (let next = at + by; next >= 0 && next < columns.length; next += by) {
    const key = columns[next] ?? HEADER_COLUMN;
    const first = key === HEADER_COLUMN ? key : grid.firstColumn(row, key);
    if (first !== cell) return columns.indexOf(first);
  }
  return at;
}

/** The place a grid key leads to after the WAI-ARIA grid pattern; null when the key is not one of the grid's. */
export function navigate(grid: Grid, from: Place, { key, control, page }: Keys): Place | null {
  const columns = [HEADER_COLUMN, ...grid.columns];
  const row = clamp(grid.rows.indexOf(from.row), 0, grid.rows.length - 1);
  const column = clamp(columns.indexOf(from.column), 0, columns.length - 1);
  const at = (nextRow: number, nextColumn: number): Place => {
    const rowKey = grid.rows[clamp(nextRow, 0, grid.rows.length - 1)] ?? from.row;
    return { row: rowKey, column: columns[clamp(nextColumn, 0, columns.length - 1)] ?? HEADER_COLUMN };
  };
  switch (key) {
    case "ArrowRight":
      return at(row, sideways(grid, from.row, columns, column, 1));
    case "ArrowLeft":
      return at(row, sideways(grid, from.row, columns, column, -1));
    case "ArrowDown":
      return at(control ? grid.rows.length - 1 : row + 1, column);
    case "ArrowUp":
      return at(control ? 0 : row - 1, column);
    case "Home":
      return at(control ? 0 : row, 0);
    case "End":
      return at(control ? grid.rows.length - 1 : row, columns.length - 1);
    case "PageDown":
      return at(row + page, column);
    case "PageUp":
      return at(row - page, column);
    default:
      return null;
  }
}

/** All places of the rectangle between two corners, for selecting with Shift. */
export function rectangle(grid: Grid, anchor: Place, focus: Place): Place[] {
  const range = (list: readonly string[], a: string, b: string) => {
    const [low, high] = [list.indexOf(a), list.indexOf(b)].sort((x, y) => x - y) as [number, number];
    return list.slice(Math.max(0, low), high + 1);
  };
  const columns = range(grid.columns, anchor.column, focus.column);
  return range(grid.rows, anchor.row, focus.row).flatMap((row) => columns.map((column) => ({ row, column })));
}

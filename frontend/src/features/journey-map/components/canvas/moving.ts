import { navigate } from "../../model/navigation";
import type { Editor } from "../../editor";
import type { Grid, Keys, Place } from "../../model/navigation";

/** The grid as the keyboard sees it. */
export function gridOf({ layout }: Editor): Grid {
  const firstOfStage = new Map<string, string>();
  for (const column of layout.columns) {
    if (!firstOfStage.has(column.stageId)) firstOfStage.set(column.stageId, column.key);
  }
  const stageOf = new Map(layout.columns.map((column) => [column.key, column.stageId]));
  return {
    rows: layout.rows.map((row) => row.key),
    columns: layout.columns.map((column) => column.key),
    firstColumn: (row, column) => (row === "stages" ? (firstOfStage.get(stageOf.get(column) ?? "") ?? column) : column),
  };
}

/** Where a key leads to; a stage is entered at its first column. */
export function moveTo(grid: Grid, from: Place, keys: Keys): Place | null {
  const place = navigate(grid, from, keys);
  if (place === null || place.column === "") return place;
  return { row: place.row, column: grid.firstColumn(place.row, place.column) };
}

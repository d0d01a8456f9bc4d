import type { Id } from "./document";

/** Width in px of one line of text as it will be drawn. */
export type Measure = (text: string, style: "card" | "chip") => number;

export interface Column {
  /** Step id, or the stage id where a collapsed stage is one narrow column. */
  readonly key: Id;
  readonly kind: "step" | "collapsed";
  readonly stageId: Id;
  readonly stepIds: readonly Id[];
  readonly index: number;
  readonly x: number;
  readonly width: number;
}

export interface Box {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: number;
}

/** What one cell shows, placed relative to the cell. */
export interface CellLayout {
  readonly boxes: readonly Box[];
  /** Lowest edge of the boxes, spanning ones from the left included. */
  readonly bottom: number;
  readonly spans: boolean;
}
export type LaneLayout = { readonly height: number; readonly cells: ReadonlyMap<Id, CellLayout> };

function sameBoxes(a: readonly Box[], b: readonly Box[]): boolean {
  return a.length === b.length && a.every((box, index) => sameBox(box, b[index]));
}

/** Do two boxes show the same thing in the same place? */
export function sameBox(a: Box, b: Box | undefined): boolean {
  return (
    a.id === b?.id && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height && a.lines === b.lines
  );
}

/** Cells as they were where they show the same, so that what draws them need not look again. */
export function sharedCells(next: LaneLayout["cells"], before: LaneLayout["cells"] | undefined): LaneLayout["cells"] {
  if (before === undefined) return next;
  return new Map(
    [...next].map(([key, cell]) => {
      const old = before.get(key);
      const same = old?.bottom === cell.bottom && old.spans === cell.spans && sameBoxes(cell.boxes, old.boxes);
      return [key, same ? old : cell] as const;
    }),
  );
}

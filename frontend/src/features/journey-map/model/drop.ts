import { holdsCards } from "./card-edits";
import type { Id } from "./document";
import type { Box, Column } from "./boxes";
import type { Layout, Row } from "./layout";
import type { Slot } from "./card-edits";
import type { Structure } from "./structure";

/** A point on the map, in px at 100 %, from the left edge of the first column and the top of the first row. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where to draw the line that shows a drop. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Drop<Where> {
  readonly where: Where;
  readonly mark: Mark;
}

export function columnAt(layout: Layout, x: number): Column | undefined {
  return layout.columns.find((column) => x < column.x + column.width) ?? layout.columns.at(-1);
}

export function rowAt(layout: Layout, y: number): Row | undefined {
  return layout.rows.find((row) => y < row.y + row.height) ?? layout.rows.at(-1);
}

const LINE = 3;

function lineBelow(column: Column, row: Row, boxes: readonly Box[], index: number): Mark {
  const above = boxes[index - 1];
  const below = boxes[index];
  const y = above !== undefined ? above.y + above.height + 1 : below !== undefined ? below.y - 4 : 6;
  return { x: column.x + 8, y: row.y + y, width: column.width - 16, height: LINE };
}

/** The slot a card would fall into at a point; null where no card can be. */
export function cardDrop(layout: Layout, at: Point, moving: ReadonlySet<Id>): Drop<Slot> | null {
  const row = rowAt(layout, at.y);
  const column = columnAt(layout, at.x);
  if (row?.lane == null || column?.kind !== "step" || row.collapsed || !holdsCards(row.lane.kind)) return null;
  const boxes = (row.layout?.cells.get(column.key)?.boxes ?? []).filter((box) => !moving.has(box.id));
  const found = boxes.findIndex((box) => at.y - row.y < box.y + box.height / 2);
  const index = found === -1 ? boxes.length : found;
  return {
    where: { laneId: row.lane.id, stepId: column.key, index },
    mark: lineBelow(column, row, boxes, index),
  };
}

/** The place a touchpoint would fall into at a point; null outside of touchpoint lanes. */
export function placementDrop(layout: Layout, at: Point, moving: Id): Drop<{ stepId: Id; index: number }> | null {
  const row = rowAt(layout, at.y);
  const column = columnAt(layout, at.x);
  if (row?.lane?.kind !== "touchpoints" || column?.kind !== "step" || row.collapsed) return null;
  const boxes = (row.layout?.cells.get(column.key)?.boxes ?? []).filter((box) => box.id !== moving);
  const x = at.x - column.x;
  const y = at.y - row.y;
  const found = boxes.findIndex((box) => y < box.y || (y < box.y + box.height && x < box.x + box.width / 2));
  const index = found === -1 ? boxes.length : found;
  const next = boxes[index];
  const last = boxes.at(-1);
  const edge = next ? { x: next.x - 3, y: next.y } : last ? { x: last.x + last.width + 1, y: last.y } : { x: 6, y: 8 };
  return {
    where: { stepId: column.key, index },
    mark: { x: column.x + edge.x, y: row.y + edge.y, width: LINE, height: 24 },
  };
}

function headerLine(x: number, layout: Layout, top: number): Mark {
  return { x: Math.max(0, x - LINE / 2), y: top, width: LINE, height: layout.height - top };
}

/** Where a step would go at a point: before `index` of a stage's other steps. */
export function stepDrop(
  layout: Layout,
  structure: Structure,
  at: Point,
  moving: Id,
): Drop<{ stageId: Id; index: number }> | null {
  const column = columnAt(layout, at.x);
  if (column?.kind !== "step") return null;
  const others = (structure.stepsOf.get(column.stageId) ?? []).filter((step) => step.id !== moving);
  const after = at.x > column.x + column.width / 2;
  const here = others.findIndex((step) => step.id === column.key);
  const own = structure.stepsOf.get(column.stageId)?.findIndex((step) => step.id === moving) ?? 0;
  const index = here === -1 ? own : here + (after ? 1 : 0);
  const top = layout.rowOfKey.get("steps")?.y ?? 0;
  return {
    where: { stageId: column.stageId, index },
    mark: headerLine(after ? column.x + column.width : column.x, layout, top),
  };
}

/** Where a stage would go at a point: before `index` of the other stages. */
export function stageDrop(layout: Layout, structure: Structure, at: Point, moving: Id): Drop<{ index: number }> | null {
  const column = columnAt(layout, at.x);
  if (column === undefined) return null;
  const columns = layout.columns.filter((one) => one.stageId === column.stageId);
  const first = columns[0] ?? column;
  const last = columns.at(-1) ?? column;
  const after = at.x > (first.x + last.x + last.width) / 2;
  const others = structure.stages.filter((stage) => stage.id !== moving);
  const here = others.findIndex((stage) => stage.id === column.stageId);
  const own = structure.stages.findIndex((stage) => stage.id === moving);
  return {
    where: { index: here === -1 ? own : here + (after ? 1 : 0) },
    mark: headerLine(after ? last.x + last.width : first.x, layout, 0),
  };
}

/** Where a lane would go at a height: before `index` of the other lanes. */
export function laneDrop(layout: Layout, structure: Structure, at: Point, moving: Id): Drop<{ index: number }> | null {
  const rows = layout.rows.filter((row) => row.lane !== null);
  const row = rows.find((one) => at.y < one.y + one.height) ?? rows.at(-1);
  if (row?.lane == null) return null;
  const { id } = row.lane;
  const after = at.y > row.y + row.height / 2;
  const others = structure.lanes.filter((lane) => lane.id !== moving);
  const here = others.findIndex((lane) => lane.id === id);
  const own = structure.lanes.findIndex((lane) => lane.id === moving);
  return {
    where: { index: here === -1 ? own : here + (after ? 1 : 0) },
    mark: {
      x: -layout.headerWidth,
      y: (after ? row.y + row.height : row.y) - LINE / 2,
      width: layout.headerWidth + layout.width,
      height: LINE,
    },
  };
}

/** Cards that a rectangle touches. */
export function cardsTouched(layout: Layout, from: Point, to: Point): Id[] {
  const left = Math.min(from.x, to.x);
  const right = Math.max(from.x, to.x);
  const top = Math.min(from.y, to.y);
  const bottom = Math.max(from.y, to.y);
  return layout.rows.flatMap((row) => {
    if (row.lane === null || row.layout === null || !holdsCards(row.lane.kind)) return [];
    if (row.y > bottom || row.y + row.height < top) return [];
    return layout.columns.flatMap((column) =>
      (row.layout?.cells.get(column.key)?.boxes ?? [])
        .filter((box) => {
          const x = column.x + box.x;
          const y = row.y + box.y;
          return x < right && x + box.width > left && y < bottom && y + box.height > top;
        })
        .map((box) => box.id),
    );
  });
}

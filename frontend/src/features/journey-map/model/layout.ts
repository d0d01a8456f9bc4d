import { cardFooter, METRICS } from "./metrics";
import { laneCells } from "./structure";
import type { Card, Id, Lane, LaneKind, Placement } from "./document";
import type { LaneCells, Structure } from "./structure";

/** Width in px of one line of text as it will be drawn. */
export type Measure = (text: string, style: "card" | "chip") => number;

/** The column of the lane headers, before all others. */
export const HEADER_COLUMN = "";

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

export interface Row {
  readonly key: string;
  readonly kind: "stages" | "steps" | "flow" | "lane";
  readonly lane: Lane | null;
  readonly collapsed: boolean;
  readonly index: number;
  readonly y: number;
  readonly height: number;
  readonly layout: LaneLayout | null;
}

export interface Layout {
  readonly headerWidth: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Width of all columns, without the lane headers. */
  readonly width: number;
  readonly height: number;
  readonly columnOfStep: ReadonlyMap<Id, Column>;
  readonly rowOfKey: ReadonlyMap<string, Row>;
}

export interface LayoutInput {
  readonly structure: Structure;
  readonly columnWidth: number;
  readonly headerWidth: number;
  readonly collapsed: ReadonlySet<Id>;
  readonly hiddenKinds: ReadonlySet<LaneKind>;
  readonly showFlow: boolean;
  readonly chipLabel: (placement: Placement) => string;
  readonly measure: Measure;
}

function columnsOf({ structure, columnWidth, collapsed }: LayoutInput): Column[] {
  const columns: Column[] = [];
  let x = 0;
  const push = (column: Omit<Column, "index" | "x">) => {
    columns.push({ ...column, index: columns.length, x });
    x += column.width;
  };
  for (const stage of structure.stages) {
    const stepIds = (structure.stepsOf.get(stage.id) ?? []).map((step) => step.id);
    if (collapsed.has(stage.id)) {
      push({ key: stage.id, kind: "collapsed", stageId: stage.id, stepIds, width: METRICS.collapsedColumn });
    } else {
      for (const id of stepIds) {
        push({ key: id, kind: "step", stageId: stage.id, stepIds: [id], width: columnWidth });
      }
    }
  }
  return columns;
}

/** Lines a card's text takes, 1 or 2 (longer texts are cut off with an ellipsis). */
function linesOf(text: string, width: number, measure: Measure): number {
  return text.includes("\n") || measure(text, "card") > width ? 2 : 1;
}

/** Lines of a card's text in a given width. */
type LinesOf = (card: Card, width: number) => number;

function cardBox(card: Card, lane: Lane, width: number, y: number, lineCount: LinesOf): Box {
  const inner = width - 2 * METRICS.cellPaddingX - 2 * METRICS.cardPaddingX;
  const lines = lineCount(card, inner);
  return {
    id: card.id,
    x: METRICS.cellPaddingX,
    y,
    width: width - 2 * METRICS.cellPaddingX,
    height: METRICS.cardHeight(lane.kind, lines, cardFooter(card, lane.kind), card.image_url !== ""),
    lines,
  };
}

function spanWidth(card: Card, columns: readonly Column[], at: Column): { covered: Column[]; width: number } {
  const covered = columns.slice(at.index, at.index + Math.max(1, card.span)).filter((column) => column.kind === "step");
  return { covered, width: covered.reduce((sum, column) => sum + column.width, 0) };
}

/**
 * Packs the cards of a lane from left to right. A card that covers several columns is placed below what
 * those columns already hold; the cards of the next columns go below it.
 */
function packCards(lane: Lane, cells: LaneCells, columns: readonly Column[], lineCount: LinesOf): LaneLayout {
  const top = METRICS.cellPaddingY(lane.kind);
  const bottoms = columns.map(() => top);
  const layouts = new Map<Id, CellLayout>();
  for (const column of columns) {
    if (column.kind !== "step") continue;
    const boxes: Box[] = [];
    let spans = false;
    for (const card of cells.get(column.key) ?? []) {
      const { covered, width } = spanWidth(card, columns, column);
      const y = Math.max(...covered.map((one) => bottoms[one.index] ?? top));
      const box = cardBox(card, lane, width, y, lineCount);
      boxes.push(box);
      spans ||= covered.length > 1;
      for (const one of covered) bottoms[one.index] = box.y + box.height + METRICS.cardGap;
    }
    const bottom = bottoms[column.index] ?? top;
    if (boxes.length > 0 || bottom > top) layouts.set(column.key, { boxes, bottom, spans });
  }
  const content = Math.max(...bottoms, top) - METRICS.cardGap + top;
  return { height: Math.max(METRICS.minHeight(lane.kind), content), cells: layouts };
}

type ChipInput = Pick<LayoutInput, "structure" | "chipLabel" | "measure">;

/** Lays chips out in lines like words. */
function packChips(columns: readonly Column[], { structure, chipLabel, measure }: ChipInput): LaneLayout {
  const { height, gap, extra, truthExtra } = METRICS.chip;
  const top = METRICS.cellPaddingY("touchpoints");
  const layouts = new Map<Id, CellLayout>();
  let lowest = top;
  for (const column of columns) {
    const placements = column.kind === "step" ? (structure.placements.get(column.key) ?? []) : [];
    const inner = column.width - 2 * METRICS.cellPaddingX;
    let x = 0;
    let y = top;
    const boxes = placements.map((placement): Box => {
      const text = Math.ceil(measure(chipLabel(placement), "chip"));
      const width = Math.min(inner, text + extra + (placement.moment_of_truth ? truthExtra : 0));
      if (x > 0 && x + width > inner) {
        x = 0;
        y += height + gap;
      }
      const box = { id: placement.id, x: METRICS.cellPaddingX + x, y, width, height, lines: 1 };
      x += width + gap;
      return box;
    });
    if (boxes.length === 0) continue;
    layouts.set(column.key, { boxes, bottom: y + height + gap, spans: false });
    lowest = Math.max(lowest, y + height + gap);
  }
  const content = lowest - gap + top;
  return { height: Math.max(METRICS.minHeight("touchpoints"), content), cells: layouts };
}

interface Remembered {
  readonly columns: readonly Column[];
  readonly lane: Lane;
  readonly from: unknown;
  readonly labels: unknown;
  readonly layout: LaneLayout;
}

function sameColumns(a: readonly Column[], b: readonly Column[]): boolean {
  return (
    a.length === b.length &&
    a.every((column, index) => {
      const other = b[index];
      return (
        other?.key === column.key &&
        other.stageId === column.stageId &&
        other.width === column.width &&
        other.kind === column.kind &&
        other.stepIds.join() === column.stepIds.join()
      );
    })
  );
}

function sharedRow(next: Row, before: Row | undefined): Row {
  if (before === undefined) return next;
  const keys = Object.keys(next) as (keyof Row)[];
  return keys.every((key) => next[key] === before[key]) ? before : next;
}

function sameBoxes(a: readonly Box[], b: readonly Box[]): boolean {
  return a.length === b.length && a.every((box, index) => sameBox(box, b[index]));
}

/** Do two boxes show the same thing in the same place? */
export function sameBox(a: Box, b: Box | undefined): boolean {
  return (
    a.id === b?.id && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height && a.lines === b.lines
  );
}

function sharedCells(next: LaneLayout["cells"], before: LaneLayout["cells"] | undefined): LaneLayout["cells"] {
  if (before === undefined) return next;
  return new Map(
    [...next].map(([key, cell]) => {
      const old = before.get(key);
      const same = old?.bottom === cell.bottom && old.spans === cell.spans && sameBoxes(cell.boxes, old.boxes);
      return [key, same ? old : cell] as const;
    }),
  );
}

/**
 * Computes layouts and remembers the lanes: an edit in one lane costs the packing of one lane.
 * Lay a map out with one Layouter for as long as it is on screen.
 */
export class Layouter {
  private readonly lanes = new Map<Id, Remembered>();
  private columns: readonly Column[] = [];
  private rows: ReadonlyMap<string, Row> = new Map();
  private lines = new WeakMap<Card, { readonly width: number; readonly lines: number }>();

  /** Texts have another width from now on, as when the font has arrived. */
  forget(): void {
    this.lanes.clear();
    this.lines = new WeakMap();
  }

  layout(input: LayoutInput): Layout {
    const fresh = columnsOf(input);
    if (!sameColumns(this.columns, fresh)) this.columns = fresh;
    const columns = this.columns;
    const rows: Row[] = [];
    let y = 0;
    const push = (row: Omit<Row, "index" | "y">) => {
      rows.push(sharedRow({ ...row, index: rows.length, y }, this.rows.get(row.key)));
      y += row.height;
    };
    push({ key: "stages", kind: "stages", lane: null, collapsed: false, height: METRICS.stagesRow, layout: null });
    push({ key: "steps", kind: "steps", lane: null, collapsed: false, height: METRICS.stepsRow, layout: null });
    if (input.showFlow) {
      push({ key: "flow", kind: "flow", lane: null, collapsed: false, height: METRICS.flowRow, layout: null });
    }
    for (const lane of input.structure.lanes) {
      if (input.hiddenKinds.has(lane.kind)) continue;
      const collapsed = input.collapsed.has(lane.id);
      const layout = collapsed ? null : this.lane(lane, columns, input);
      push({ key: lane.id, kind: "lane", lane, collapsed, height: layout?.height ?? METRICS.collapsedRow, layout });
    }
    const last = columns.at(-1);
    this.rows = new Map(rows.map((row) => [row.key, row]));
    return {
      headerWidth: input.headerWidth,
      columns,
      rows,
      width: last === undefined ? 0 : last.x + last.width,
      height: y,
      columnOfStep: new Map(columns.flatMap((column) => column.stepIds.map((id) => [id, column] as const))),
      rowOfKey: this.rows,
    };
  }

  private lane(lane: Lane, columns: readonly Column[], input: LayoutInput): LaneLayout {
    const chips = lane.kind === "touchpoints";
    const from = chips ? input.structure.placements : laneCells(input.structure, lane.id);
    const labels = chips ? input.chipLabel : null;
    const known = this.lanes.get(lane.id);
    if (known?.columns === columns && known.lane.kind === lane.kind && known.from === from && known.labels === labels) {
      return known.layout;
    }
    const layout =
      lane.kind === "emotions"
        ? { height: METRICS.emotionRow, cells: new Map<Id, CellLayout>() }
        : chips
          ? packChips(columns, input)
          : packCards(lane, laneCells(input.structure, lane.id), columns, this.lineCount(input.measure));
    const shared = { ...layout, cells: sharedCells(layout.cells, known?.layout.cells) };
    this.lanes.set(lane.id, { columns, lane, from, labels, layout: shared });
    return shared;
  }

  /** A card keeps its number of lines until it, or the width of its column, is another one. */
  private lineCount(measure: Measure): LinesOf {
    return (card, width) => {
      const known = this.lines.get(card);
      if (known?.width === width) return known.lines;
      const lines = linesOf(card.text, width, measure);
      this.lines.set(card, { width, lines });
      return lines;
    };
  }
}

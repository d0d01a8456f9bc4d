import { sharedCells } from "./boxes";
import { METRICS } from "./metrics";
import { linesOf, packCards, packChips } from "./packing";
import { laneCells } from "./structure";
import type { CellLayout, Column, LaneLayout, Measure } from "./boxes";
import type { Card, Id, Lane, LaneKind, Placement } from "./document";
import type { LinesOf } from "./packing";
import type { Structure } from "./structure";

/** The column of the lane headers, before all others. */
export const HEADER_COLUMN = "";

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

interface Remembered {
  readonly columns: readonly Column[];
  readonly lane: Lane;
  readonly from: unknown;
  readonly labels: unknown;
  readonly layout: LaneLayout;
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

import { cardFooter, METRICS } from "./metrics";
import type { Box, CellLayout, Column, LaneLayout, Measure } from "./boxes";
import type { Card, Id, Lane, Placement } from "./document";
import type { LaneCells, Structure } from "./structure";

/** Lines a card's text takes, 1 or 2 (longer texts are cut off with an ellipsis). */
export function linesOf(text: string, width: number, measure: Measure): number {
  return text.includes("\n") || measure(text, "card") > width ? 2 : 1;
}

/** Lines of a card's text in a given width. */
export type LinesOf = (card: Card, width: number) => number;

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
export function packCards(lane: Lane, cells: LaneCells, columns: readonly Column[], lineCount: LinesOf): LaneLayout {
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

interface ChipInput {
  readonly structure: Structure;
  readonly chipLabel: (placement: Placement) => string;
  readonly measure: Measure;
}

/** Lays chips out in lines like words. */
export function packChips(columns: readonly Column[], { structure, chipLabel, measure }: ChipInput): LaneLayout {
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

import { inReadingOrder } from "./card-edits";
import type { Card, Id, Lane, Stage, Step } from "./document";
import type { Place } from "./navigation";
import type { Structure } from "./structure";

/** A line of the table: a card and where it stands, or a step or a stage on which no card stands. */
export interface Row {
  readonly stage: Stage;
  readonly step: Step | null;
  readonly lane: Lane | null;
  readonly card: Card | null;
}

/** All cards in reading order, then the steps and stages that have none. */
export function rowsOf(structure: Structure): Row[] {
  const { stage: stages, step: steps, lane: lanes, card: cards } = structure.doc.items;
  const used = new Set([...cards.values()].map((card) => card.step_id));
  const written = inReadingOrder(structure, new Set(cards.keys())).flatMap((card): Row[] => {
    const step = steps.get(card.step_id);
    const stage = stages.get(step?.stage_id ?? "");
    return step === undefined || stage === undefined ? [] : [{ stage, step, lane: lanes.get(card.lane_id) ?? null, card }];
  });
  const blank = structure.stages.flatMap((stage): Row[] => {
    const own = structure.stepsOf.get(stage.id) ?? [];
    if (own.length === 0) return [{ stage, step: null, lane: null, card: null }];
    return own.filter((step) => !used.has(step.id)).map((step) => ({ stage, step, lane: null, card: null }));
  });
  return [...written, ...blank];
}

/** The rows in which this is written somewhere, in whatever case. */
export function findRows(rows: readonly Row[], query: string): readonly Row[] {
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === "") return rows;
  return rows.filter(({ card, step, lane, stage }) =>
    [card?.text, ...(card?.tags ?? []), step?.title, lane?.title, stage.title].some((text) =>
      text?.toLocaleLowerCase().includes(wanted),
    ),
  );
}

/** What stands for a place of the map in the table: its card, else its step, or its stage. Null for none of them. */
export function standsFor({ doc: { items } }: Structure, active: Place, item: Id | null): Id | null {
  if (item !== null && items.card.has(item)) return item;
  const step = items.step.get(active.column);
  if (active.row === "stages") return step?.stage_id ?? (items.stage.has(active.column) ? active.column : null);
  return step?.id ?? null;
}

export const isAt = ({ card, step, stage }: Row, id: Id): boolean => [card?.id, step?.id, stage.id].includes(id);

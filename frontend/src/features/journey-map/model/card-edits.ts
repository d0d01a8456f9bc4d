import { v7 as uuid } from "uuid";
import { newCard } from "./create";
import { keyAt, keysAt, without } from "./order";
import { cardsIn } from "./structure";
import type { Card, Id, LaneKind } from "./document";
import type { Operation } from "./operations";
import type { Structure } from "./structure";

/** A slot between the cards of a cell. */
export interface Slot {
  readonly laneId: Id;
  readonly stepId: Id;
  /** Position among the cards that are not being moved. */
  readonly index: number;
}

/** Emotions and touchpoints are drawn from their own items; every other lane holds cards. */
export function holdsCards(kind: LaneKind): boolean {
  return kind !== "emotions" && kind !== "touchpoints";
}

/** Cards in reading order: by lane, then step, then place in the cell. */
export function inReadingOrder(structure: Structure, ids: ReadonlySet<Id>): Card[] {
  return structure.lanes.flatMap((lane) =>
    structure.steps.flatMap((step) => cardsIn(structure, lane.id, step.id).filter((card) => ids.has(card.id))),
  );
}

export function addCard(structure: Structure, slot: Slot, text = ""): { card: Card; operations: Operation[] } {
  const card = newCard(slot.stepId, slot.laneId, keyAt(cardsIn(structure, slot.laneId, slot.stepId), slot.index), text);
  const lane = structure.doc.items.lane.get(slot.laneId);
  const item: Card =
    lane?.kind === "metrics" ? { ...card, metric: { measure: "customers", baseline: null, target: null } } : card;
  return { card: item, operations: [{ op: "card.add", item }] };
}

/** Moves cards to one slot, keeping their order. Empty when nothing would change. */
export function moveCards(structure: Structure, ids: ReadonlySet<Id>, slot: Slot): Operation[] {
  const moved = inReadingOrder(structure, ids);
  const siblings = without(cardsIn(structure, slot.laneId, slot.stepId), ids);
  const before = siblings.slice(0, slot.index).map((card) => card.id);
  const now = cardsIn(structure, slot.laneId, slot.stepId).map((card) => card.id);
  const then = [...before, ...moved.map((card) => card.id), ...siblings.slice(slot.index).map((card) => card.id)];
  if (then.length === now.length && then.every((id, index) => id === now[index])) return [];
  const keys = keysAt(siblings, slot.index, moved.length);
  return moved.map((card, index) => ({
    op: "card.set",
    id: card.id,
    set: { step_id: slot.stepId, lane_id: slot.laneId, order: keys[index] ?? card.order },
  }));
}

/** Shifts cards by whole columns and rows, each to the end of its new cell; those that would leave the map stay. */
export function shiftCards(
  structure: Structure,
  ids: ReadonlySet<Id>,
  by: { steps: number; lanes: number },
): Operation[] {
  const lanes = structure.lanes.filter((lane) => holdsCards(lane.kind));
  return inReadingOrder(structure, ids).flatMap((card): Operation[] => {
    const step = structure.steps[structure.steps.findIndex((one) => one.id === card.step_id) + by.steps];
    const lane = lanes[lanes.findIndex((one) => one.id === card.lane_id) + by.lanes];
    if (step === undefined || lane === undefined) return [];
    const siblings = without(cardsIn(structure, lane.id, step.id), ids);
    const order = keyAt(siblings, siblings.length);
    return [{ op: "card.set", id: card.id, set: { step_id: step.id, lane_id: lane.id, order } }];
  });
}

/** Copies of cards, each right after its original. */
export function duplicateCards(structure: Structure, ids: ReadonlySet<Id>): { ids: Id[]; operations: Operation[] } {
  const copies = inReadingOrder(structure, ids).map((card): Card => {
    const siblings = cardsIn(structure, card.lane_id, card.step_id);
    return { ...card, id: uuid(), revision: 0, order: keyAt(siblings, siblings.indexOf(card) + 1) };
  });
  return { ids: copies.map((card) => card.id), operations: copies.map((item) => ({ op: "card.add", item })) };
}

export function removeCards(ids: Iterable<Id>): Operation[] {
  return [...ids].map((id) => ({ op: "card.remove", id }));
}

export function setCards(ids: Iterable<Id>, set: Partial<Omit<Card, "id" | "revision">>): Operation[] {
  return [...ids].map((id) => ({ op: "card.set", id, set }));
}

/** A table of card texts for the spreadsheet: one row per lane, one column per step, of the cards' own extent. */
export function cardsAsCells(structure: Structure, ids: ReadonlySet<Id>): string[][] {
  const cards = inReadingOrder(structure, ids);
  const lanes = structure.lanes.filter((lane) => cards.some((card) => card.lane_id === lane.id));
  const columns = structure.steps.flatMap((step, index) =>
    cards.some((card) => card.step_id === step.id) ? [index] : [],
  );
  const extent = structure.steps.slice(columns[0] ?? 0, (columns.at(-1) ?? -1) + 1);
  return lanes.map((lane) =>
    extent.map((step) =>
      cards
        .filter((card) => card.lane_id === lane.id && card.step_id === step.id)
        .map((card) => card.text)
        .join("\n"),
    ),
  );
}

export interface PastedCell {
  readonly laneId: Id;
  readonly stepId: Id;
  readonly texts: readonly string[];
}
export interface PastePlan {
  readonly cells: readonly PastedCell[];
  /** Texts that would fall outside the map, or into a lane that holds no cards. */
  readonly left: number;
}

/** Where the cells of a spreadsheet would land with their top left corner at a cell of the map. */
export function planPaste(
  structure: Structure,
  table: readonly (readonly string[])[],
  at: { laneId: Id; stepId: Id },
): PastePlan {
  const lanes = structure.lanes.filter((lane) => holdsCards(lane.kind));
  const firstLane = lanes.findIndex((lane) => lane.id === at.laneId);
  const firstStep = structure.steps.findIndex((step) => step.id === at.stepId);
  const cells: PastedCell[] = [];
  let left = 0;
  table.forEach((row, down) => {
    row.forEach((text, across) => {
      const texts = text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
      const lane = lanes[firstLane + down];
      const step = structure.steps[firstStep + across];
      if (texts.length === 0) return;
      if (lane === undefined || step === undefined) left += texts.length;
      else cells.push({ laneId: lane.id, stepId: step.id, texts });
    });
  });
  return { cells, left };
}

export function pasteOperations(structure: Structure, plan: PastePlan): Operation[] {
  return plan.cells.flatMap(({ laneId, stepId, texts }) => {
    const siblings = cardsIn(structure, laneId, stepId);
    const keys = keysAt(siblings, siblings.length, texts.length);
    return texts.map((text, index): Operation => ({
      op: "card.add",
      item: newCard(stepId, laneId, keys[index] ?? "", text),
    }));
  });
}

/** Pastes whole cards (with their fields) so that the first one lands in the given cell and the rest keep their distance. */
export function pasteCards(
  structure: Structure,
  cards: readonly Card[],
  at: { laneId: Id; stepId: Id },
): { ids: Id[]; operations: Operation[] } {
  const lanes = structure.lanes.filter((lane) => holdsCards(lane.kind));
  const laneIndex = (id: Id) => lanes.findIndex((lane) => lane.id === id);
  const stepIndex = (id: Id) => structure.steps.findIndex((step) => step.id === id);
  const top = Math.min(...cards.map((card) => laneIndex(card.lane_id)));
  const left = Math.min(...cards.map((card) => stepIndex(card.step_id)));
  const last = new Map<string, string>();
  const copies = cards.flatMap((card): Card[] => {
    const lane = lanes[Math.min(lanes.length - 1, laneIndex(at.laneId) + Math.max(0, laneIndex(card.lane_id) - top))];
    const step =
      structure.steps[
        Math.min(structure.steps.length - 1, stepIndex(at.stepId) + Math.max(0, stepIndex(card.step_id) - left))
      ];
    if (lane === undefined || step === undefined) return [];
    const cell = `${lane.id}/${step.id}`;
    const before = last.get(cell) ?? cardsIn(structure, lane.id, step.id).at(-1)?.order;
    const order = keyAt(before === undefined ? [] : [{ id: "", order: before }], before === undefined ? 0 : 1);
    last.set(cell, order);
    return [{ ...card, id: uuid(), revision: 0, lane_id: lane.id, step_id: step.id, order }];
  });
  return { ids: copies.map((card) => card.id), operations: copies.map((item) => ({ op: "card.add", item })) };
}

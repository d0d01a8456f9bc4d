import { newGesture } from "./gesture";
import { m } from "@/i18n/generated/messages";
import { holdsCards, moveCards, shiftCards } from "../model/card-edits";
import { cardsIn } from "../model/structure";
import { movePlacement } from "../model/structure-edits";
import { movePart } from "./structure";
import type { Editor } from "../editor";
import type { Id } from "../model/document";
import type { Carried, ItemTarget } from "../store";

/** Moving with the keyboard: Space picks up, arrows move, Space drops, Esc puts back. Each is said aloud. */

/** The cards that are carried: all selected ones when one of them was picked up. */
function companions(editor: Editor, id: Id): ReadonlySet<Id> {
  const { selection } = editor.ui.getState();
  return selection.has(id) ? selection : new Set([id]);
}

function nameOf(editor: Editor, { target, id }: Pick<Carried, "target" | "id">): string {
  const { items } = editor.structure.doc;
  if (target === "card") {
    const { size } = companions(editor, id);
    return size > 1 ? m.map_bulk_count({ count: size }) : (items.card.get(id)?.text ?? "");
  }
  if (target === "placement") {
    const touchpoint = items.placement.get(id)?.touchpoint_id ?? "";
    return editor.snapshot.catalogue.touchpoints.get(touchpoint)?.name ?? "";
  }
  return items[target].get(id)?.title ?? "";
}

export function pickUp(editor: Editor, target: ItemTarget, id: Id): void {
  if (!editor.canEdit) return;
  const carried = { target, id, gesture: newGesture("carry") };
  editor.ui.setState({ carried });
  editor.announce(m.map_said_picked_up({ name: nameOf(editor, carried) }));
}

export function drop(editor: Editor): void {
  const { carried } = editor.ui.getState();
  if (carried === null) return;
  editor.endGesture();
  editor.ui.setState({ carried: null });
  editor.announce(m.map_said_dropped({ name: nameOf(editor, carried), place: placeOf(editor, carried) }));
}

export function putBack(editor: Editor): void {
  const { carried } = editor.ui.getState();
  if (carried === null) return;
  editor.cancelGesture(carried.gesture);
  editor.ui.setState({ carried: null });
  follow(editor, carried);
  editor.announce(m.map_said_put_back({ name: nameOf(editor, carried) }));
}

/** Where something is now, in words. */
function placeOf(editor: Editor, { target, id }: Carried): string {
  const { structure } = editor;
  const { items } = structure.doc;
  if (target === "card") {
    const card = items.card.get(id);
    const cell = cardsIn(structure, card?.lane_id ?? "", card?.step_id ?? "");
    return m.map_place_card({
      lane: items.lane.get(card?.lane_id ?? "")?.title ?? "",
      step: items.step.get(card?.step_id ?? "")?.title ?? "",
      position: cell.findIndex((one) => one.id === id) + 1,
      count: cell.length,
    });
  }
  if (target === "placement") return items.step.get(items.placement.get(id)?.step_id ?? "")?.title ?? "";
  const list = target === "step" ? structure.steps : target === "stage" ? structure.stages : structure.lanes;
  return m.map_place_of({ position: list.findIndex((one) => one.id === id) + 1, count: list.length });
}

function followCard(editor: Editor, id: Id): void {
  const ids = companions(editor, id);
  editor.focusCard(id);
  editor.select(ids);
}

/** Keeps the focus on what is carried. */
function follow(editor: Editor, { target, id }: Carried): void {
  const { items } = editor.structure.doc;
  if (target === "card") followCard(editor, id);
  else if (target === "lane") editor.focus(id, "");
  else if (target === "placement") {
    const lane = editor.structure.lanes.find((one) => one.kind === "touchpoints");
    editor.focus(lane?.id ?? "steps", items.placement.get(id)?.step_id ?? "", id);
  } else {
    const column = editor.layout.columns.find((one) => one.key === id || one.stageId === id);
    editor.focus(target === "stage" ? "stages" : "steps", column?.key ?? "");
  }
}

const SHIFTS: Readonly<Record<string, { steps: number; lanes: number }>> = {
  ArrowLeft: { steps: -1, lanes: 0 },
  ArrowRight: { steps: 1, lanes: 0 },
  ArrowUp: { steps: 0, lanes: -1 },
  ArrowDown: { steps: 0, lanes: 1 },
};

function carryCard(editor: Editor, { id, gesture }: Carried, key: string): void {
  const { structure } = editor;
  const card = structure.doc.items.card.get(id);
  if (card === undefined) return;
  const all = companions(editor, id);
  if (all.size > 1) {
    const shifted = shiftCards(structure, all, SHIFTS[key] ?? { steps: 0, lanes: 0 });
    // At an edge of the map they all stay: their arrangement is kept.
    if (shifted.length === all.size) editor.edit(shifted, gesture);
    return;
  }
  const cell = cardsIn(structure, card.lane_id, card.step_id);
  const index = cell.findIndex((one) => one.id === id);
  const ids = new Set([id]);
  const to = (laneId: Id | undefined, stepId: Id | undefined, at: number) => {
    if (laneId !== undefined && stepId !== undefined)
      editor.edit(moveCards(structure, ids, { laneId, stepId, index: at }), gesture);
  };
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const step =
      structure.steps[structure.steps.findIndex((one) => one.id === card.step_id) + (key === "ArrowLeft" ? -1 : 1)];
    to(card.lane_id, step?.id, Math.min(index, cardsIn(structure, card.lane_id, step?.id ?? "").length));
    return;
  }
  const by = key === "ArrowUp" ? -1 : 1;
  if (index + by >= 0 && index + by < cell.length) {
    to(card.lane_id, card.step_id, index + by);
    return;
  }
  const lanes = structure.lanes.filter((lane) => holdsCards(lane.kind));
  const lane = lanes[lanes.findIndex((one) => one.id === card.lane_id) + by];
  to(lane?.id, card.step_id, by === 1 ? 0 : cardsIn(structure, lane?.id ?? "", card.step_id).length);
}

function carryPlacement(editor: Editor, { id, gesture }: Carried, key: string): void {
  const { structure } = editor;
  const placement = structure.doc.items.placement.get(id);
  if (placement === undefined) return;
  const cell = structure.placements.get(placement.step_id) ?? [];
  const by = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
  const index = cell.findIndex((one) => one.id === id) + by;
  if (index >= 0 && index < cell.length) {
    editor.edit(movePlacement(structure, id, placement.step_id, index), gesture);
    return;
  }
  const step = structure.steps[structure.steps.findIndex((one) => one.id === placement.step_id) + by];
  if (step === undefined) return;
  const length = structure.placements.get(step.id)?.length ?? 0;
  editor.edit(movePlacement(structure, id, step.id, by === 1 ? 0 : length), gesture);
}

/** An arrow key while something is carried. */
export function carryOn(editor: Editor, key: string): void {
  const { carried } = editor.ui.getState();
  if (carried === null) return;
  const { target, id, gesture } = carried;
  if (target === "card") carryCard(editor, carried, key);
  else if (target === "placement") carryPlacement(editor, carried, key);
  else movePart(editor, target, id, key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1, gesture);
  follow(editor, carried);
  editor.announce(m.map_said_moved({ place: placeOf(editor, carried) }));
}

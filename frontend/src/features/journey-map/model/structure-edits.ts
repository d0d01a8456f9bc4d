import { v7 as uuid } from "uuid";
import { newLane, newPlacement, newStage, newStep } from "./create";
import { COLORS } from "./document";
import { keyAfter, keyAt, without } from "./order";
import { stepsIn } from "./structure";
import type { Color, Id, LaneKind } from "./document";
import type { Operation } from "./operations";
import type { Structure } from "./structure";

interface Added {
  readonly id: Id;
  readonly operations: Operation[];
}

/** The first colour no stage has yet, else the next in turn. */
export function nextColor(structure: Structure): Color {
  const used = new Set(structure.stages.map((stage) => stage.color));
  return COLORS.find((color) => !used.has(color)) ?? COLORS[structure.stages.length % COLORS.length] ?? "blue";
}

/** A stage with one step, inserted before position `index`. */
export function addStage(
  structure: Structure,
  index: number,
  titles: { stage: string; step: string },
): Added & { stepId: Id } {
  const stage = newStage(keyAt(structure.stages, index), titles.stage, nextColor(structure));
  const step = newStep(stage.id, keyAfter(null), titles.step);
  return {
    id: stage.id,
    stepId: step.id,
    operations: [
      { op: "stage.add", item: stage },
      { op: "step.add", item: step },
    ],
  };
}

export function addStep(structure: Structure, stageId: Id, index: number, title: string): Added {
  const step = newStep(stageId, keyAt(stepsIn(structure, stageId), index), title);
  return { id: step.id, operations: [{ op: "step.add", item: step }] };
}

export function addLane(structure: Structure, index: number, kind: LaneKind, title: string): Added {
  const lane = newLane(kind, keyAt(structure.lanes, index), title);
  return { id: lane.id, operations: [{ op: "lane.add", item: lane }] };
}

/** Moves a stage before position `index` of the others. */
export function moveStage(structure: Structure, id: Id, index: number): Operation[] {
  if (structure.stages.findIndex((stage) => stage.id === id) === index) return [];
  const order = keyAt(without(structure.stages, new Set([id])), index);
  return [{ op: "stage.set", id, set: { order } }];
}

export function moveLane(structure: Structure, id: Id, index: number): Operation[] {
  if (structure.lanes.findIndex((lane) => lane.id === id) === index) return [];
  const order = keyAt(without(structure.lanes, new Set([id])), index);
  return [{ op: "lane.set", id, set: { order } }];
}

/** Moves a step before position `index` of a stage's other steps. A stage that loses its last step goes with it. */
export function moveStep(structure: Structure, id: Id, stageId: Id, index: number): Operation[] {
  const step = structure.doc.items.step.get(id);
  if (step === undefined) return [];
  const siblings = without(stepsIn(structure, stageId), new Set([id]));
  if (step.stage_id === stageId && stepsIn(structure, stageId)[index]?.id === id) return [];
  const operations: Operation[] = [{ op: "step.set", id, set: { stage_id: stageId, order: keyAt(siblings, index) } }];
  if (step.stage_id !== stageId && stepsIn(structure, step.stage_id).length === 1) {
    operations.push({ op: "stage.remove", id: step.stage_id });
  }
  return operations;
}

/** A step one place to the left or right, across the border of its stage if need be. */
export function nudgeStep(structure: Structure, id: Id, by: -1 | 1): Operation[] {
  const step = structure.doc.items.step.get(id);
  if (step === undefined) return [];
  const siblings = stepsIn(structure, step.stage_id);
  const index = siblings.findIndex((one) => one.id === id) + by;
  if (index >= 0 && index < siblings.length) return moveStep(structure, id, step.stage_id, index);
  const stage = structure.stages[structure.stages.findIndex((one) => one.id === step.stage_id) + by];
  if (stage === undefined) return [];
  return moveStep(structure, id, stage.id, by === 1 ? 0 : stepsIn(structure, stage.id).length);
}

/** Removing a stage's only step removes the stage: a stage has at least one. */
export function removeStep(structure: Structure, id: Id): Operation[] {
  const step = structure.doc.items.step.get(id);
  if (step === undefined) return [];
  if (stepsIn(structure, step.stage_id).length === 1) return [{ op: "stage.remove", id: step.stage_id }];
  return [{ op: "step.remove", id }];
}

/** Copies of everything that hangs on a step, for its copy. */
function stepContents(structure: Structure, from: Id, to: Id): Operation[] {
  const { card, placement, emotion } = structure.doc.items;
  const here = <T extends { step_id: Id }>(items: Iterable<T>) => [...items].filter((item) => item.step_id === from);
  return [
    ...here(card.values()).map((item): Operation => ({ op: "card.add", item: { ...item, id: uuid(), step_id: to } })),
    ...here(placement.values()).map((item): Operation => ({
      op: "placement.add",
      item: { ...item, id: uuid(), step_id: to },
    })),
    ...here(emotion.values()).map((item): Operation => ({
      op: "emotion.add",
      item: { ...item, id: uuid(), step_id: to },
    })),
  ];
}

export function duplicateStep(structure: Structure, id: Id): Added | null {
  const step = structure.doc.items.step.get(id);
  if (step === undefined) return null;
  const siblings = stepsIn(structure, step.stage_id);
  const copy = { ...step, id: uuid(), order: keyAt(siblings, siblings.indexOf(step) + 1) };
  return { id: copy.id, operations: [{ op: "step.add", item: copy }, ...stepContents(structure, id, copy.id)] };
}

export function duplicateStage(structure: Structure, id: Id, title: string): Added | null {
  const stage = structure.doc.items.stage.get(id);
  if (stage === undefined) return null;
  const copy = { ...stage, id: uuid(), title, order: keyAt(structure.stages, structure.stages.indexOf(stage) + 1) };
  const steps = stepsIn(structure, id).flatMap((step): Operation[] => {
    const twin = { ...step, id: uuid(), stage_id: copy.id };
    return [{ op: "step.add", item: twin }, ...stepContents(structure, step.id, twin.id)];
  });
  return { id: copy.id, operations: [{ op: "stage.add", item: copy }, ...steps] };
}

export function duplicateLane(structure: Structure, id: Id, title: string): Added | null {
  const lane = structure.doc.items.lane.get(id);
  if (lane === undefined) return null;
  const copy = { ...lane, id: uuid(), title, order: keyAt(structure.lanes, structure.lanes.indexOf(lane) + 1) };
  const cards = [...structure.doc.items.card.values()].filter((card) => card.lane_id === id);
  return {
    id: copy.id,
    operations: [
      { op: "lane.add", item: copy },
      ...cards.map((card): Operation => ({ op: "card.add", item: { ...card, id: uuid(), lane_id: copy.id } })),
    ],
  };
}

export function addPlacement(structure: Structure, stepId: Id, touchpointId: Id): Added {
  const siblings = structure.placements.get(stepId) ?? [];
  const placement = newPlacement(stepId, touchpointId, keyAt(siblings, siblings.length));
  return { id: placement.id, operations: [{ op: "placement.add", item: placement }] };
}

/** Moves a placement to a step, before position `index` of the step's other placements. */
export function movePlacement(structure: Structure, id: Id, stepId: Id, index: number): Operation[] {
  const now = structure.placements.get(stepId) ?? [];
  if (now[index]?.id === id) return [];
  const order = keyAt(without(now, new Set([id])), index);
  return [{ op: "placement.set", id, set: { step_id: stepId, order } }];
}

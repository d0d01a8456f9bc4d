import { groupBy } from "@/ui/group-by";
import { byOrder } from "./document";
import type { Card, Doc, Emotion, Id, Lane, Placement, Stage, Step } from "./document";

/** The cards of one lane by step; steps without cards are left out. */
export type LaneCells = ReadonlyMap<Id, readonly Card[]>;

/** The document put in order for the screen. Whatever did not change keeps its identity from the structure before. */
export interface Structure {
  readonly doc: Doc;
  readonly stages: readonly Stage[];
  readonly stepsOf: ReadonlyMap<Id, readonly Step[]>;
  /** All steps from left to right. */
  readonly steps: readonly Step[];
  readonly lanes: readonly Lane[];
  readonly cells: ReadonlyMap<Id, LaneCells>;
  readonly placements: ReadonlyMap<Id, readonly Placement[]>;
  /** Emotions by persona (null: nobody in particular), then by step. */
  readonly emotions: ReadonlyMap<Id | null, ReadonlyMap<Id, Emotion>>;
}

const NO_CELLS: LaneCells = new Map();
const NO_CARDS: readonly Card[] = [];

function sharedList<T>(next: readonly T[], before: readonly T[] | undefined): readonly T[] {
  if (before?.length !== next.length) return next;
  return next.every((value, index) => value === before[index]) ? before : next;
}

function sharedMap<K, V>(next: ReadonlyMap<K, V>, before: ReadonlyMap<K, V> | undefined): ReadonlyMap<K, V> {
  if (before?.size !== next.size) return next;
  for (const [key, value] of next) if (before.get(key) !== value) return next;
  return before;
}

function groupSorted<T extends { id: Id; order: string }>(
  items: Iterable<T>,
  keyOf: (item: T) => Id,
  before: ReadonlyMap<Id, readonly T[]> | undefined,
): ReadonlyMap<Id, readonly T[]> {
  const shared = new Map<Id, readonly T[]>();
  for (const [key, group] of groupBy(items, keyOf)) shared.set(key, sharedList(group.sort(byOrder), before?.get(key)));
  return sharedMap(shared, before);
}

function cellsOf(cards: Iterable<Card>, before: Structure["cells"] | undefined): Structure["cells"] {
  const lanes = new Map<Id, LaneCells>();
  for (const [lane, group] of groupBy(cards, (card) => card.lane_id)) {
    lanes.set(
      lane,
      groupSorted(group, (card) => card.step_id, before?.get(lane)),
    );
  }
  return sharedMap(lanes, before);
}

function emotionsOf(emotions: Iterable<Emotion>, before: Structure["emotions"] | undefined): Structure["emotions"] {
  const groups = new Map<Id | null, Map<Id, Emotion>>();
  for (const emotion of emotions) {
    const group = groups.get(emotion.persona_id) ?? new Map<Id, Emotion>();
    groups.set(emotion.persona_id, group.set(emotion.step_id, emotion));
  }
  const shared = new Map<Id | null, ReadonlyMap<Id, Emotion>>();
  for (const [persona, group] of groups) shared.set(persona, sharedMap(group, before?.get(persona)));
  return sharedMap(shared, before);
}

/** Orders the document; pass the structure before so that what did not change keeps its identity. */
export function structureOf(doc: Doc, before?: Structure): Structure {
  if (before?.doc.items === doc.items) return { ...before, doc };
  const { items } = doc;
  const old = before?.doc.items;
  const stages = sharedList([...items.stage.values()].sort(byOrder), before?.stages);
  const stepsOf =
    before !== undefined && old?.step === items.step
      ? before.stepsOf
      : groupSorted(items.step.values(), (step) => step.stage_id, before?.stepsOf);
  return {
    doc,
    stages,
    stepsOf,
    steps: sharedList(
      stages.flatMap((stage) => stepsOf.get(stage.id) ?? []),
      before?.steps,
    ),
    lanes: sharedList([...items.lane.values()].sort(byOrder), before?.lanes),
    cells:
      before !== undefined && old?.card === items.card ? before.cells : cellsOf(items.card.values(), before?.cells),
    placements:
      before !== undefined && old?.placement === items.placement
        ? before.placements
        : groupSorted(items.placement.values(), (placement) => placement.step_id, before?.placements),
    emotions:
      before !== undefined && old?.emotion === items.emotion
        ? before.emotions
        : emotionsOf(items.emotion.values(), before?.emotions),
  };
}

export function laneCells(structure: Structure, laneId: Id): LaneCells {
  return structure.cells.get(laneId) ?? NO_CELLS;
}

export function cardsIn(structure: Structure, laneId: Id, stepId: Id): readonly Card[] {
  return laneCells(structure, laneId).get(stepId) ?? NO_CARDS;
}

export function stepsIn(structure: Structure, stageId: Id): readonly Step[] {
  return structure.stepsOf.get(stageId) ?? [];
}

import * as fc from "fast-check";
import { COLORS, LANE_KINDS } from "../document";
import { newCard, newEmotion, newLane, newPlacement, newStage, newStep } from "../create";
import { apply, OperationError } from "../operations";
import type { Doc, Id, ItemKind } from "../document";
import type { Operation } from "../operations";

/**
 * Recipes for operations: numbers that pick among what a document holds at that moment, so that every list
 * of them means something on every document.
 */
export interface Recipe {
  readonly verb: "add" | "set" | "move" | "remove" | "map";
  readonly kind: ItemKind;
  readonly pick: number;
  readonly other: number;
  readonly text: string;
}

export const recipes = (most: number): fc.Arbitrary<Recipe[]> =>
  fc.array(
    fc.record({
      verb: fc.constantFrom("add", "set", "set", "move", "remove", "map"),
      kind: fc.constantFrom("stage", "step", "lane", "card", "card", "placement", "emotion"),
      pick: fc.nat(1000),
      other: fc.nat(1000),
      text: fc.string({ maxLength: 8 }),
    }),
    { maxLength: most },
  );

function pickId(doc: Doc, kind: ItemKind, number: number): Id {
  const ids = [...doc.items[kind].keys()];
  return ids[number % Math.max(1, ids.length)] ?? "";
}

function adding(doc: Doc, { kind, pick, other, text }: Recipe): Operation {
  const order = `a${String(pick % 10)}V`;
  const step = pickId(doc, "step", pick);
  switch (kind) {
    case "stage":
      return { op: "stage.add", item: newStage(order, text, COLORS[pick % COLORS.length] ?? "blue") };
    case "step":
      return { op: "step.add", item: newStep(pickId(doc, "stage", pick), order, text) };
    case "lane":
      return { op: "lane.add", item: newLane(LANE_KINDS[pick % LANE_KINDS.length] ?? "actions", order, text) };
    case "card":
      return { op: "card.add", item: newCard(step, pickId(doc, "lane", other), order, text) };
    case "placement":
      return { op: "placement.add", item: newPlacement(step, text, order) };
    case "emotion":
      return { op: "emotion.add", item: newEmotion(step, text, (other % 40) / 10 - 2) };
  }
}

function setting(doc: Doc, { kind, pick, text }: Recipe): Operation {
  const id = pickId(doc, kind, pick);
  switch (kind) {
    case "card":
      return { op: "card.set", id, set: { text, tags: [text] } };
    case "placement":
      return { op: "placement.set", id, set: { moment_of_truth: pick % 2 === 0 } };
    case "emotion":
      return { op: "emotion.set", id, set: { label: text } };
    default:
      return { op: `${kind}.set`, id, set: { title: text } };
  }
}

function moving(doc: Doc, recipe: Recipe): Operation {
  const { kind, pick, other } = recipe;
  const id = pickId(doc, kind, pick);
  const step_id = pickId(doc, "step", other);
  switch (kind) {
    case "step":
      return { op: "step.set", id, set: { stage_id: pickId(doc, "stage", other) } };
    case "card":
      return { op: "card.set", id, set: { step_id, lane_id: pickId(doc, "lane", pick + other), order: "a5" } };
    case "placement":
    case "emotion":
      return { op: `${kind}.set`, id, set: { step_id } };
    default:
      return { op: `${kind}.set`, id, set: { order: "a7" } };
  }
}

export function operationOf(doc: Doc, recipe: Recipe): Operation {
  switch (recipe.verb) {
    case "add":
      return adding(doc, recipe);
    case "set":
      return setting(doc, recipe);
    case "move":
      return moving(doc, recipe);
    case "remove":
      return { op: `${recipe.kind}.remove`, id: pickId(doc, recipe.kind, recipe.pick) };
    case "map":
      return { op: "map.set", set: { title: recipe.text, goal_step_id: pickId(doc, "step", recipe.pick) || null } };
  }
}

/** Plays the recipes one by one; those that have nothing to work on are left out. */
export function play(doc: Doc, list: readonly Recipe[]): { doc: Doc; operations: Operation[] } {
  const operations: Operation[] = [];
  for (const recipe of list) {
    const operation = operationOf(doc, recipe);
    try {
      doc = apply(doc, [operation]).doc;
      operations.push(operation);
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
    }
  }
  return { doc, operations };
}

/** Tables as plain sorted data: two documents that look the same are the same, whatever the order of insertion. */
export function contentOf(doc: Doc): unknown {
  const tables = Object.entries(doc.items).map(([kind, table]) => [
    kind,
    [...(table as ReadonlyMap<string, { id: string }>).values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  ]);
  return { map: doc.map, tables };
}

import { itemOf, targetOf, verbOf } from "./operations";
import type { Doc, Id, ItemKind } from "./document";
import type { Operation } from "./operations";

/** One disagreement between a change of yours and what somebody else saved before it. */
export interface Conflict {
  /** Index of the operation in your change. */
  readonly operation: number;
  readonly kind: "edited" | "removed" | "occupied";
  readonly item_kind: ItemKind | "map";
  readonly item_id: Id | null;
  readonly field: string | null;
  readonly base: unknown;
  readonly yours: unknown;
  readonly theirs: unknown;
  readonly their_revision: number;
  readonly their_actor_name: string | null;
}

export type Choice = "yours" | "theirs";

function withoutField(operation: Operation, field: string | null): Operation[] {
  if (!("set" in operation) || field === null) return [];
  const rest = Object.entries(operation.set).filter(([name]) => name !== field);
  return rest.length === 0 ? [] : [{ ...operation, set: Object.fromEntries(rest) }];
}

/** Yours wins over a removal: the item comes back as it was when you edited it. */
function revived(operation: Operation, before: Doc, now: Doc): Operation[] {
  const id = targetOf(operation);
  if (operation.op === "map.set" || id === null) return [operation];
  const { kind } = verbOf(operation);
  const lost = itemOf(before, kind, id);
  if (lost === undefined || itemOf(now, kind, id) !== undefined) return [operation];
  return [{ op: `${kind}.add`, item: lost } as unknown as Operation, operation];
}

/** An emotion somebody else has drawn at the same place in the meantime: set theirs instead of adding a second. */
function ontoTheirs(operation: Operation, conflict: Conflict, now: Doc): Operation[] {
  if (operation.op !== "emotion.add") return [operation];
  const { step_id, persona_id, score, label } = operation.item;
  const theirs = [...now.items.emotion.values()].find(
    (emotion) => emotion.id === conflict.item_id || (emotion.step_id === step_id && emotion.persona_id === persona_id),
  );
  return theirs === undefined ? [operation] : [{ op: "emotion.set", id: theirs.id, set: { score, label } }];
}

function settle(operation: Operation, conflict: Conflict, choice: Choice, before: Doc, now: Doc): Operation[] {
  if (choice === "theirs") return conflict.kind === "edited" ? withoutField(operation, conflict.field) : [];
  if (conflict.kind === "removed") return revived(operation, before, now);
  return conflict.kind === "occupied" ? ontoTheirs(operation, conflict, now) : [operation];
}

/**
 * Your change after you have chosen, conflict by conflict. `before` is the document your change was made on,
 * `now` the one it will be applied to.
 */
export function settled(
  operations: readonly Operation[],
  conflicts: readonly Conflict[],
  choices: readonly Choice[],
  documents: { before: Doc; now: Doc },
): Operation[] {
  return operations.flatMap((operation, index) => {
    let parts: Operation[] = [operation];
    conflicts.forEach((conflict, at) => {
      if (conflict.operation !== index) return;
      parts = parts.flatMap((part) => settle(part, conflict, choices[at] ?? "theirs", documents.before, documents.now));
    });
    return parts;
  });
}

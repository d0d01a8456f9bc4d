import { byOrder, ITEM_KINDS } from "./document";
import type { AnyItem, Doc, Id, ItemKind, ItemOf, MapFields } from "./document";
import { keyAfter } from "./order";

/** What may be left out of an added item: the server and `apply` fill in the end of the row. */
type NewItem<K extends ItemKind> = Omit<ItemOf[K], "revision" | "order"> & {
  readonly order?: string;
  readonly revision?: number;
};
type Fields<K extends ItemKind> = Partial<Omit<ItemOf[K], "id" | "revision">>;

export type Operation =
  | { readonly op: "map.set"; readonly set: Partial<MapFields> }
  | {
      [K in ItemKind]:
        | { readonly op: `${K}.add`; readonly item: NewItem<K> }
        | { readonly op: `${K}.set`; readonly id: Id; readonly set: Fields<K> }
        | { readonly op: `${K}.remove`; readonly id: Id };
    }[ItemKind];

export interface Applied {
  readonly doc: Doc;
  /** Operations that restore the document as it was before. */
  readonly inverse: readonly Operation[];
}

export class OperationError extends Error {
  constructor(
    readonly code: "unknown_item" | "unknown_parent" | "duplicate_id",
    readonly index: number,
  ) {
    super(`operation ${String(index)}: ${code}`);
    this.name = "OperationError";
  }
}

interface Fits {
  kind: ItemKind;
  field: string;
}
/** Which field of an item names its parent, and of which kind that parent is. */
const PARENTS: Record<ItemKind, readonly Fits[]> = {
  stage: [],
  step: [{ kind: "stage", field: "stage_id" }],
  lane: [],
  card: [
    { kind: "step", field: "step_id" },
    { kind: "lane", field: "lane_id" },
  ],
  placement: [{ kind: "step", field: "step_id" }],
  emotion: [{ kind: "step", field: "step_id" }],
};
const ORDERED: ReadonlySet<ItemKind> = new Set(["stage", "step", "lane", "card", "placement"]);

type Loose = Readonly<Record<string, unknown>> & { readonly id: Id };
interface Verb {
  kind: ItemKind;
  verb: "add" | "set" | "remove";
}

/** `card.set` → card and set. */
export function verbOf(operation: Exclude<Operation, { op: "map.set" }>): Verb {
  const [kind, verb] = operation.op.split(".") as [ItemKind, Verb["verb"]];
  return { kind, verb };
}

/** The id of the item an operation is about; null for the map itself. */
export function targetOf(operation: Operation): Id | null {
  if (operation.op === "map.set") return null;
  return "item" in operation ? operation.item.id : operation.id;
}

/** Copies a table at its first write only. */
class Draft {
  map: MapFields;
  private readonly tables: Record<ItemKind, ReadonlyMap<Id, Loose>>;
  private readonly owned = new Set<ItemKind>();

  constructor(private readonly doc: Doc) {
    this.map = doc.map;
    this.tables = { ...doc.items } as unknown as Record<ItemKind, ReadonlyMap<Id, Loose>>;
  }

  table(kind: ItemKind): ReadonlyMap<Id, Loose> {
    return this.tables[kind];
  }

  writable(kind: ItemKind): Map<Id, Loose> {
    if (!this.owned.has(kind)) {
      this.tables[kind] = new Map(this.tables[kind]);
      this.owned.add(kind);
    }
    return this.tables[kind] as Map<Id, Loose>;
  }

  finish(): Doc {
    return { ...this.doc, map: this.map, items: this.tables as unknown as Doc["items"] };
  }
}

function checkParents(draft: Draft, kind: ItemKind, fields: Readonly<Record<string, unknown>>, at: number) {
  for (const parent of PARENTS[kind]) {
    const id = fields[parent.field];
    if (id !== undefined && !draft.table(parent.kind).has(id as Id)) {
      throw new OperationError("unknown_parent", at);
    }
  }
}

function endOfRow(draft: Draft, kind: ItemKind, item: Loose): string {
  const siblings = [...draft.table(kind).values()].filter((other) =>
    PARENTS[kind].every(({ field }) => other[field] === item[field]),
  ) as unknown as { id: Id; order: string }[];
  return keyAfter(siblings.sort(byOrder).at(-1)?.order ?? null);
}

function add(draft: Draft, kind: ItemKind, given: Loose, at: number, revision: number): Operation[] {
  if (draft.table(kind).has(given.id)) throw new OperationError("duplicate_id", at);
  checkParents(draft, kind, given, at);
  const order = ORDERED.has(kind) ? { order: given.order ?? endOfRow(draft, kind, given) } : {};
  draft.writable(kind).set(given.id, { revision, ...given, ...order });
  return [{ op: `${kind}.remove`, id: given.id }];
}

function set(draft: Draft, kind: ItemKind, id: Id, fields: Record<string, unknown>, at: number): Operation[] {
  const item = draft.table(kind).get(id);
  if (item === undefined) throw new OperationError("unknown_item", at);
  checkParents(draft, kind, fields, at);
  const before = Object.fromEntries(Object.keys(fields).map((field) => [field, item[field]]));
  draft.writable(kind).set(id, { ...item, ...fields });
  return [{ op: `${kind}.set`, id, set: before }];
}

function remove(draft: Draft, kind: ItemKind, id: Id, at: number): Operation[] {
  const item = draft.table(kind).get(id);
  if (item === undefined) throw new OperationError("unknown_item", at);
  const inverse: Operation[] = [{ op: `${kind}.add`, item } as unknown as Operation];
  for (const child of ITEM_KINDS) {
    const link = PARENTS[child].find((parent) => parent.kind === kind);
    if (link === undefined) continue;
    for (const other of draft.table(child).values()) {
      if (other[link.field] === id) inverse.push(...remove(draft, child, other.id, at));
    }
  }
  draft.writable(kind).delete(id);
  if (kind === "step" && draft.map.goal_step_id === id) {
    draft.map = { ...draft.map, goal_step_id: null };
    inverse.push({ op: "map.set", set: { goal_step_id: id } });
  }
  return inverse;
}

function run(draft: Draft, operation: Operation, at: number, revision: number): Operation[] {
  if (operation.op === "map.set") {
    const before = Object.fromEntries(
      Object.keys(operation.set).map((field) => [field, draft.map[field as keyof MapFields]]),
    );
    draft.map = { ...draft.map, ...operation.set };
    return [{ op: "map.set", set: before }];
  }
  const { kind } = verbOf(operation);
  if ("item" in operation) return add(draft, kind, operation.item, at, revision);
  if ("set" in operation) return set(draft, kind, operation.id, operation.set, at);
  return remove(draft, kind, operation.id, at);
}

/**
 * Applies the operations in order, all or nothing.
 * Items that no operation touches keep their identity.
 * @throws OperationError when an operation names something that is not there, or adds what is.
 */
export function apply(doc: Doc, operations: readonly Operation[], revision = doc.revision): Applied {
  const draft = new Draft(doc);
  const groups = operations.map((operation, at) => run(draft, operation, at, revision));
  return { doc: { ...draft.finish(), revision }, inverse: groups.reverse().flat() };
}

/** As `apply`, but leaves out the operations that no longer fit, as after somebody removed their item. */
export function applyFitting(doc: Doc, operations: readonly Operation[]): Applied & { fitting: readonly Operation[] } {
  const draft = new Draft(doc);
  const groups: Operation[][] = [];
  const fitting = operations.filter((operation, at) => {
    try {
      groups.push(run(draft, operation, at, doc.revision));
      return true;
    } catch (error) {
      if (error instanceof OperationError) return false;
      throw error;
    }
  });
  return { doc: draft.finish(), inverse: groups.reverse().flat(), fitting };
}

function mergeable(a: Operation, b: Operation): boolean {
  if (a.op !== b.op || !("set" in a) || !("set" in b)) return false;
  return targetOf(a) === targetOf(b);
}

/** Joins neighbouring `set`s of one item: a hundred keystrokes become one operation; the last value wins. */
export function compact(operations: readonly Operation[]): Operation[] {
  const result: Operation[] = [];
  for (const operation of operations) {
    const last = result.at(-1);
    if (last !== undefined && mergeable(last, operation) && "set" in last && "set" in operation) {
      result[result.length - 1] = { ...last, set: { ...last.set, ...operation.set } } as Operation;
    } else {
      result.push(operation);
    }
  }
  return result;
}

/** Looks an item up by kind, as operations name it. */
export function itemOf(doc: Doc, kind: ItemKind, id: Id): AnyItem | undefined {
  return doc.items[kind].get(id);
}

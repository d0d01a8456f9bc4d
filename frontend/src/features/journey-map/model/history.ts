import { itemOf, compact, targetOf, verbOf } from "./operations";
import type { Doc } from "./document";
import type { Operation } from "./operations";

export interface Entry {
  /** Edits with the same key run together: one gesture is one step. */
  readonly gesture: string | null;
  readonly forward: readonly Operation[];
  readonly inverse: readonly Operation[];
}

/** Your own edits, oldest first, and what you have undone, next redo last. */
export interface History {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

export const EMPTY_HISTORY: History = { past: [], future: [] };
const LIMIT = 200;

/** Adds an edit. What had been undone before can no longer be redone. */
export function record(history: History, entry: Entry): History {
  const last = history.past.at(-1);
  if (last !== undefined && entry.gesture !== null && last.gesture === entry.gesture) {
    const merged: Entry = {
      gesture: entry.gesture,
      forward: compact([...last.forward, ...entry.forward]),
      inverse: compact([...entry.inverse, ...last.inverse]),
    };
    return { past: [...history.past.slice(0, -1), merged], future: [] };
  }
  return { past: [...history.past, entry].slice(-LIMIT), future: [] };
}

/** Ends the running gesture: the next edit is a step of its own. */
export function seal(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined || last.gesture === null) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, gesture: null }] };
}

/** Forgets the last edit without a redo, as when Esc takes back what was typed. */
export function forgetLast(history: History): History {
  return { ...history, past: history.past.slice(0, -1) };
}

type Values = Map<string, unknown>;

function fieldKey(operation: Operation, field: string): string {
  const owner = operation.op === "map.set" ? "map" : verbOf(operation).kind;
  return `${owner}/${targetOf(operation) ?? ""}/${field}`;
}

function valuesSetBy(operations: readonly Operation[]): Values {
  const values: Values = new Map();
  for (const operation of operations) {
    if (!("set" in operation)) continue;
    for (const [field, value] of Object.entries(operation.set)) values.set(fieldKey(operation, field), value);
  }
  return values;
}

function currentValue(doc: Doc, operation: Operation, field: string): unknown {
  const owner = operation.op === "map.set" ? doc.map : itemOf(doc, verbOf(operation).kind, targetOf(operation) ?? "");
  return (owner as Readonly<Record<string, unknown>> | undefined)?.[field];
}

function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The part of `undo` that still concerns only your own work: a field that somebody else has changed
 * after you keeps their value.
 */
function stillYours(doc: Doc, undo: readonly Operation[], done: readonly Operation[]): Operation[] {
  const mine = valuesSetBy(done);
  return undo.flatMap((operation): Operation[] => {
    if (!("set" in operation)) return [operation];
    const fields = Object.entries(operation.set).filter(([field]) => {
      const key = fieldKey(operation, field);
      return !mine.has(key) || same(mine.get(key), currentValue(doc, operation, field));
    });
    if (fields.length === 0) return [];
    return [{ ...operation, set: Object.fromEntries(fields) }];
  });
}

export interface Turn {
  readonly operations: readonly Operation[];
  readonly entry: Entry;
  readonly history: History;
}

/** Operations that undo your last edit, and the history without it; null when there is nothing to undo. */
export function undo(history: History, doc: Doc): Turn | null {
  const entry = history.past.at(-1);
  if (entry === undefined) return null;
  return {
    operations: stillYours(doc, entry.inverse, entry.forward),
    entry,
    history: { past: history.past.slice(0, -1), future: [...history.future, { ...entry, gesture: null }] },
  };
}

/** Operations that do your last undone edit again; null when there is none. */
export function redo(history: History, doc: Doc): Turn | null {
  const entry = history.future.at(-1);
  if (entry === undefined) return null;
  return {
    operations: stillYours(doc, entry.forward, entry.inverse),
    entry,
    history: { past: [...history.past, entry], future: history.future.slice(0, -1) },
  };
}

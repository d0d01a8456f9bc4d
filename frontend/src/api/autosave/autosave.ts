import { createStore } from "zustand/vanilla";
import { Problem, Unreachable } from "../http";

/** Two people changed the same field: what is stored now, and what is written here. */
export type FieldConflict<Resource> = { field: keyof Resource; mine: unknown; theirs: unknown };

export type SaveStatus = "saved" | "saving" | "unsaved" | "failed" | "conflict";

export type AutosaveState<Resource> = {
  /** The newest version known to be stored. */
  stored: Resource;
  /** Fields written here and not yet stored. */
  edits: Partial<Resource>;
  saving: boolean;
  error: Error | null;
  conflicts: readonly FieldConflict<Resource>[];
};

type Options<Resource> = {
  initial: Resource;
  save: (revision: number, set: Partial<Resource>) => Promise<Resource>;
  load: () => Promise<Resource>;
  onStored?: (resource: Resource) => void;
  delayMs?: number;
};

const mostRebases = 4;
const retryMs = 5_000;

export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Edits whose value is still what was sent are done; what was typed meanwhile stays an edit. */
export function remainingEdits<Resource extends object>(edits: Partial<Resource>, sent: Partial<Resource>): Partial<Resource> {
  const entries = Object.entries(edits) as [keyof Resource, unknown][];
  return Object.fromEntries(
    entries.filter(([field, value]) => !(field in sent) || !sameValue(value, sent[field])),
  ) as Partial<Resource>;
}

/** The edited fields that somebody else has set to another value since `base`. */
export function findConflicts<Resource extends object>(
  base: Resource,
  theirs: Resource,
  edits: Partial<Resource>,
): FieldConflict<Resource>[] {
  return (Object.keys(edits) as (keyof Resource)[])
    .filter((field) => !sameValue(theirs[field], base[field]) && !sameValue(theirs[field], edits[field]))
    .map((field) => ({ field, mine: edits[field], theirs: theirs[field] }));
}

export function statusOf<Resource extends object>(state: AutosaveState<Resource>): SaveStatus {
  if (state.conflicts.length > 0) return "conflict";
  if (state.error) return "failed";
  if (state.saving) return "saving";
  return Object.keys(state.edits).length > 0 ? "unsaved" : "saved";
}

/**
 * Keeps one resource and its unsaved edits: sends them shortly after typing stops, against the revision they were made
 * on. When somebody else was faster (412), fields they did not touch are sent again on top of their version; fields
 * both touched wait as conflicts, with both values, until somebody decides.
 */
export function createAutosave<Resource extends { revision: number }>(options: Options<Resource>) {
  const { save, load, onStored, delayMs = 500 } = options;
  const store = createStore<AutosaveState<Resource>>(() => ({
    stored: options.initial,
    edits: {},
    saving: false,
    error: null,
    conflicts: [],
  }));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const schedule = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  const sendable = (): Partial<Resource> => {
    const { edits, conflicts } = store.getState();
    const held = new Set(conflicts.map(({ field }) => field));
    return Object.fromEntries(Object.entries(edits).filter(([field]) => !held.has(field as keyof Resource))) as Partial<Resource>;
  };

  async function send(): Promise<void> {
    for (let rebase = 0; rebase < mostRebases; rebase += 1) {
      const sent = sendable();
      if (Object.keys(sent).length === 0) return;
      const base = store.getState().stored;
      try {
        const stored = await save(base.revision, sent);
        store.setState(({ edits }) => ({ stored, edits: remainingEdits(edits, sent) }));
        onStored?.(stored);
      } catch (error) {
        if (!(error instanceof Problem && error.status === 412)) throw error;
        const theirs = await load();
        const found = findConflicts(base, theirs, sent);
        store.setState(({ conflicts }) => ({ stored: theirs, conflicts: [...conflicts, ...found] }));
        onStored?.(theirs);
      }
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (store.getState().saving || Object.keys(sendable()).length === 0) return;
    store.setState({ saving: true, error: null });
    try {
      await send();
    } catch (error) {
      store.setState({ error: error instanceof Error ? error : new Error(String(error)) });
      if (error instanceof Unreachable) schedule(retryMs);
    } finally {
      store.setState({ saving: false });
    }
    // Whoever types without a pause outlasts one round of sending.
    if (!store.getState().error && Object.keys(sendable()).length > 0) schedule(delayMs);
  }

  function edit(set: Partial<Resource>): void {
    store.setState(({ stored, edits, saving }) => {
      const merged = { ...edits, ...set };
      // A field put back to its stored value is only done with when no older value of it is on its way.
      return { edits: saving ? merged : remainingEdits(merged, stored), error: null };
    });
    schedule(delayMs);
  }

  function resolve(field: keyof Resource, choice: "mine" | "theirs"): void {
    store.setState(({ edits, conflicts }) => ({
      conflicts: conflicts.filter((conflict) => conflict.field !== field),
      edits: choice === "mine" ? edits : withoutField(edits, field),
    }));
    schedule(0);
  }

  /** Takes over a version that came from elsewhere, unless it is older; what is being written here stays on top. */
  function refresh(resource: Resource): void {
    store.setState((state) => {
      if (state.saving || resource.revision <= state.stored.revision) return state;
      const found = findConflicts(state.stored, resource, state.edits);
      return { stored: resource, conflicts: [...state.conflicts, ...found] };
    });
  }

  return { store, flush, edit, resolve, refresh };
}

function withoutField<Resource extends object>(edits: Partial<Resource>, field: keyof Resource): Partial<Resource> {
  return Object.fromEntries(Object.entries(edits).filter(([each]) => each !== field)) as Partial<Resource>;
}


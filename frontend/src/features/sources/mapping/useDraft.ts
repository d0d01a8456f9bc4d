import { useCallback, useMemo, useReducer } from "react";
import { v7 } from "uuid";
import type { SourceMapping } from "@/api/sources";
import { draftOf, mappingOf } from "./draft";
import type { Draft } from "./draft";
import { begin, commit, redo, undo } from "./history";
import type { History } from "./history";

type State = { history: History<Draft>; saved: string };
type Action =
  | { do: "edit"; change: (draft: Draft) => Draft; about: string | null }
  | { do: "undo" | "redo" | "discard" }
  | { do: "saved"; mapping: SourceMapping };

/** The same text for the same mapping, whatever is left out of it or said as a default. */
const textOf = (mapping: SourceMapping) => JSON.stringify(mappingOf(draftOf(mapping, () => "")));

function reduce({ history, saved }: State, action: Action): State {
  switch (action.do) {
    case "edit":
      return { history: commit(history, action.change(history.present), action.about), saved };
    case "undo":
      return { history: undo(history), saved };
    case "redo":
      return { history: redo(history), saved };
    case "discard":
      return { history: begin(draftOf(JSON.parse(saved) as SourceMapping, v7)), saved };
    case "saved":
      return { history, saved: textOf(action.mapping) };
  }
}

export type Edit = (change: (draft: Draft) => Draft, about?: string) => void;

/** A mapping while it is edited, with undo until it is saved and after. */
export function useDraft(mapping: SourceMapping) {
  const [{ history, saved }, dispatch] = useReducer(reduce, mapping, (start) => ({
    history: begin(draftOf(start, v7)),
    saved: textOf(start),
  }));
  const draft = history.present;
  const edit: Edit = useCallback((change, about) => dispatch({ do: "edit", change, about: about ?? null }), []);
  const text = useMemo(() => JSON.stringify(mappingOf(draft)), [draft]);
  return {
    draft,
    edit,
    dirty: text !== saved,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: useCallback(() => dispatch({ do: "undo" }), []),
    redo: useCallback(() => dispatch({ do: "redo" }), []),
    discard: useCallback(() => dispatch({ do: "discard" }), []),
    markSaved: useCallback((stored: SourceMapping) => dispatch({ do: "saved", mapping: stored }), []),
  };
}

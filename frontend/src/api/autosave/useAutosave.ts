import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { createAutosave, statusOf } from "./autosave";

type Options<Resource> = {
  /** The version the query knows; a newer one is taken over, and edits stay on top of it. */
  resource: Resource;
  save: (revision: number, set: Partial<Resource>) => Promise<Resource>;
  load: () => Promise<Resource>;
  onStored: (resource: Resource) => void;
};

/** Edits one resource in place, saving as one goes. Give the component a key of the resource's id. */
export function useAutosave<Resource extends { revision: number }>({ resource, save, load, onStored }: Options<Resource>) {
  const [autosave] = useState(() => createAutosave<Resource>({ initial: resource, save, load, onStored }));
  const state = useStore(autosave.store);
  const status = statusOf(state);

  useEffect(() => autosave.refresh(resource), [autosave, resource]);
  useEffect(
    () => () => {
      void autosave.flush();
    },
    [autosave],
  );
  useEffect(() => {
    if (status === "saved") return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [status]);

  const draft = useMemo<Resource>(() => ({ ...state.stored, ...state.edits }), [state.stored, state.edits]);
  return {
    draft,
    status,
    error: state.error,
    conflicts: state.conflicts,
    edit: autosave.edit,
    resolve: autosave.resolve,
    flush: () => void autosave.flush(),
  };
}

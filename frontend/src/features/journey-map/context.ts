import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { Editor, Snapshot } from "./editor";
import type { UiState } from "./store";

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error("useEditor needs an EditorProvider above it");
  return editor;
}

/** Draws from the map; the component is drawn again only when the selected value is another one. */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  const editor = useEditor();
  const read = useCallback(() => select(editor.snapshot), [editor, select]);
  return useSyncExternalStore(editor.subscribe, read);
}

export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(useEditor().ui, select);
}

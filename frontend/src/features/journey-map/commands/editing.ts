import { newGesture } from "./gesture";
import { m } from "@/i18n/generated/messages";
import { isUntouchedCard } from "./new-cards";
import type { Editor } from "../editor";
import type { Id } from "../model/document";
import type { Operation } from "../model/operations";
import type { Editing, EditTarget } from "../store";

/** Opens a text for editing in place; `typed` replaces it by what has just been typed. */
export function startEditing(editor: Editor, target: EditTarget, id: Id, typed: string | null = null): void {
  if (!editor.canEdit) return;
  const editing: Editing = { target, id, typed, gesture: newGesture("text") };
  editor.ui.setState({ editing, menu: null });
}

function textOperation({ target, id }: Editing, text: string): Operation {
  switch (target) {
    case "title":
      return { op: "map.set", set: { title: text } };
    case "card":
      return { op: "card.set", id, set: { text } };
    case "emotion":
      return { op: "emotion.set", id, set: { label: text } };
    case "stage":
      return { op: "stage.set", id, set: { title: text } };
    case "step":
      return { op: "step.set", id, set: { title: text } };
    case "lane":
      return { op: "lane.set", id, set: { title: text } };
  }
}

function currentText(editor: Editor, { target, id }: Editing): string | undefined {
  const { doc } = editor.structure;
  if (target === "title") return doc.map.title;
  if (target === "card") return doc.items.card.get(id)?.text;
  if (target === "emotion") return doc.items.emotion.get(id)?.label;
  return doc.items[target].get(id)?.title;
}

/** Puts what is written on the map at once; the server gets it after a short pause. */
export function writeText(editor: Editor, editing: Editing, text: string): void {
  const now = currentText(editor, editing);
  if (now === undefined || now === text) return;
  // A map, stage or lane without a name cannot be found again: the last name stays until there is another.
  if (text.trim() === "" && ["title", "stage", "lane"].includes(editing.target)) return;
  editor.edit([textOperation(editing, text)], editing.gesture);
}

function close(editor: Editor): void {
  editor.ui.setState((state) => ({ editing: null, focusTick: state.focusTick + 1 }));
}

/** Keeps the text. A new card that got none disappears again. */
export function finishEditing(editor: Editor, editing: Editing, how: "enter" | "tab" | "blur"): void {
  if (editor.ui.getState().editing?.gesture !== editing.gesture) return;
  editor.endGesture();
  const discarded = editing.target === "card" && discardIfEmpty(editor, editing.id);
  if (how === "enter") close(editor);
  else editor.ui.setState({ editing: null });
  if (!discarded) editor.announce(m.map_said_kept());
}

export function cancelEditing(editor: Editor, editing: Editing): void {
  editor.cancelGesture(editing.gesture);
  if (editing.target === "card") discardIfEmpty(editor, editing.id);
  close(editor);
  editor.announce(m.map_said_cancelled());
}

function discardIfEmpty(editor: Editor, id: Id): boolean {
  const card = editor.structure.doc.items.card.get(id);
  if (card === undefined || !isUntouchedCard(card)) return false;
  editor.ui.setState({ item: null });
  editor.undo();
  return true;
}

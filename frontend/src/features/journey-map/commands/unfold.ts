import type { Editor } from "../editor";
import type { Id } from "../model/document";

/** Folds out whatever hides a thing. */
export function unfold(editor: Editor, ids: readonly Id[]): void {
  const { collapsed, layers } = editor.ui.getState();
  if (ids.some((id) => collapsed.has(id))) {
    editor.ui.setState({ collapsed: new Set([...collapsed].filter((id) => !ids.includes(id))) });
  }
  const hidden = ids.flatMap((id) => editor.structure.doc.items.lane.get(id)?.kind ?? []);
  if (hidden.some((kind) => layers.hiddenKinds.has(kind))) {
    const hiddenKinds = new Set([...layers.hiddenKinds].filter((kind) => !hidden.includes(kind)));
    editor.ui.setState({ layers: { ...layers, hiddenKinds } });
  }
}

/** Goes to a card, folding out the lane and the stage that it is in. */
export function goToCard(editor: Editor, id: Id): void {
  const { card, step } = editor.structure.doc.items;
  const found = card.get(id);
  if (found === undefined) return;
  unfold(editor, [found.lane_id, step.get(found.step_id)?.stage_id ?? ""]);
  editor.focusCard(id);
}

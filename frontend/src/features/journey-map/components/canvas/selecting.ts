import { rectangle } from "../../model/navigation";
import { cardsIn } from "../../model/structure";
import { gridOf } from "./moving";
import { m } from "@/i18n/generated/messages";
import type { Editor } from "../../editor";
import type { Id } from "../../model/document";
import type { Place } from "../../model/navigation";

/** Extends the selection to a cell: all cards between the anchor and it. */
export function selectRange(editor: Editor, to: Place): void {
  const { active, anchor } = editor.ui.getState();
  const from = anchor ?? active;
  const places = rectangle(gridOf(editor), from, to);
  editor.select(places.flatMap((place) => cardsIn(editor.structure, place.row, place.column).map((card) => card.id)));
  editor.focus(to.row, to.column);
  editor.ui.setState({ anchor: from });
  sayHowMany(editor);
}

export function selectAll(editor: Editor): void {
  editor.select(editor.structure.doc.items.card.keys());
  sayHowMany(editor);
}

const sayHowMany = (editor: Editor) =>
  editor.announce(m.map_said_selected({ count: editor.ui.getState().selection.size }));

/** A click on a card: alone, added or taken away with Ctrl, everything up to it with Shift. */
export function selectCard(editor: Editor, id: Id, how: { shift: boolean; control: boolean }): void {
  const { selection } = editor.ui.getState();
  const card = editor.structure.doc.items.card.get(id);
  if (card === undefined) return;
  if (how.shift) {
    selectRange(editor, { row: card.lane_id, column: card.step_id });
    return;
  }
  if (how.control) {
    const next = new Set(selection);
    if (!next.delete(id)) next.add(id);
    editor.focusCard(id);
    editor.select(next);
    sayHowMany(editor);
    return;
  }
  editor.focusCard(id);
}

import { holdsCards } from "../model/card-edits";
import { addCardTo } from "./cards";
import { addEmotion } from "./emotions";
import { openTouchpointPicker } from "./open";
import type { Editor } from "../editor";
import type { Place } from "../model/navigation";

/** Starts a new thing in a cell: a card, a touchpoint or an emotion, whatever its lane holds. */
export function addTo(editor: Editor, { row, column }: Place, typed: string | null = null): void {
  const { lane, step } = editor.structure.doc.items;
  const kind = lane.get(row)?.kind;
  if (!editor.canEdit || kind === undefined || !step.has(column)) return;
  if (holdsCards(kind)) addCardTo(editor, row, column, typed);
  else if (kind === "touchpoints") openTouchpointPicker(editor, column, typed ?? "");
  else addEmotion(editor, column);
}

import { toast } from "@/ui/toast/store";
import { m } from "@/i18n/generated/messages";
import { cardsAsCells, inReadingOrder, pasteCards, pasteOperations, planPaste } from "../model/card-edits";
import { fromTsv, toHtml, toTsv } from "../model/clipboard";
import { activeCell, deleteCards, targetCards } from "./cards";
import type { Editor } from "../editor";
import type { Card } from "../model/document";

/** Whole cards travel beside the text, so that pasting within Waymark keeps every field. */
const CARDS = "application/x-waymark-cards+json";

export function copyTo(editor: Editor, data: DataTransfer): boolean {
  const ids = targetCards(editor);
  if (ids.size === 0) return false;
  const cells = cardsAsCells(editor.structure, ids);
  data.setData("text/plain", toTsv(cells));
  data.setData("text/html", toHtml(cells));
  data.setData(CARDS, JSON.stringify(inReadingOrder(editor.structure, ids)));
  editor.announce(m.map_said_copied({ count: ids.size }));
  return true;
}

export function cutTo(editor: Editor, data: DataTransfer): boolean {
  const ids = targetCards(editor);
  if (!editor.canEdit || !copyTo(editor, data)) return false;
  deleteCards(editor, ids);
  return true;
}

function readCards(data: DataTransfer): Card[] | null {
  const text = data.getData(CARDS);
  return text === "" ? null : (JSON.parse(text) as Card[]);
}

/** Pastes into the active cell: cards as they are, one text as one card, a table after a look at where it goes. */
export function pasteFrom(editor: Editor, data: DataTransfer): boolean {
  const at = activeCell(editor);
  if (!editor.canEdit || at === null) return false;
  const cards = readCards(data);
  if (cards !== null) {
    const pasted = pasteCards(editor.structure, cards, at);
    editor.edit(pasted.operations);
    const [first] = pasted.ids;
    if (first !== undefined) editor.focusCard(first);
    editor.select(pasted.ids);
    return true;
  }
  const text = data.getData("text/plain");
  if (text.trim() === "") return false;
  const table = fromTsv(text);
  if (table.length === 1 && table[0]?.length === 1) pasteTable(editor, table, at);
  else editor.ui.setState({ dialog: { kind: "paste", table, at: { row: at.laneId, column: at.stepId } } });
  return true;
}

/** Puts the cells of a table onto the map, from a cell on to the right and downwards. */
export function pasteTable(
  editor: Editor,
  table: readonly (readonly string[])[],
  at: { laneId: string; stepId: string },
): void {
  const plan = planPaste(editor.structure, table, at);
  const operations = pasteOperations(editor.structure, plan);
  editor.edit(operations);
  editor.select(operations.flatMap((operation) => (operation.op === "card.add" ? [operation.item.id] : [])));
  toast({
    message: m.map_said_pasted({ count: operations.length }),
    action: { label: m.map_undo(), run: () => editor.undo() },
  });
}

import { toast } from "@/ui/toast/store";
import { m } from "@/i18n/generated/messages";
import { addCard, duplicateCards, holdsCards, inReadingOrder, removeCards, setCards } from "../model/card-edits";
import { cardsIn } from "../model/structure";
import { NO_IDS } from "../store";
import { addCardCommand } from "./add-card";
import { canEdit } from "./command";
import { startEditing } from "./editing";
import type { Editor } from "../editor";
import type { Card, Id } from "../model/document";
import type { MapCommand } from "./command";

/** Adds a card to a cell (at the end) and opens it for writing. */
export function addCardTo(editor: Editor, laneId: Id, stepId: Id, typed: string | null = null): void {
  if (!editor.canEdit || !editor.layout.columnOfStep.has(stepId)) return;
  const index = cardsIn(editor.structure, laneId, stepId).length;
  const { card, operations } = addCard(editor.structure, { laneId, stepId, index });
  editor.edit(operations);
  editor.focusCard(card.id);
  startEditing(editor, "card", card.id, typed);
}

/** The selected cards, or the one that has the focus. */
export function targetCards(editor: Editor): ReadonlySet<Id> {
  const { selection, item } = editor.ui.getState();
  if (selection.size > 0) return selection;
  return item !== null && editor.structure.doc.items.card.has(item) ? new Set([item]) : NO_IDS;
}

const hasCards = (editor: Editor): boolean => canEdit(editor) && targetCards(editor).size > 0;
const hasOneCard = (editor: Editor): boolean => targetCards(editor).size === 1;

function onlyCard(editor: Editor): Card | undefined {
  const [id] = targetCards(editor);
  return editor.structure.doc.items.card.get(id ?? "");
}

/** The lane and step where the keyboard is, when cards can be there. */
export function activeCell(editor: Editor): { laneId: Id; stepId: Id } | null {
  const { row, column } = editor.ui.getState().active;
  const lane = editor.structure.doc.items.lane.get(row);
  if (lane === undefined || !holdsCards(lane.kind) || !editor.structure.doc.items.step.has(column)) return null;
  return { laneId: row, stepId: column };
}

/** Adds a card where the keyboard is, or else where the first one would go. */
export function addCardSomewhere(editor: Editor): void {
  const cell = activeCell(editor) ?? anyCell(editor);
  if (cell !== null) addCardTo(editor, cell.laneId, cell.stepId);
}

/** Where a card goes when no cell is active: the first lane that holds cards, at the first step. */
function anyCell(editor: Editor): { laneId: Id; stepId: Id } | null {
  const lane = editor.structure.lanes.find((one) => holdsCards(one.kind));
  const { column } = editor.ui.getState().active;
  const step = editor.structure.doc.items.step.get(column) ?? editor.structure.steps[0];
  return lane === undefined || step === undefined ? null : { laneId: lane.id, stepId: step.id };
}

export function deleteCards(editor: Editor, ids: ReadonlySet<Id>): void {
  const cards = inReadingOrder(editor.structure, ids);
  const [first] = cards;
  if (first === undefined) return;
  const siblings = cardsIn(editor.structure, first.lane_id, first.step_id).filter((card) => !ids.has(card.id));
  editor.edit(removeCards(ids));
  editor.select([]);
  editor.focus(first.lane_id, editor.layout.columnOfStep.get(first.step_id)?.key ?? "", siblings[0]?.id ?? null);
  const message = m.map_said_deleted_cards({ count: cards.length });
  toast({ message, action: { label: m.map_undo(), run: () => editor.undo() } });
}

export function duplicate(editor: Editor, ids: ReadonlySet<Id>): void {
  const copies = duplicateCards(editor.structure, ids);
  editor.edit(copies.operations);
  const [first] = copies.ids;
  if (first !== undefined) editor.focusCard(first);
  editor.select(copies.ids);
  editor.announce(m.map_said_duplicated({ count: copies.ids.length }));
}

function widen(editor: Editor, by: 1 | -1): void {
  const card = onlyCard(editor);
  if (card === undefined) return;
  const from = editor.layout.columnOfStep.get(card.step_id)?.index ?? 0;
  const span = Math.min(editor.layout.columns.length - from, Math.max(1, card.span + by));
  if (span === card.span) return;
  editor.edit(setCards([card.id], { span }));
  editor.announce(m.map_said_span({ count: span }));
}

export const cardCommands: readonly MapCommand[] = [
  addCardCommand,
  {
    id: "map.card.edit",
    group: "cards",
    label: m.map_cmd_edit_text,
    shortcut: "F2",
    when: (editor) => canEdit(editor) && hasOneCard(editor),
    run: (editor) => {
      const card = onlyCard(editor);
      if (card !== undefined) startEditing(editor, "card", card.id);
    },
  },
  {
    id: "map.card.details",
    group: "cards",
    label: m.map_cmd_details,
    shortcut: "Mod+Enter",
    when: hasOneCard,
    reads: true,
    run: (editor) => {
      const card = onlyCard(editor);
      if (card !== undefined) editor.ui.setState({ panel: { kind: "card", id: card.id } });
    },
  },
  {
    id: "map.card.move",
    group: "cards",
    label: m.map_cmd_move_to,
    shortcut: "Mod+Shift+M",
    when: hasCards,
    run: (editor) => editor.ui.setState({ dialog: { kind: "move", cardIds: targetCards(editor) } }),
  },
  {
    id: "map.card.duplicate",
    group: "cards",
    label: m.map_cmd_duplicate,
    shortcut: "Mod+D",
    when: hasCards,
    run: (editor) => duplicate(editor, targetCards(editor)),
  },
  {
    id: "map.card.widen",
    group: "cards",
    label: m.map_cmd_widen,
    shortcut: "Alt+Shift+ArrowRight",
    when: (editor) => canEdit(editor) && hasOneCard(editor),
    run: (editor) => widen(editor, 1),
  },
  {
    id: "map.card.narrow",
    group: "cards",
    label: m.map_cmd_narrow,
    shortcut: "Alt+Shift+ArrowLeft",
    when: (editor) => canEdit(editor) && (onlyCard(editor)?.span ?? 1) > 1,
    run: (editor) => widen(editor, -1),
  },
  {
    id: "map.card.link",
    group: "cards",
    label: m.map_cmd_copy_link,
    when: hasOneCard,
    reads: true,
    run: (editor) => {
      const card = onlyCard(editor);
      if (card === undefined) return;
      const url = new URL(location.href);
      url.searchParams.set("card", card.id);
      void navigator.clipboard.writeText(url.href).then(() => toast({ message: m.map_said_link_copied() }));
    },
  },
  {
    id: "map.card.delete",
    group: "cards",
    label: m.map_cmd_delete_cards,
    shortcut: "Delete",
    danger: true,
    when: hasCards,
    run: (editor) => deleteCards(editor, targetCards(editor)),
  },
];

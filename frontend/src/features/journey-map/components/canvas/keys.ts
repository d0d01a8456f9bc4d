import { isTyping } from "@/ui/commands/shortcut";
import { deleteCards, targetCards } from "../../commands/cards";
import { carryOn, drop, pickUp, putBack } from "../../commands/carry";
import { startEditing } from "../../commands/editing";
import { addTo } from "../../commands/cells";
import { emotionKey } from "../../commands/emotions";
import { openMenu } from "../../commands/open";
import { activePart, deletePart, renamePart } from "../../commands/structure";
import { removePlacement } from "../../commands/touchpoints";
import { cardsIn } from "../../model/structure";
import { selectAll, selectRange } from "./selecting";
import { gridOf, moveTo } from "./moving";
import type { Editor } from "../../editor";
import type { Id } from "../../model/document";

const ARROWS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);

/** Characters that start writing. "?" and "!" (Shift+1) are shortcuts of the page. */
function isCharacter(event: KeyboardEvent): boolean {
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  return !chord && /^.$/u.test(event.key) && !" ?!".includes(event.key);
}

/** Everything in the active cell that the focus can step onto, in order. */
function itemsIn(editor: Editor): Id[] {
  const { active } = editor.ui.getState();
  const { structure } = editor;
  const kind = structure.doc.items.lane.get(active.row)?.kind;
  if (kind === "touchpoints") return (structure.placements.get(active.column) ?? []).map((one) => one.id);
  if (kind === "emotions") {
    const emotion = structure.emotions.get(editor.ui.getState().personaId)?.get(active.column);
    return emotion === undefined ? [] : [emotion.id];
  }
  return cardsIn(structure, active.row, active.column).map((card) => card.id);
}

/** Enter on a cell: into what is there, or start what is not. */
function enterCell(editor: Editor): void {
  const part = activePart(editor);
  if (part !== null) {
    if (editor.canEdit) renamePart(editor, part.part, part.id);
    return;
  }
  const [first] = itemsIn(editor);
  const { active } = editor.ui.getState();
  if (first !== undefined) {
    editor.focus(active.row, active.column, first);
    if (editor.structure.doc.items.card.has(first)) editor.select([first]);
    return;
  }
  startInCell(editor, null);
}

/** Starts a new thing in the active cell: a card, a touchpoint or an emotion. */
function startInCell(editor: Editor, typed: string | null): void {
  addTo(editor, editor.ui.getState().active, typed);
}

function inCarry(editor: Editor, event: KeyboardEvent): boolean {
  if (ARROWS.has(event.key)) carryOn(editor, event.key);
  else if (event.key === " " || event.key === "Enter") drop(editor);
  else if (event.key === "Escape") putBack(editor);
  else if (event.key === "Tab") {
    drop(editor);
    return false;
  }
  return true;
}

function stepInside(editor: Editor, by: 1 | -1): void {
  const { active, item } = editor.ui.getState();
  const items = itemsIn(editor);
  const next = items[Math.min(items.length - 1, Math.max(0, items.indexOf(item ?? "") + by))];
  if (next === undefined) return;
  editor.focus(active.row, active.column, next);
  if (editor.structure.doc.items.card.has(next)) editor.select([next]);
}

function leaveItem(editor: Editor): void {
  const { active } = editor.ui.getState();
  editor.select([]);
  editor.focus(active.row, active.column);
}

function onCard(editor: Editor, id: Id, event: KeyboardEvent): boolean {
  if (event.key === "Enter" && event.shiftKey) startInCell(editor, null);
  else if (event.key === "Enter" || event.key === "F2") startEditing(editor, "card", id);
  else if (event.key === " ") pickUp(editor, "card", id);
  else if (event.key === "Delete" || event.key === "Backspace") deleteCards(editor, targetCards(editor));
  else if (isCharacter(event) && editor.canEdit) startEditing(editor, "card", id, event.key);
  else return false;
  return true;
}

function onPlacement(editor: Editor, id: Id, event: KeyboardEvent): boolean {
  const placement = editor.structure.doc.items.placement.get(id);
  if (placement === undefined) return false;
  if (event.key === "Enter") editor.ui.setState({ panel: { kind: "placement", id } });
  else if (event.key === " ") pickUp(editor, "placement", id);
  else if ((event.key === "Delete" || event.key === "Backspace") && editor.canEdit) removePlacement(editor, placement);
  else return false;
  return true;
}

/** Keys while the focus is on something inside a cell. */
function inItem(editor: Editor, item: Id, event: KeyboardEvent): boolean {
  const { items } = editor.structure.doc;
  if (event.key === "Escape") {
    leaveItem(editor);
    return true;
  }
  const emotion = items.emotion.get(item);
  if (emotion !== undefined) return emotionKey(editor, emotion, event.key);
  const sideways = items.placement.has(item);
  if (event.key === "ArrowUp" || (sideways && event.key === "ArrowLeft")) stepInside(editor, -1);
  else if (event.key === "ArrowDown" || (sideways && event.key === "ArrowRight")) stepInside(editor, 1);
  else return items.card.has(item) ? onCard(editor, item, event) : onPlacement(editor, item, event);
  return true;
}

function pickUpSelected(editor: Editor): void {
  const [first] = editor.ui.getState().selection;
  if (first !== undefined) pickUp(editor, "card", first);
}

/** Keys while the focus is on a cell. */
function onCell(editor: Editor, event: KeyboardEvent): boolean {
  const part = activePart(editor);
  if (event.key === "Enter" && event.shiftKey) startInCell(editor, null);
  else if (event.key === "Enter" || event.key === "F2") enterCell(editor);
  else if (event.key === " " && part !== null) pickUp(editor, part.part, part.id);
  else if (event.key === " " && editor.ui.getState().selection.size > 0) pickUpSelected(editor);
  else if (event.key === "Delete" && part !== null) deletePart(editor, part.part, part.id);
  else if (event.key === "Delete" && targetCards(editor).size > 0) deleteCards(editor, targetCards(editor));
  else if (event.key === "Escape") editor.select([]);
  else if (isCharacter(event) && editor.canEdit) {
    if (part === null) startInCell(editor, event.key);
    else startEditing(editor, part.part, part.id, event.key);
  } else return false;
  return true;
}

function menuKey(editor: Editor, event: KeyboardEvent): boolean {
  if (event.key !== "ContextMenu" && !(event.key === "F10" && event.shiftKey)) return false;
  const { item } = editor.ui.getState();
  const anchor = document.activeElement ?? document.body;
  const part = activePart(editor);
  const { items } = editor.structure.doc;
  if (item !== null)
    openMenu(editor, items.card.has(item) ? "card" : items.placement.has(item) ? "placement" : "emotion", item, anchor);
  else if (part !== null) openMenu(editor, part.part, part.id, anchor);
  else openMenu(editor, "cell", "", anchor);
  return true;
}

function handle(editor: Editor, event: KeyboardEvent, page: number): boolean {
  const { carried, item, active } = editor.ui.getState();
  if (carried !== null) return inCarry(editor, event);
  if (menuKey(editor, event)) return true;
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === "a") {
    selectAll(editor);
    return true;
  }
  // Ctrl+Home and Ctrl+End belong to the grid; every other chord is a command's or the browser's.
  if ((control || event.altKey) && event.key !== "Home" && event.key !== "End") return false;
  if (item !== null && inItem(editor, item, event)) return true;
  const place = moveTo(gridOf(editor), active, { key: event.key, control, page });
  if (place !== null) {
    if (event.shiftKey && ARROWS.has(event.key)) selectRange(editor, place);
    else {
      editor.select([]);
      editor.focus(place.row, place.column);
    }
    return true;
  }
  return item === null && onCell(editor, event);
}

/** The keys of the grid, after the WAI-ARIA grid pattern, and what they do on cards. Texts keep their keys. */
export function onGridKey(editor: Editor, viewport: HTMLElement, event: KeyboardEvent): void {
  if (isTyping(event.target)) return;
  const page = Math.max(1, Math.floor(viewport.clientHeight / 120));
  if (!handle(editor, event, page)) return;
  event.preventDefault();
  event.stopPropagation();
}

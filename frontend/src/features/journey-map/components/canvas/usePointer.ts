import { useMemo } from "react";
import type { MouseEvent, PointerEvent, RefObject } from "react";
import { addCardTo } from "../../commands/cards";
import { startEditing } from "../../commands/editing";
import { addEmotion } from "../../commands/emotions";
import { openMenu } from "../../commands/menus";
import { openTouchpointPicker } from "../../commands/touchpoints";
import { useEditor } from "../../context";
import { holdsCards } from "../../model/card-edits";
import { startDrag } from "./pointer/drags";
import { startEmotion, startMarquee, startPan } from "./pointer/gestures";
import { pointOf } from "./pointer/session";
import { Tracker } from "./pointer/tracker";
import { selectCard } from "./selecting";
import type { Editor } from "../../editor";
import type { ItemTarget } from "../../store";
import type { Place, Session } from "./pointer/session";

const CONTROLS = "button, input, select, a, [data-inline-text]";

interface Hit {
  readonly element: HTMLElement;
  readonly kind: ItemTarget | "emotion";
  readonly id: string;
}

function hitOf(target: Element): Hit | null {
  const element = target.closest<HTMLElement>("[data-drag]");
  if (element === null) return null;
  return { element, kind: element.dataset.drag as Hit["kind"], id: element.dataset.item ?? "" };
}

function cellOf(target: Element): { row: string; column: string } | null {
  const [row, column] = target.closest<HTMLElement>("[data-cell]")?.dataset.cell?.split("|") ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

function sessionFor(place: Place, target: Element, event: globalThis.PointerEvent): Session | null {
  const { editor } = place;
  if (editor.ui.getState().tool === "pan" || event.button === 1) return startPan(place, event);
  const hit = hitOf(target);
  if (hit !== null) {
    if (!editor.canEdit) return null;
    return hit.kind === "emotion" ? startEmotion(place, hit.id) : startDrag(place, hit.element, hit.kind, hit.id);
  }
  if (event.pointerType === "touch" || cellOf(target) === null) return null;
  return startMarquee(place, pointOf(place, event), event.ctrlKey || event.metaKey || event.shiftKey);
}

function click(editor: Editor, target: Element, event: MouseEvent): void {
  const hit = hitOf(target);
  const cell = cellOf(target);
  if (hit?.kind === "card") {
    selectCard(editor, hit.id, { shift: event.shiftKey, control: event.ctrlKey || event.metaKey });
    return;
  }
  editor.select([]);
  if (cell === null) return;
  const inside = hit?.kind === "placement" || hit?.kind === "emotion" ? hit.id : null;
  editor.focus(cell.row, cell.column, inside);
  if (hit?.kind === "placement") editor.ui.setState({ panel: { kind: "placement", id: hit.id } });
  const renaming = target.closest<HTMLElement>("[data-rename]")?.dataset.rename;
  if (renaming !== undefined && hit !== null) startEditing(editor, renaming as "stage" | "step" | "lane", hit.id);
}

function doubleClick(editor: Editor, target: Element): void {
  const hit = hitOf(target);
  const cell = cellOf(target);
  if (hit?.kind === "card") startEditing(editor, "card", hit.id);
  else if (hit?.kind === "emotion") startEditing(editor, "emotion", hit.id);
  if (hit !== null || cell === null || !editor.structure.doc.items.step.has(cell.column)) return;
  const kind = editor.structure.doc.items.lane.get(cell.row)?.kind;
  if (kind === undefined) return;
  if (holdsCards(kind)) addCardTo(editor, cell.row, cell.column);
  else if (kind === "touchpoints") openTouchpointPicker(editor, cell.column);
  else addEmotion(editor, cell.column);
}

function contextMenu(editor: Editor, target: Element): boolean {
  const hit = hitOf(target);
  const cell = cellOf(target);
  if (hit !== null) {
    if (hit.kind === "card" && !editor.ui.getState().selection.has(hit.id)) editor.focusCard(hit.id);
    openMenu(editor, hit.kind, hit.id, hit.element);
    return true;
  }
  const element = target.closest("[data-cell]");
  if (cell === null || element === null) return false;
  editor.focus(cell.row, cell.column);
  openMenu(editor, "cell", "", element);
  return true;
}

/** Follows the pointer from press to release, and knows whether the click that comes after was a drag. */
class Pointer {
  private tracker: Tracker | null = null;
  private dragged = false;

  constructor(
    private readonly editor: Editor,
    private readonly viewport: RefObject<HTMLElement | null>,
  ) {}

  readonly onPointerDown = (event: PointerEvent) => {
    const target = event.target as Element;
    const pans = event.button === 1;
    const viewport = this.viewport.current;
    if (viewport === null || this.tracker !== null || (event.button !== 0 && !pans)) return;
    if (target.closest(CONTROLS) !== null && !pans) return;
    if (pans) event.preventDefault();
    const place = { editor: this.editor, viewport };
    const native = event.nativeEvent;
    this.dragged = false;
    this.tracker = new Tracker(
      place,
      native,
      () => sessionFor(place, target, native),
      (dragged) => {
        this.tracker = null;
        this.dragged = dragged;
      },
    );
  };

  readonly onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    if (this.dragged || target.closest(CONTROLS) !== null || this.editor.ui.getState().tool === "pan") return;
    click(this.editor, target, event);
  };

  readonly onDoubleClick = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target.closest(CONTROLS) === null) doubleClick(this.editor, target);
  };

  readonly onContextMenu = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target.closest("[data-inline-text]") !== null || !this.editor.canEdit) return;
    if (contextMenu(this.editor, target)) event.preventDefault();
  };
}

/** One listener for all pointers on the map, whatever they are on. */
export function usePointer(viewport: RefObject<HTMLElement | null>) {
  const editor = useEditor();
  return useMemo(() => {
    const { onPointerDown, onClick, onDoubleClick, onContextMenu } = new Pointer(editor, viewport);
    return { onPointerDown, onClick, onDoubleClick, onContextMenu };
  }, [editor, viewport]);
}

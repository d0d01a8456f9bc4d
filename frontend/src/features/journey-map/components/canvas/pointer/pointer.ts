import { act } from "../../../commands/acts";
import { addTo } from "../../../commands/cells";
import { startEditing } from "../../../commands/editing";
import { openMenu } from "../../../commands/open";
import { startDrag } from "./drags";
import { startEmotion, startMarquee, startPan } from "./gestures";
import { cellOf, hitOf } from "./hit";
import { pointOf } from "./session";
import { Tracker } from "./tracker";
import { selectCard } from "../selecting";
import type { Editor } from "../../../editor";
import type { Place, Session } from "./session";

const CONTROLS = "button, input, select, a, [data-inline-text]";

function sessionFor(place: Place, target: Element, event: PointerEvent): Session | null {
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
  if (hit === null && cell !== null) addTo(editor, cell);
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
export class Pointer {
  private tracker: Tracker | null = null;
  private dragged = false;

  constructor(private readonly place: Place) {}

  readonly onPointerDown = (event: PointerEvent) => {
    const target = event.target as Element;
    const pans = event.button === 1;
    if (this.tracker !== null || (event.button !== 0 && !pans)) return;
    if (target.closest(CONTROLS) !== null && !pans) return;
    if (pans) event.preventDefault();
    this.dragged = false;
    this.tracker = new Tracker(
      this.place,
      event,
      () => sessionFor(this.place, target, event),
      (dragged) => {
        this.tracker = null;
        this.dragged = dragged;
      },
    );
  };

  readonly onClick = (event: MouseEvent) => {
    const { editor } = this.place;
    const target = event.target as Element;
    const button = target.closest<HTMLElement>("[data-act]");
    if (button !== null) {
      act(editor, button, hitOf(target), cellOf(target));
      return;
    }
    if (this.dragged || target.closest(CONTROLS) !== null || editor.ui.getState().tool === "pan") return;
    click(editor, target, event);
  };

  readonly onDoubleClick = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target.closest(CONTROLS) === null) doubleClick(this.place.editor, target);
  };

  readonly onContextMenu = (event: MouseEvent) => {
    const { editor } = this.place;
    const target = event.target as Element;
    // A long press asks for the menu too; once it has picked something up, it does not.
    if (this.tracker?.dragging === true) {
      event.preventDefault();
      return;
    }
    if (target.closest("[data-inline-text]") !== null || !editor.canEdit) return;
    if (contextMenu(editor, target)) event.preventDefault();
  };
}

import { newGesture } from "../../../commands/gesture";
import { setScore } from "../../../commands/emotions";
import { scoreAt } from "../../../model/curve";
import { cardsTouched } from "../../../model/drop";
import { m } from "@/i18n/generated/messages";
import { Rectangle } from "./marks";
import type { Place, Session } from "./session";
import type { Id } from "../../../model/document";
import type { Point } from "../../../model/drop";

/** Drags a face up and down; the curve follows. */
export function startEmotion({ editor }: Place, id: Id): Session {
  const gesture = newGesture("score");
  const lane = editor.structure.lanes.find((one) => one.kind === "emotions");
  return {
    autoScroll: false,
    move(at) {
      const emotion = editor.structure.doc.items.emotion.get(id);
      const top = editor.layout.rowOfKey.get(lane?.id ?? "")?.y ?? 0;
      if (emotion !== undefined) setScore(editor, emotion, scoreAt(at.y - top), gesture);
    },
    drop: () => editor.endGesture(),
    cancel: () => editor.cancelGesture(gesture),
  };
}

/** Draws a rectangle over cards and selects what it touches; Ctrl or Shift adds to the selection. */
export function startMarquee(place: Place, from: Point, add: boolean): Session {
  const { editor } = place;
  const before = editor.ui.getState().selection;
  const kept = add ? [...before] : [];
  const rectangle = new Rectangle(place);
  return {
    autoScroll: true,
    move(at) {
      rectangle.show({
        x: Math.min(from.x, at.x),
        y: Math.min(from.y, at.y),
        width: Math.abs(at.x - from.x),
        height: Math.abs(at.y - from.y),
      });
      editor.select([...kept, ...cardsTouched(editor.layout, from, at)]);
    },
    drop() {
      rectangle.remove();
      editor.announce(m.map_said_selected({ count: editor.ui.getState().selection.size }));
    },
    cancel() {
      rectangle.remove();
      editor.select(before);
    },
  };
}

/** Moves the map under the hand. */
export function startPan({ viewport }: Place, start: PointerEvent): Session {
  const from = { left: viewport.scrollLeft, top: viewport.scrollTop, x: start.clientX, y: start.clientY };
  return {
    autoScroll: false,
    move(_at, event) {
      viewport.scrollTo({ left: from.left - (event.clientX - from.x), top: from.top - (event.clientY - from.y) });
    },
    drop: () => undefined,
    cancel: () => viewport.scrollTo({ left: from.left, top: from.top }),
  };
}

import { m } from "@/i18n/generated/messages";
import { moveCards } from "../../../model/card-edits";
import { cardDrop, laneDrop, placementDrop, stageDrop, stepDrop } from "../../../model/drop";
import { moveLane, movePlacement, moveStage, moveStep } from "../../../model/structure-edits";
import { DropLine, ghostOf } from "./marks";
import type { Place, Session } from "./session";
import type { Id } from "../../../model/document";
import type { Drop, Point } from "../../../model/drop";
import type { Operation } from "../../../model/operations";
import type { ItemTarget } from "../../../store";

interface Kind<Where> {
  readonly target: (at: Point) => Drop<Where> | null;
  readonly operations: (where: Where) => Operation[];
  readonly after?: () => void;
}

/** Dragging by the same rules for everything: a ghost, a line, and one edit at the end. */
function dragging<Where>(place: Place, source: HTMLElement, kind: Kind<Where>, count = 1): Session {
  const line = new DropLine(place);
  const ghost = ghostOf(place, source, count);
  let found: Drop<Where> | null = null;
  source.dataset.dragging = "";
  place.editor.ui.setState({ dragging: true });
  const end = () => {
    line.remove();
    ghost.remove();
    delete source.dataset.dragging;
    place.editor.ui.setState({ dragging: false });
  };
  return {
    ghost,
    autoScroll: true,
    move(at) {
      found = kind.target(at);
      line.show(found?.mark ?? null);
    },
    drop() {
      end();
      if (found === null) return;
      const operations = kind.operations(found.where);
      place.editor.edit(operations);
      kind.after?.();
      if (operations.length > 0) place.editor.announce(m.map_said_dragged());
    },
    cancel: end,
  };
}

function movingCards({ editor }: Place, id: Id): ReadonlySet<Id> {
  const { selection } = editor.ui.getState();
  return selection.has(id) ? selection : new Set([id]);
}

/** Starts the drag of a card, touchpoint, step, stage or lane. */
export function startDrag(place: Place, source: HTMLElement, target: ItemTarget, id: Id): Session {
  const { editor } = place;
  switch (target) {
    case "card": {
      const ids = movingCards(place, id);
      return dragging(
        place,
        source,
        {
          target: (at) => cardDrop(editor.layout, at, ids),
          operations: (slot) => moveCards(editor.structure, ids, slot),
          after: () => {
            editor.focusCard(id);
            editor.select(ids);
          },
        },
        ids.size,
      );
    }
    case "placement":
      return dragging(place, source, {
        target: (at) => placementDrop(editor.layout, at, id),
        operations: ({ stepId, index }) => movePlacement(editor.structure, id, stepId, index),
      });
    case "step":
      return dragging(place, source, {
        target: (at) => stepDrop(editor.layout, editor.structure, at, id),
        operations: ({ stageId, index }) => moveStep(editor.structure, id, stageId, index),
      });
    case "stage":
      return dragging(place, source, {
        target: (at) => stageDrop(editor.layout, editor.structure, at, id),
        operations: ({ index }) => moveStage(editor.structure, id, index),
      });
    case "lane":
      return dragging(place, source, {
        target: (at) => laneDrop(editor.layout, editor.structure, at, id),
        operations: ({ index }) => moveLane(editor.structure, id, index),
      });
  }
}

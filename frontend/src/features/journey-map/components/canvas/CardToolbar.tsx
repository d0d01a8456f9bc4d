import { Copy, Ellipsis, Palette, SlidersHorizontal, Trash2 } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { PopoverButton } from "@/ui/PopoverButton";
import { commandById } from "../../commands/all";
import { openMenu } from "../../commands/open";
import { useEditor, useSnapshot, useUi } from "../../context";
import { setCards } from "../../model/card-edits";
import { METRICS } from "../../model/metrics";
import { ColorPicker } from "../ColorPicker";
import styles from "./card-toolbar.module.css";
import type { Id } from "../../model/document";
import type { Layout } from "../../model/layout";

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly below: boolean;
}

function spotOf(layout: Layout, laneId: Id, stepId: Id, cardId: Id): Spot | null {
  const row = layout.rowOfKey.get(laneId);
  const column = layout.columnOfStep.get(stepId);
  const box = row?.layout?.cells.get(stepId)?.boxes.find((one) => one.id === cardId);
  if (row === undefined || column === undefined || box === undefined) return null;
  const y = row.y + box.y;
  const below = y < METRICS.stagesRow + METRICS.stepsRow + 44;
  return { x: layout.headerWidth + column.x + box.x + box.width / 2, y: below ? y + box.height : y, below };
}

/** The dark toolbar over the one selected card. */
export function CardToolbar() {
  const editor = useEditor();
  const id = useUi((state) => {
    const [only] = state.selection;
    const busy = state.editing !== null || state.carried !== null || state.dragging;
    return state.selection.size === 1 && !busy ? only : undefined;
  });
  return id !== undefined && editor.canEdit ? <Toolbar id={id} /> : null;
}

function Toolbar({ id }: { id: Id }) {
  const editor = useEditor();
  const card = useSnapshot((state) => state.structure.doc.items.card.get(id));
  const layout = useSnapshot((state) => state.layout);
  const spot = card && spotOf(layout, card.lane_id, card.step_id, card.id);
  if (card === undefined || spot == null) return null;
  const run = (command: string) => () => commandById(command).run(editor);
  return (
    <div
      className={styles.toolbar}
      role="toolbar"
      aria-label={m.map_card_tools()}
      data-below={spot.below || undefined}
      style={{ left: spot.x, top: spot.y }}
    >
      <PopoverButton
        label={m.map_color()}
        content={(close) => (
          <ColorPicker
            value={card.color}
            onChange={(color) => {
              editor.edit(setCards([id], { color }));
              close();
            }}
          />
        )}
      >
        {(trigger) => (
          <IconButton label={m.map_color()} size={24} tooltipSide="top" {...trigger}>
            <Palette size={14} aria-hidden />
          </IconButton>
        )}
      </PopoverButton>
      <IconButton
        label={m.map_cmd_details()}
        shortcut="Mod+Enter"
        size={24}
        tooltipSide="top"
        onClick={run("map.card.details")}
      >
        <SlidersHorizontal size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={m.map_cmd_duplicate()}
        shortcut="Mod+D"
        size={24}
        tooltipSide="top"
        onClick={run("map.card.duplicate")}
      >
        <Copy size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={m.common_delete()}
        shortcut="Delete"
        size={24}
        tooltipSide="top"
        onClick={run("map.card.delete")}
      >
        <Trash2 size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={m.common_more()}
        size={24}
        tooltipSide="top"
        aria-haspopup="menu"
        onClick={(event) => openMenu(editor, "card", id, event.currentTarget)}
      >
        <Ellipsis size={14} aria-hidden />
      </IconButton>
    </div>
  );
}

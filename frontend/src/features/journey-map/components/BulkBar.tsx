import { Copy, Move, Palette, Tag, Trash2, X } from "lucide-react";
import { lazy } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { PopoverButton } from "@/ui/PopoverButton";
import { commandById } from "../commands/all";
import { useEditor, useUi } from "../context";
import { setCards } from "../model/card-edits";
import { ColorPicker } from "./ColorPicker";
import styles from "./dock.module.css";

const BulkTags = lazy(() => import("./BulkTags"));

/** What can be done with several cards at once. */
export function BulkBar() {
  const editor = useEditor();
  const selection = useUi((state) => state.selection);
  if (selection.size < 2 || !editor.canEdit) return null;
  const run = (id: string) => () => commandById(id).run(editor);
  return (
    <div className={styles.bulk} role="toolbar" aria-label={m.map_bulk()} data-print="hide">
      <b>{m.map_bulk_count({ count: selection.size })}</b>
      <PopoverButton
        label={m.map_color()}
        placement="top start"
        content={(close) => (
          <ColorPicker
            value={null}
            onChange={(color) => {
              editor.edit(setCards(selection, { color }));
              close();
            }}
          />
        )}
      >
        {(trigger) => (
          <Button look="quiet" icon={<Palette size={15} aria-hidden />} {...trigger}>
            {m.map_color()}
          </Button>
        )}
      </PopoverButton>
      <PopoverButton label={m.map_field_tags()} placement="top start" content={() => <BulkTags />}>
        {(trigger) => (
          <Button look="quiet" icon={<Tag size={15} aria-hidden />} {...trigger}>
            {m.map_field_tags()}
          </Button>
        )}
      </PopoverButton>
      <Button look="quiet" icon={<Move size={15} aria-hidden />} onClick={run("map.card.move")}>
        {m.map_cmd_move_to()}
      </Button>
      <Button look="quiet" icon={<Copy size={15} aria-hidden />} onClick={run("map.card.duplicate")}>
        {m.map_cmd_duplicate()}
      </Button>
      <Button look="quiet" icon={<Trash2 size={15} aria-hidden />} onClick={run("map.card.delete")}>
        {m.common_delete()}
      </Button>
      <IconButton label={m.map_bulk_clear()} shortcut="Escape" tooltipSide="top" onClick={() => editor.select([])}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}

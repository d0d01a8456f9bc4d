import { Plus } from "lucide-react";
import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { addCardTo } from "../../commands/cards";
import { useEditor, useSnapshot } from "../../context";
import { CardView } from "./CardView";
import { useCellProps } from "./cell";
import styles from "./canvas.module.css";
import type { Lane } from "../../model/document";
import type { Column } from "../../model/layout";

/** The cards where a step and a lane meet. */
export const CardCell = memo(function CardCell({ lane, column }: { lane: Lane; column: Column }) {
  const editor = useEditor();
  const cell = useSnapshot((state) => state.layout.rowOfKey.get(lane.id)?.layout?.cells.get(column.key));
  const props = useCellProps(lane.id, column);
  const boxes = cell?.boxes ?? [];
  const empty = cell === undefined;
  return (
    <div
      {...props}
      className={styles.cell}
      data-spans={cell?.spans === true ? "" : undefined}
      {...(empty && { "aria-label": m.map_cell_empty() })}
    >
      {boxes.map((box) => (
        <CardView key={box.id} box={box} kind={lane.kind} />
      ))}
      {editor.canEdit && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.add}
          data-corner={!empty || undefined}
          aria-label={m.map_add_card_to({ lane: lane.title })}
          onClick={() => addCardTo(editor, lane.id, column.key)}
        >
          <Plus size={14} aria-hidden />
        </button>
      )}
    </div>
  );
});

import { Plus } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { openLanePicker } from "../../commands/open";
import { useEditor, useUi } from "../../context";
import styles from "./add-lane.module.css";

/** Below the last lane. */
export function AddLaneRow() {
  const editor = useEditor();
  const zoom = useUi((state) => state.zoom);
  return (
    <div className={styles.addLane} style={{ zoom }} data-print="hide">
      <button type="button" onClick={() => openLanePicker(editor, editor.structure.lanes.length)}>
        <Plus size={14} aria-hidden />
        {m.map_add_lane()}
      </button>
    </div>
  );
}

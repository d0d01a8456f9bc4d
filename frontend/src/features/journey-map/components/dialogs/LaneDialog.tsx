import { m } from "@/i18n/generated/messages";
import { laneLabel } from "@/i18n/lane-label";
import { Dialog } from "@/ui/Dialog";
import { insertLane } from "../../commands/structure";
import { useEditor, useSnapshot } from "../../context";
import { LANE_KINDS } from "../../model/document";
import { LANE_ICONS } from "../icons";
import { laneHint } from "../part-labels";
import styles from "./dialog.module.css";

/** Emotions and touchpoints are drawn once per map; every other kind may have several lanes. */
const ONCE = new Set(["emotions", "touchpoints"]);

export default function LaneDialog({ index, onClose }: { index: number; onClose: () => void }) {
  const editor = useEditor();
  const lanes = useSnapshot((state) => state.structure.lanes);
  const kinds = LANE_KINDS.filter((kind) => !ONCE.has(kind) || lanes.every((lane) => lane.kind !== kind));
  return (
    <Dialog open onClose={onClose} title={m.map_lane_dialog()} width={640}>
      <ul className={styles.kinds}>
        {kinds.map((kind, position) => {
          const Icon = LANE_ICONS[kind];
          return (
            <li key={kind}>
              <button
                type="button"
                autoFocus={position === 0}
                onClick={() => {
                  onClose();
                  insertLane(editor, kind, laneLabel(kind), index);
                }}
              >
                <Icon size={16} aria-hidden />
                <span>
                  <b>{laneLabel(kind)}</b>
                  <small>{laneHint(kind)}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

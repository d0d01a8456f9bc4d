import { Plus } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { insertLaneAfter, insertStageAfter, insertStepAfter } from "../../commands/structure";
import { useEditor } from "../../context";
import styles from "./canvas.module.css";

type Kind = "stage" | "step" | "lane";

const LABELS: Record<Kind, () => string> = {
  stage: m.map_insert_stage,
  step: m.map_insert_step,
  lane: m.map_insert_lane,
};
const INSERT = { stage: insertStageAfter, step: insertStepAfter, lane: insertLaneAfter } as const;

/** The "+" on the border behind a stage, step or lane. The keyboard has the same in the menus. */
export function InsertHandle({ kind, after }: { kind: Kind; after: string }) {
  const editor = useEditor();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.insert}
      data-kind={kind}
      aria-label={LABELS[kind]()}
      title={LABELS[kind]()}
      onClick={() => INSERT[kind](editor, after)}
    >
      <Plus size={12} strokeWidth={2.4} aria-hidden />
    </button>
  );
}

import { Plus } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import styles from "./header-tools.module.css";

const LABELS = {
  stage: m.map_insert_stage,
  step: m.map_insert_step,
  lane: m.map_insert_lane,
} as const;

/** The "+" on the border behind a stage, step or lane. The keyboard has the same in the menus. */
export function InsertHandle({ kind }: { kind: keyof typeof LABELS }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.insert}
      data-kind={kind}
      data-act="insert"
      aria-label={LABELS[kind]()}
      title={LABELS[kind]()}
    >
      <Plus size={12} strokeWidth={2.4} aria-hidden />
    </button>
  );
}

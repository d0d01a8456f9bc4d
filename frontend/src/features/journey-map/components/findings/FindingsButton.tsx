import { ShieldAlert, ShieldCheck } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { Tooltip } from "@/ui/Tooltip";
import { toggleFindings } from "../../commands/findings";
import { useEditor, useSnapshot, useUi } from "../../context";
import { openCount, worstOf } from "../../model/findings/findings";
import styles from "./button.module.css";

/** How much there is to say of the map; opens it. Its colour is that of the worst. */
export function FindingsButton() {
  const editor = useEditor();
  const counts = useSnapshot((state) => state.findings?.counts);
  const open = useUi((state) => state.panel?.kind === "findings");
  if (counts === undefined) return null;
  const worst = worstOf(counts);
  const count = openCount(counts);
  const Icon = worst === null ? ShieldCheck : ShieldAlert;
  return (
    <Tooltip label={m.findings_next()} shortcut="F8">
      <button
        type="button"
        className={styles.button}
        data-severity={worst ?? "none"}
        aria-expanded={open}
        onClick={() => toggleFindings(editor)}
      >
        <Icon size={15} aria-hidden />
        {count === 0 ? m.findings_none() : m.findings_count({ count })}
      </button>
    </Tooltip>
  );
}

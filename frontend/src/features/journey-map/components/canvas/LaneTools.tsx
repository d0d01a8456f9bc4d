import { ChevronDown, ChevronRight } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { useEditor } from "../../context";
import { HeaderMenu } from "./HeaderMenu";
import { InsertHandle } from "./InsertHandle";
import styles from "./header-tools.module.css";
import type { Lane } from "../../model/document";

/** What a lane's header offers under the pointer: folding, its menu, another lane below. */
export function LaneTools({ lane, collapsed }: { lane: Lane; collapsed: boolean }) {
  const { canEdit } = useEditor();
  const Chevron = collapsed ? ChevronRight : ChevronDown;
  return (
    <>
      <span className={styles.headerButtons}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.headerButton}
          aria-label={collapsed ? m.map_expand({ name: lane.title }) : m.map_collapse({ name: lane.title })}
          data-act="fold"
        >
          <Chevron size={14} aria-hidden />
        </button>
        {canEdit && <HeaderMenu name={lane.title} />}
      </span>
      {canEdit && <InsertHandle kind="lane" />}
    </>
  );
}

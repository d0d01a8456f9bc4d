import { ChevronDown, ChevronRight } from "lucide-react";
import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { useEditor, useSnapshot, useUi } from "../../context";
import { LANE_ICONS } from "../icons";
import { HeaderMenu, InlineText, InsertHandle, LaneSummary } from "../late-parts";
import { useHeaderProps } from "./header";
import styles from "./canvas.module.css";
import type { Lane } from "../../model/document";

/** The fixed first cell of a lane: what it is and how much is in it. */
export const LaneHeader = memo(function LaneHeader({ lane, collapsed }: { lane: Lane; collapsed: boolean }) {
  const editor = useEditor();
  const props = useHeaderProps(lane.id);
  const measured = useSnapshot((state) => state.layout.rowOfKey.has("flow"));
  const showMeasured = useUi((state) => state.layers.measured);
  const editing = useUi((state) =>
    state.editing?.target === "lane" && state.editing.id === lane.id ? state.editing : null,
  );
  const carried = useUi((state) => state.carried?.id === lane.id);
  const Icon = LANE_ICONS[lane.kind];
  const Chevron = collapsed ? ChevronRight : ChevronDown;
  return (
    <div
      {...props}
      className={styles.laneHeader}
      data-drag="lane"
      data-item={lane.id}
      data-carried={carried || undefined}
    >
      <span className={styles.laneIcon}>
        <Icon size={15} aria-hidden />
      </span>
      <span className={styles.laneName}>
        {editing !== null ? (
          <InlineText editing={editing} value={lane.title} className={styles.titleInput} />
        ) : (
          <span data-rename="lane" className={styles.titleText} dir="auto">
            {lane.title}
          </span>
        )}
        {lane.kind === "emotions" && !collapsed ? (
          <small className={styles.legend}>
            <span>
              <i className={styles.drawnKey} />
              {m.map_legend_drawn()}
            </span>
            {measured && showMeasured && (
              <span>
                <i className={styles.measuredKey} />
                {m.map_legend_measured()}
              </span>
            )}
          </small>
        ) : (
          <small>
            <LaneSummary lane={lane} />
          </small>
        )}
      </span>
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
        {editor.canEdit && <HeaderMenu name={lane.title} />}
      </span>
      {editor.canEdit && <InsertHandle kind="lane" />}
    </div>
  );
});

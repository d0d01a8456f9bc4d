import { ChevronDown, ChevronRight, Ellipsis } from "lucide-react";
import { clsx } from "clsx";
import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { openMenu } from "../../commands/menus";
import { toggleCollapsed } from "../../commands/view";
import { useEditor, useSnapshot, useUi } from "../../context";
import { LANE_ICONS } from "../icons";
import { InlineText } from "../InlineText";
import { laneCount } from "../lane-count";
import { InsertHandle } from "./InsertHandle";
import { useHeaderProps } from "./header";
import styles from "./canvas.module.css";
import type { Lane } from "../../model/document";

/** The fixed first cell of a lane: what it is and how much is in it. */
export const LaneHeader = memo(function LaneHeader({ lane, collapsed }: { lane: Lane; collapsed: boolean }) {
  const editor = useEditor();
  const props = useHeaderProps(lane.id);
  const summary = useSnapshot((state) => laneCount(state, lane));
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
          <small>{summary}</small>
        )}
      </span>
      <span className={styles.headerButtons}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.headerButton}
          aria-label={collapsed ? m.map_expand({ name: lane.title }) : m.map_collapse({ name: lane.title })}
          onClick={() => toggleCollapsed(editor, lane.id)}
        >
          <Chevron size={14} aria-hidden />
        </button>
        {editor.canEdit && (
          <button
            type="button"
            tabIndex={-1}
            className={clsx(styles.headerButton)}
            aria-label={m.map_more_for({ name: lane.title })}
            aria-haspopup="menu"
            onClick={(event) => openMenu(editor, "lane", lane.id, event.currentTarget)}
          >
            <Ellipsis size={14} aria-hidden />
          </button>
        )}
      </span>
      {editor.canEdit && <InsertHandle kind="lane" after={lane.id} />}
    </div>
  );
});

import { memo } from "react";
import { useUi } from "../../context";
import { LANE_ICONS } from "../icons";
import { LaneSummary } from "../LaneSummary";
import { InlineText, LaneTools } from "../late-parts";
import { useHeaderProps } from "./header";
import styles from "./canvas.module.css";
import type { Lane } from "../../model/document";

/** The fixed first cell of a lane: what it is and how much is in it. */
export const LaneHeader = memo(function LaneHeader({ lane, collapsed }: { lane: Lane; collapsed: boolean }) {
  const props = useHeaderProps(lane.id);
  const editing = useUi((state) =>
    state.editing?.target === "lane" && state.editing.id === lane.id ? state.editing : null,
  );
  const carried = useUi((state) => state.carried?.id === lane.id);
  const Icon = LANE_ICONS[lane.kind];
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
        <LaneSummary lane={lane} collapsed={collapsed} />
      </span>
      <LaneTools lane={lane} collapsed={collapsed} />
    </div>
  );
});

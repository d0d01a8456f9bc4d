import { memo } from "react";
import { useUi } from "../../context";
import { LANE_ICONS } from "../icons";
import { LaneSummary } from "../LaneSummary";
import { InlineText, LaneTools } from "../late-parts";
import { useHeaderProps } from "./header";
import laneStyles from "./lanes.module.css";
import titleStyles from "./titles.module.css";
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
      className={laneStyles.laneHeader}
      data-drag="lane"
      data-item={lane.id}
      data-carried={carried || undefined}
    >
      <span className={laneStyles.laneIcon}>
        <Icon size={15} aria-hidden />
      </span>
      <span className={laneStyles.laneName}>
        {editing !== null ? (
          <InlineText editing={editing} value={lane.title} className={titleStyles.titleInput} />
        ) : (
          <span data-rename="lane" className={titleStyles.titleText} dir="auto">
            {lane.title}
          </span>
        )}
        <LaneSummary lane={lane} collapsed={collapsed} />
      </span>
      <LaneTools lane={lane} collapsed={collapsed} />
    </div>
  );
});

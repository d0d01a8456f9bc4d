import { memo } from "react";
import { useSnapshot } from "../../context";
import { CardCell } from "./CardCell";
import { ChipCell } from "./ChipCell";
import { CollapsedCell } from "./CollapsedCell";
import { EmotionCell } from "./EmotionCell";
import { EmotionCurve } from "./EmotionCurve";
import { LaneHeader } from "./LaneHeader";
import cellStyles from "./cells.module.css";
import laneStyles from "./lanes.module.css";
import type { Id, Lane } from "../../model/document";
import type { Column } from "../../model/boxes";

type Props = { laneId: Id; columns: readonly number[] };

/** One lane: its header, and the cells of the columns that are near the window. */
export const LaneRow = memo(function LaneRow({ laneId, columns }: Props) {
  const row = useSnapshot((state) => state.layout.rowOfKey.get(laneId));
  const all = useSnapshot((state) => state.layout.columns);
  if (row?.lane == null) return null;
  const { lane, collapsed } = row;
  return (
    <div
      role="row"
      aria-rowindex={row.index + 1}
      className={laneStyles.lane}
      data-kind={lane.kind}
      data-collapsed={collapsed || undefined}
      style={{ top: row.y, height: row.height }}
    >
      <LaneHeader lane={lane} collapsed={collapsed} />
      <div className={cellStyles.cells} role="presentation">
        {lane.kind === "emotions" && !collapsed && <EmotionCurve />}
        {columns.map((index) => {
          const column = all[index];
          if (column === undefined) return null;
          if (collapsed || column.kind === "collapsed") {
            return <CollapsedCell key={column.key} lane={lane} column={column} />;
          }
          return <OpenCell key={column.key} lane={lane} column={column} />;
        })}
      </div>
    </div>
  );
});

const OpenCell = memo(function OpenCell({ lane, column }: { lane: Lane; column: Column }) {
  if (lane.kind === "emotions") return <EmotionCell lane={lane} column={column} />;
  if (lane.kind === "touchpoints") return <ChipCell lane={lane} column={column} />;
  return <CardCell lane={lane} column={column} />;
});

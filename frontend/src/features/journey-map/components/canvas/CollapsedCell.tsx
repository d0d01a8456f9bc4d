import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { useSnapshot } from "../../context";
import { useCellProps } from "./cell";
import styles from "./cells.module.css";
import type { Lane } from "../../model/document";
import type { Column } from "../../model/boxes";
import type { Snapshot } from "../../editor";

function count({ structure }: Snapshot, lane: Lane, column: Column): number {
  if (lane.kind === "touchpoints") {
    return column.stepIds.reduce((sum, id) => sum + (structure.placements.get(id)?.length ?? 0), 0);
  }
  const cells = structure.cells.get(lane.id);
  return column.stepIds.reduce((sum, id) => sum + (cells?.get(id)?.length ?? 0), 0);
}

/** A cell of a collapsed stage or lane tells how much is in it. */
export const CollapsedCell = memo(function CollapsedCell({ lane, column }: { lane: Lane; column: Column }) {
  const cards = useSnapshot((state) => count(state, lane, column));
  const props = useCellProps(lane.id, column);
  return (
    <div {...props} className={styles.cell} aria-label={m.map_cell_collapsed({ count: cards })}>
      {cards > 0 && <span className={styles.count}>{cards}</span>}
    </div>
  );
});

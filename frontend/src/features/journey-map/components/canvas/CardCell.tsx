import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { useSnapshot, useUi } from "../../context";
import { CardView } from "./CardView";
import { useCellProps } from "./cell";
import styles from "./cells.module.css";
import type { Lane } from "../../model/document";
import type { Column } from "../../model/boxes";

/** The cards where a step and a lane meet. */
export const CardCell = memo(function CardCell({ lane, column }: { lane: Lane; column: Column }) {
  const cell = useSnapshot((state) => state.layout.rowOfKey.get(lane.id)?.layout?.cells.get(column.key));
  const props = useCellProps(lane.id, column);
  const boxes = cell?.boxes ?? [];
  const empty = cell === undefined;
  const selected = useUi(({ selection }) => selection.size > 0 && boxes.some(({ id }) => selection.has(id)));
  return (
    <div
      {...props}
      className={styles.cell}
      aria-selected={selected}
      data-spans={cell?.spans === true ? "" : undefined}
      {...(empty && { "aria-label": m.map_cell_empty() })}
    >
      {boxes.map((box) => (
        <CardView key={box.id} box={box} kind={lane.kind} />
      ))}
    </div>
  );
});

import { Flag } from "lucide-react";
import { memo } from "react";
import { m } from "@/i18n/generated/messages";
import { NamedIcon } from "@/ui/icons/NamedIcon";
import { useSnapshot, useUi } from "../../context";
import { FindingBadge } from "../findings/late";
import { useCellProps, useItemTabIndex } from "./cell";
import styles from "./cells.module.css";
import chip from "./chip.module.css";
import type { Lane } from "../../model/document";
import type { Box, Column } from "../../model/boxes";

/** The touchpoints at one step. */
export const ChipCell = memo(function ChipCell({ lane, column }: { lane: Lane; column: Column }) {
  const cell = useSnapshot((state) => state.layout.rowOfKey.get(lane.id)?.layout?.cells.get(column.key));
  const props = useCellProps(lane.id, column);
  const empty = cell === undefined;
  return (
    <div {...props} className={styles.cell} {...(empty && { "aria-label": m.map_cell_empty() })}>
      {cell?.boxes.map((box) => (
        <Chip key={box.id} box={box} />
      ))}
    </div>
  );
});

const Chip = memo(function Chip({ box }: { box: Box }) {
  const placement = useSnapshot((state) => state.structure.doc.items.placement.get(box.id));
  const touchpoint = useSnapshot((state) => placement && state.catalogue.touchpoints.get(placement.touchpoint_id));
  const icon = useSnapshot((state) => state.catalogue.channels.get(touchpoint?.channel_id ?? "")?.icon ?? "");
  const channel = useSnapshot((state) => state.catalogue.channels.get(touchpoint?.channel_id ?? "")?.name);
  const carried = useUi((state) => state.carried?.id === box.id);
  const open = useUi((state) => state.panel?.kind === "placement" && state.panel.id === box.id);
  const tabIndex = useItemTabIndex(box.id);
  if (placement === undefined) return null;
  const name = touchpoint?.name ?? m.map_touchpoint_unknown();
  return (
    <>
      <span
        className={chip.chip}
        data-item={box.id}
        data-drag="placement"
        data-selected={open || undefined}
        data-carried={carried || undefined}
        role="button"
        tabIndex={tabIndex}
        title={channel === undefined ? name : m.map_touchpoint_through({ name, channel })}
        style={{ left: box.x, top: box.y, width: box.width }}
      >
        <NamedIcon name={icon} size={13} />
        <span className={chip.chipName}>{name}</span>
        {placement.moment_of_truth && (
          <>
            <Flag size={11} className={chip.truth} aria-hidden />
            <span className="visually-hidden">{m.map_moment_of_truth()}</span>
          </>
        )}
      </span>
      <span className={chip.badge} style={{ left: box.x + box.width, top: box.y }}>
        <FindingBadge of={box.id} also={placement.touchpoint_id} spot="corner" />
      </span>
    </>
  );
});

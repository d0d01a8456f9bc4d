import { memo, useId, useMemo } from "react";
import { m } from "@/i18n/generated/messages";
import { useSnapshot } from "../../context";
import { FLOW, flowOf } from "../../model/flow";
import { hasMeasures } from "../../model/measures";
import { formatCount, formatShare } from "@/ui/format";
import { FLOW_ICON as FlowIcon } from "../icons";
import { useCellProps } from "./cell";
import { useHeaderProps } from "./header";
import cellStyles from "./cells.module.css";
import laneStyles from "./lanes.module.css";
import flowStyles from "./flow.module.css";
import type { Flow, FlowNode } from "../../model/flow";
import type { Column } from "../../model/boxes";

/** How many customers were measured at each step, as a ribbon that gets thinner where they stop. */
export const FlowRow = memo(function FlowRow({ columns }: { columns: readonly number[] }) {
  const row = useSnapshot((state) => state.layout.rowOfKey.get("flow"));
  const all = useSnapshot((state) => state.layout.columns);
  const width = useSnapshot((state) => state.layout.width);
  const measures = useSnapshot((state) => state.measures);
  const stages = useSnapshot((state) => state.structure.doc.items.stage);
  const header = useHeaderProps("flow");
  const flow = useMemo(
    () => (hasMeasures(measures) ? flowOf(measures, all, (id) => stages.get(id)?.color ?? "slate") : null),
    [measures, all, stages],
  );
  if (row === undefined) return null;
  return (
    <div
      role="row"
      aria-rowindex={row.index + 1}
      className={laneStyles.lane}
      data-kind="flow"
      style={{ top: row.y, height: row.height }}
    >
      <div {...header} className={laneStyles.laneHeader}>
        <span className={laneStyles.laneIcon}>
          <FlowIcon size={15} aria-hidden />
        </span>
        <span className={laneStyles.laneName}>
          {m.map_flow()}
          <small>{m.map_measured()}</small>
        </span>
      </div>
      <div className={cellStyles.cells} role="presentation">
        {flow !== null && <Ribbon flow={flow} width={width} />}
        {columns.map((index) => {
          const column = all[index];
          return column && <FlowCell key={column.key} column={column} flow={flow} />;
        })}
      </div>
    </div>
  );
});

function FlowCell({ column, flow }: { column: Column; flow: Flow | null }) {
  const props = useCellProps("flow", column);
  const node = flow?.nodes.find((one) => one.key === column.key);
  const link = flow?.links.find((one) => one.from.key === column.key);
  if (node === undefined) {
    const label = flow === null ? m.common_loading() : m.map_flow_unmeasured();
    return <div {...props} className={cellStyles.cell} data-flow="" aria-label={label} />;
  }
  const share = link?.share ?? null;
  return (
    <div {...props} className={cellStyles.cell} data-flow="">
      <span className={flowStyles.count} data-narrow={column.kind === "collapsed" || undefined}>
        {formatCount(node.customers)}
        <span className="visually-hidden"> {m.map_flow_customers()}</span>
      </span>
      {share !== null && <span className="visually-hidden">{m.map_flow_go_on({ share: formatShare(share) })}</span>}
    </div>
  );
}

const fill = (node: FlowNode) => `var(--stage-${node.color})`;

function Ribbon({ flow, width }: { flow: Flow; width: number }) {
  const id = useId();
  const first = flow.nodes[0];
  const last = flow.nodes.at(-1);
  return (
    <svg className={flowStyles.ribbon} width={width} height={FLOW.height} aria-hidden="true">
      <defs>
        {first && (
          <linearGradient id={`${id}in`}>
            <stop offset="0" stopColor={fill(first)} stopOpacity="0" />
            <stop offset="1" stopColor={fill(first)} stopOpacity=".3" />
          </linearGradient>
        )}
        {last && (
          <linearGradient id={`${id}out`}>
            <stop offset="0" stopColor={fill(last)} stopOpacity=".3" />
            <stop offset="1" stopColor={fill(last)} stopOpacity="0" />
          </linearGradient>
        )}
        {flow.links.map((link, index) => (
          <linearGradient key={link.key} id={`${id}${index}`}>
            <stop offset="0" stopColor={fill(link.from)} stopOpacity=".3" />
            <stop offset="1" stopColor={fill(link.to)} stopOpacity=".3" />
          </linearGradient>
        ))}
      </defs>
      {first && (
        <rect
          x={Math.max(0, first.x - 73)}
          y={FLOW.middle - first.thickness / 2}
          width={Math.min(73, first.x)}
          height={first.thickness}
          fill={`url(#${id}in)`}
        />
      )}
      {last && (
        <rect
          x={last.x}
          y={FLOW.middle - last.thickness / 2}
          width={Math.min(73, width - last.x)}
          height={last.thickness}
          fill={`url(#${id}out)`}
        />
      )}
      {flow.links.map((link, index) => (
        <path key={link.key} d={link.path} fill={`url(#${id}${index})`} />
      ))}
      {flow.nodes.map((node) => (
        <rect
          key={node.key}
          x={node.x - 2}
          y={FLOW.middle - node.thickness / 2}
          width="4"
          height={node.thickness}
          rx="2"
          fill={fill(node)}
        />
      ))}
      {flow.links.map((link) => link.share !== null && <Pill key={link.key} x={link.middle} share={link.share} />)}
    </svg>
  );
}

function Pill({ x, share }: { x: number; share: number }) {
  return (
    <g
      transform={`translate(${x} ${FLOW.middle})`}
      data-weak={share < FLOW.weakShare || undefined}
      className={flowStyles.pill}
    >
      <rect x="-21" y="-9" width="42" height="18" rx="9" />
      <text textAnchor="middle" y="3.8">
        {formatShare(share)}
      </text>
    </g>
  );
}

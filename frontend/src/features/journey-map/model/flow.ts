import { measuredSteps } from "./metric-reading";
import type { Color, Id } from "./document";
import type { Column } from "./boxes";
import type { Measures } from "./measures";

/** Geometry of the flow row, in px: the ribbon is 46 px thick where most customers are. */
export const FLOW = { height: 78, middle: 50, thickness: 46, weakShare: 0.6 } as const;

export interface FlowNode {
  readonly key: Id;
  readonly x: number;
  readonly thickness: number;
  readonly customers: number;
  readonly color: Color;
}

export interface FlowLink {
  readonly key: string;
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly path: string;
  /** Share of the customers that go on to the next measured step, 0 … 1; null where it cannot be told. */
  readonly share: number | null;
  readonly middle: number;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

function ribbon(from: FlowNode, to: FlowNode): string {
  const bend = (from.x + to.x) / 2;
  const top = (node: FlowNode) => FLOW.middle - node.thickness / 2;
  const bottom = (node: FlowNode) => FLOW.middle + node.thickness / 2;
  const n = (value: number) => value.toFixed(1);
  return (
    `M${n(from.x)} ${n(top(from))}C${n(bend)} ${n(top(from))} ${n(bend)} ${n(top(to))} ${n(to.x)} ${n(top(to))}` +
    `L${n(to.x)} ${n(bottom(to))}C${n(bend)} ${n(bottom(to))} ${n(bend)} ${n(bottom(from))} ${n(from.x)} ${n(bottom(from))}Z`
  );
}

interface Stop {
  key: Id;
  x: number;
  customers: number;
  color: Color;
  share: number | null;
}

function stopsOf(measures: Measures, columns: readonly Column[], colorOf: (stageId: Id) => Color): Stop[] {
  const steps = new Map(measuredSteps(measures).map((step) => [step.step_id, step]));
  const stages = new Map(measures.stages.map((stage) => [stage.stage_id, stage]));
  return columns.flatMap((column): Stop[] => {
    const reach = column.kind === "step" ? steps.get(column.key) : stages.get(column.key);
    if (reach === undefined || (column.kind === "collapsed" && reach.events === 0)) return [];
    return [
      {
        key: column.key,
        x: column.x + column.width / 2,
        customers: reach.customers,
        color: colorOf(column.stageId),
        share: reach.customers === 0 ? null : reach.next_after / reach.customers,
      },
    ];
  });
}

/** The ribbon: thickness grows with √customers, so that area reads as volume. Unmeasured steps are bridged. */
export function flowOf(measures: Measures, columns: readonly Column[], colorOf: (stageId: Id) => Color): Flow {
  const stops = stopsOf(measures, columns, colorOf);
  const most = Math.max(1, ...stops.map((stop) => stop.customers));
  const nodes = stops.map((stop): FlowNode => ({
    key: stop.key,
    x: stop.x,
    thickness: Math.max(1.5, FLOW.thickness * Math.sqrt(stop.customers / most)),
    customers: stop.customers,
    color: stop.color,
  }));
  const links = nodes.slice(1).flatMap((to, index): FlowLink[] => {
    const from = nodes[index];
    if (from === undefined) return [];
    return [
      {
        key: `${from.key}-${to.key}`,
        from,
        to,
        path: ribbon(from, to),
        share: stops[index]?.share ?? null,
        middle: (from.x + to.x) / 2,
      },
    ];
  });
  return { nodes, links };
}

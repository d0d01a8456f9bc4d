import type { CustomerEvent } from "@/api/customers";
import type { MapDocument } from "@/api/map-document";

type Step = MapDocument["steps"][number];
type Stage = MapDocument["stages"][number];

export type Column = { step: Step; stage: Stage };
/** An event and the column it is in; null when its touchpoint is not on this map. */
export type Stop = { number: number; event: CustomerEvent; column: number | null };

const byOrder = (a: { order: string }, b: { order: string }) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);

/** The steps of a map from left to right, each with its stage. */
export function columnsOf({ stages, steps }: Pick<MapDocument, "stages" | "steps">): Column[] {
  return stages.toSorted(byOrder).flatMap((stage) =>
    steps
      .filter(({ stage_id }) => stage_id === stage.id)
      .toSorted(byOrder)
      .map((step) => ({ step, stage })),
  );
}

/**
 * Where on a map each event of a person happened, in their order. A touchpoint that stands on several steps is met on
 * the next of them from where the person is, or, if they are past all of them, on the last.
 */
export function pathOf(map: Pick<MapDocument, "stages" | "steps" | "placements">, events: readonly CustomerEvent[]): Stop[] {
  const columns = columnsOf(map);
  const places = new Map<string, number[]>();
  columns.forEach(({ step }, index) => {
    for (const { step_id, touchpoint_id } of map.placements)
      if (step_id === step.id) places.set(touchpoint_id, [...(places.get(touchpoint_id) ?? []), index]);
  });
  let here = 0;
  return events.map((event, index) => {
    const at = places.get(event.touchpoint_id) ?? [];
    const column = at.find((each) => each >= here) ?? at.at(-1) ?? null;
    if (column !== null) here = column;
    return { number: index + 1, event, column };
  });
}

export type Point = { stop: Stop; x: number; y: number };
export type Drawing = { widths: number[]; width: number; points: Point[] };

const narrowest = 108;
const perPoint = 28;
const best = 2;

/** Where the points are drawn: by step from left to right, by satisfaction from top to bottom, in pixels. */
export function draw(columns: number, stops: readonly Stop[], height: number, margin: number): Drawing {
  const members = Array.from({ length: columns }, (_, column) => stops.filter((stop) => stop.column === column));
  const widths = members.map(({ length }) => Math.max(narrowest, (length + 1) * perPoint));
  const lefts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const points = stops.flatMap((stop) => {
    if (stop.column === null) return [];
    const among = members[stop.column] ?? [];
    const left = lefts[stop.column] ?? 0;
    const width = widths[stop.column] ?? 0;
    const x = left + (width * (among.indexOf(stop) + 1)) / (among.length + 1);
    const y = margin + ((best - (stop.event.score ?? 0)) / (2 * best)) * (height - 2 * margin);
    return [{ stop, x, y }];
  });
  return { widths, width: widths.reduce((sum, width) => sum + width, 0), points };
}

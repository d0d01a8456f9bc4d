import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { touchpointsQuery } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { formatMoment } from "@/ui/format";
import { formatScore } from "./formats";
import styles from "./path.module.css";
import { draw } from "./path";
import type { Column, Stop } from "./path";

type Props = {
  columns: readonly Column[];
  stops: readonly Stop[];
  /** Before the page goes to the row of the event with this number. */
  onFollow: (number: number) => void;
};

const height = 168;
const margin = 24;
const mostDrawn = 80;

/** The stages and steps of a map with the way of one person across them: numbered points in order, high where they were happy. */
export function PathPicture({ columns, stops, onFollow }: Props) {
  const workspace = useWorkspace();
  const { data: touchpoints } = useQuery(touchpointsQuery(workspace.id));
  const drawn = useMemo(() => stops.filter(({ column }) => column !== null).slice(-mostDrawn), [stops]);
  const { widths, width, points } = useMemo(() => draw(columns.length, drawn, height, margin), [columns.length, drawn]);
  const tracks = widths.map((each) => `minmax(${each}px, ${each}fr)`).join(" ");
  const nameOf = (id: string) => touchpoints?.find((touchpoint) => touchpoint.id === id)?.name ?? "";
  const stages = columns.flatMap(({ stage }, index) => {
    if (columns[index - 1]?.stage.id === stage.id) return [];
    return [{ stage, start: index + 1, span: columns.filter((column) => column.stage.id === stage.id).length }];
  });

  return (
    <div className={styles.frame} role="group" aria-label={m.customers_path()} tabIndex={0}>
      <div className={styles.map} style={{ gridTemplateColumns: tracks, minWidth: width }}>
        {stages.map(({ stage, start, span }) => (
          <div key={stage.id} data-stage={stage.color} className={styles.stage} style={{ gridColumn: `${start} / span ${span}` }}>
            {stage.title}
          </div>
        ))}
        {columns.map(({ step }, index) => (
          <div key={step.id} className={styles.step} style={{ gridColumn: index + 1 }}>
            {step.title}
          </div>
        ))}
        <div className={styles.strip} style={{ height }}>
          <svg className={styles.lines} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            <line x1={0} x2={width} y1={height / 2} y2={height / 2} className={styles.zero} />
            {widths.slice(1).map((_, index) => {
              const x = widths.slice(0, index + 1).reduce((sum, each) => sum + each, 0);
              return <line key={index} x1={x} x2={x} y1={0} y2={height} className={styles.edge} />;
            })}
            <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} className={styles.way} />
          </svg>
          <ol>
            {points.map(({ stop: { number, event }, x, y }) => (
              <li key={event.id}>
                <a
                  href={`#event-${event.id}`}
                  onClick={() => onFollow(number)}
                  className={styles.point}
                  data-mood={event.score === null ? "none" : event.score > 0.25 ? "good" : event.score < -0.25 ? "bad" : "even"}
                  style={{ left: `${(100 * x) / width}%`, top: y }}
                  aria-label={
                    event.score === null
                      ? m.customers_point({ number, touchpoint: nameOf(event.touchpoint_id), at: formatMoment(event.occurred_at) })
                      : m.customers_point_scored({ number, touchpoint: nameOf(event.touchpoint_id), at: formatMoment(event.occurred_at), score: formatScore(event.score) })
                  }
                  title={nameOf(event.touchpoint_id)}
                >
                  {number}
                </a>
              </li>
            ))}
          </ol>
        </div>
      </div>
      {points.length === 0 && <p className={styles.none}>{m.customers_path_empty()}</p>}
    </div>
  );
}

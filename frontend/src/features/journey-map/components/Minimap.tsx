import { memo, useEffect, useRef } from "react";
import { m } from "@/i18n/generated/messages";
import { useSnapshot, useUi } from "../context";
import { CURVE, curvePath } from "../model/curve";
import { METRICS } from "../model/metrics";
import { drawnPoints } from "./curve-points";
import styles from "./dock.module.css";
import type { Column } from "../model/boxes";
import type { Layout, Row } from "../model/layout";

const WIDTH = 150;
const MOST_HEIGHT = 96;
const PADDING = 4;

function scaleOf(layout: Layout): { x: number; y: number; height: number } {
  const x = (WIDTH - 2 * PADDING) / Math.max(1, layout.width);
  const height = Math.min(MOST_HEIGHT, Math.max(38, layout.height * x * 0.7));
  return { x, y: (height - 2 * PADDING) / Math.max(1, layout.height), height };
}

/** The whole map in the corner, and the part of it that is in the window. */
export function Minimap() {
  const layout = useSnapshot((state) => state.layout);
  const zoom = useUi((state) => state.zoom);
  const viewport = useUi((state) => state.viewport);
  const frame = useRef<SVGRectElement>(null);
  const scale = scaleOf(layout);
  const fits = (layout.headerWidth + layout.width) * zoom <= viewport.width && layout.height * zoom <= viewport.height;

  const { headerWidth } = layout;
  useEffect(() => {
    const element = document.querySelector<HTMLElement>("[data-map-viewport]");
    if (element === null || fits) return;
    let waiting = 0;
    const draw = () => {
      waiting = 0;
      // Beside an open panel on a phone nothing but the lane headers may be left in sight.
      const width = Math.min(WIDTH - 4, Math.max(0, viewport.width / zoom - headerWidth) * scale.x + 4);
      const height = Math.min(scale.height - 4, (viewport.height / zoom) * scale.y + 4);
      const x = PADDING + (element.scrollLeft / zoom) * scale.x - 2;
      const y = PADDING + (element.scrollTop / zoom) * scale.y - 2;
      for (const [name, value] of Object.entries({ x, y, width, height })) frame.current?.setAttribute(name, String(value));
    };
    // Read with the frame: asking for the scroll position right after cells came or went would lay the page out twice.
    const schedule = () => {
      if (waiting === 0) waiting = requestAnimationFrame(draw);
    };
    schedule();
    element.addEventListener("scroll", schedule, { passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      element.removeEventListener("scroll", schedule);
    };
  }, [fits, headerWidth, scale.x, scale.y, scale.height, zoom, viewport]);

  if (fits) return null;
  const jump = (event: React.PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const element = document.querySelector<HTMLElement>("[data-map-viewport]");
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left - PADDING) / scale.x;
    const y = (event.clientY - box.top - PADDING) / scale.y;
    element?.scrollTo({ left: x * zoom - element.clientWidth / 2, top: y * zoom - element.clientHeight / 2 });
  };
  return (
    <div className={styles.minimap} data-print="hide">
      <svg
        width={WIDTH}
        height={scale.height}
        role="img"
        aria-label={m.map_minimap()}
        onPointerDown={jump}
        onPointerMove={jump}
      >
        <Blocks layout={layout} scale={scale} />
        <MiniCurve scale={scale} />
        <rect ref={frame} className={styles.frame} rx="4" />
      </svg>
    </div>
  );
}

type Scale = ReturnType<typeof scaleOf>;

function Blocks({ layout, scale }: { layout: Layout; scale: Scale }) {
  const stages = useSnapshot((state) => state.structure.doc.items.stage);
  return (
    <>
      {layout.columns.map((column) => (
        <rect
          key={column.key}
          x={PADDING + column.x * scale.x}
          y={PADDING}
          width={Math.max(1, column.width * scale.x - 1)}
          height={4}
          rx={1.5}
          fill={`var(--stage-${stages.get(column.stageId)?.color ?? "slate"})`}
        />
      ))}
      {layout.rows.map((row) => (
        <RowBlocks key={row.key} row={row} columns={layout.columns} x={scale.x} y={scale.y} />
      ))}
    </>
  );
}

type RowProps = { row: Row; columns: readonly Column[]; x: number; y: number };

/** The filled cells of a lane as one path; drawn again only when something in the lane moves. */
const RowBlocks = memo(function RowBlocks({ row, columns, x, y }: RowProps) {
  const top = PADDING + (row.y + 4) * y;
  const height = Math.max(1, (row.height - 8) * y);
  const blocks = columns.flatMap((column) => {
    const cell = row.layout?.cells.get(column.key);
    if (cell === undefined || cell.boxes.length === 0) return [];
    return [`M${PADDING + column.x * x},${top}h${Math.max(1, column.width * x - 1.5)}v${height}h${-Math.max(1, column.width * x - 1.5)}Z`];
  });
  return blocks.length === 0 ? null : <path className={styles.block} d={blocks.join("")} />;
});

function MiniCurve({ scale }: { scale: Scale }) {
  const personaId = useUi((state) => state.personaId);
  const points = useSnapshot((state) => drawnPoints(state, personaId));
  const width = useSnapshot((state) => state.layout.width);
  const row = useSnapshot((state) => state.layout.rows.find((one) => one.lane?.kind === "emotions"));
  if (row === undefined || points.length === 0) return null;
  const y = PADDING + (row.y + (METRICS.emotionRow - CURVE.height) / 2) * scale.y;
  return (
    <path
      className={styles.miniCurve}
      vectorEffect="non-scaling-stroke"
      transform={`translate(${PADDING} ${y}) scale(${scale.x} ${scale.y})`}
      d={curvePath(points, width)}
    />
  );
}

import { useEffect, useRef } from "react";
import { m } from "@/i18n/generated/messages";
import { useSnapshot, useUi } from "../context";
import { CURVE, curvePath } from "../model/curve";
import { METRICS } from "../model/metrics";
import { drawnPoints } from "./curve-points";
import styles from "./dock.module.css";
import type { Layout } from "../model/layout";

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

  useEffect(() => {
    const element = document.querySelector<HTMLElement>("[data-map-viewport]");
    if (element === null || fits) return;
    const draw = () => {
      const rect = frame.current;
      if (rect === null) return;
      rect.setAttribute("x", String(PADDING + (element.scrollLeft / zoom) * scale.x - 2));
      rect.setAttribute("y", String(PADDING + (element.scrollTop / zoom) * scale.y - 2));
      rect.setAttribute(
        "width",
        String(Math.min(WIDTH - 4, (element.clientWidth / zoom - layout.headerWidth) * scale.x + 4)),
      );
      rect.setAttribute("height", String(Math.min(scale.height - 4, (element.clientHeight / zoom) * scale.y + 4)));
    };
    draw();
    element.addEventListener("scroll", draw, { passive: true });
    return () => element.removeEventListener("scroll", draw);
  }, [fits, layout, scale.x, scale.y, scale.height, zoom, viewport]);

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
      {layout.rows.map((row) =>
        [...(row.layout?.cells ?? [])].map(([key, cell]) => {
          const column = layout.columnOfStep.get(key);
          if (column === undefined || cell.boxes.length === 0) return null;
          return (
            <rect
              key={row.key + key}
              className={styles.block}
              x={PADDING + column.x * scale.x}
              y={PADDING + (row.y + 4) * scale.y}
              width={Math.max(1, column.width * scale.x - 1.5)}
              height={Math.max(1, (row.height - 8) * scale.y)}
              rx={1}
            />
          );
        }),
      )}
    </>
  );
}

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

import { useId } from "react";
import { curveShape, scoreToY } from "./curve";
import type { Score } from "./curve";
import styles from "./Miniature.module.css";

export type MiniatureStage = { color: string; steps: number };
export type MiniatureCurve = readonly Score[];

type Props = {
  stages: readonly MiniatureStage[];
  /** One curve per persona; the first is drawn boldly. */
  curves: readonly MiniatureCurve[];
};

const width = 288;
const barHeight = 8;
const plotTop = 20;
const plotHeight = 84;
const inset = 8;
const gap = 2;

/** A map drawn small and true: stage bars as wide as they have steps, and the emotion curves below. */
export function Miniature({ stages, curves }: Props) {
  const gradient = useId();
  const steps = stages.reduce((sum, stage) => sum + stage.steps, 0);
  const column = width / Math.max(steps, 1);
  const zero = plotTop + scoreToY(0, plotHeight, inset);
  const [main, ...others] = curves;

  return (
    <svg className={styles.miniature} viewBox={`0 0 ${width} ${plotTop + plotHeight}`} aria-hidden="true">
      <defs>
        <linearGradient id={gradient} gradientUnits="userSpaceOnUse" x1="0" x2="0" y1={inset} y2={plotHeight - inset}>
          <stop stopColor="var(--emotion-high)" />
          <stop offset="0.5" stopColor="var(--emotion-mid)" />
          <stop offset="1" stopColor="var(--emotion-low)" />
        </linearGradient>
      </defs>
      <Bars stages={stages} column={column} />
      {Array.from({ length: Math.max(steps - 1, 0) }, (_, index) => (
        <line
          key={index}
          className={styles.column}
          x1={(index + 1) * column}
          x2={(index + 1) * column}
          y1={plotTop}
          y2={plotTop + plotHeight}
        />
      ))}
      <line className={styles.zero} x1="0" x2={width} y1={zero} y2={zero} />
      <g transform={`translate(0 ${plotTop})`}>
        {others.map((points, index) => (
          <path key={index} className={styles.other} d={curveShape(points, width, plotHeight, inset).line} />
        ))}
        {main && <MainCurve points={main} gradient={gradient} />}
      </g>
    </svg>
  );
}

function Bars({ stages, column }: { stages: Props["stages"]; column: number }) {
  const starts = stages.map((_, index) => stages.slice(0, index).reduce((sum, { steps }) => sum + steps, 0));
  return stages.map((stage, index) => (
    <rect
      key={index}
      data-stage={stage.color}
      className={styles.bar}
      x={(starts[index] ?? 0) * column + gap / 2}
      width={Math.max(stage.steps * column - gap, 1)}
      height={barHeight}
      rx={3}
    />
  ));
}

function MainCurve({ points, gradient }: { points: readonly Score[]; gradient: string }) {
  const { line, fill, dots } = curveShape(points, width, plotHeight, inset);
  return (
    <>
      <path d={fill} fill={`url(#${gradient})`} opacity={0.12} />
      <path d={line} fill="none" stroke={`url(#${gradient})`} strokeWidth={2} strokeLinecap="round" />
      {dots.map(({ x, y }) => (
        <circle key={x} className={styles.dot} cx={x} cy={y} r={3} stroke={`url(#${gradient})`} />
      ))}
    </>
  );
}

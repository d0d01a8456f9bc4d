import { lazy, memo, Suspense, useId, useMemo } from "react";
import { useSnapshot, useUi } from "../../context";
import { CURVE, curveArea, curvePath, gapsBetween, yOf } from "../../model/curve";
import { lonePoints, measuredPath, measuredRuns } from "../../model/measured-line";
import { drawnPoints } from "../curve-points";
import styles from "./emotion.module.css";

const ComparedCurve = lazy(() => import("./ComparedCurve"));

/** The curves behind the faces: one drawn per persona, and what was measured, dotted. */
export const EmotionCurve = memo(function EmotionCurve() {
  const id = useId();
  const width = useSnapshot((state) => state.layout.width);
  const columns = useSnapshot((state) => state.layout.columns);
  const measures = useSnapshot((state) => state.measures);
  const showMeasured = useUi((state) => state.layers.measured);
  const compared = useUi((state) => state.layers.compared);
  const personaId = useUi((state) => state.personaId);
  const points = useSnapshot((state) => drawnPoints(state, personaId));
  const measured = useMemo(
    () => (showMeasured ? measuredRuns(measures, columns) : []),
    [showMeasured, measures, columns],
  );
  const path = curvePath(points, width);
  return (
    <svg className={styles.curve} width={width} height={CURVE.height} aria-hidden="true">
      <defs>
        <Shade id={`${id}line`} opacities={[1, 1, 1]} />
        <Shade id={`${id}fill`} opacities={[0.26, 0, 0.28]} />
      </defs>
      <path className={styles.grid} d={`M26 ${yOf(2)}H${width}M26 ${yOf(-2)}H${width}`} />
      <path className={styles.zero} d={`M0 ${CURVE.zero}H${width}`} />
      <g className={styles.scale}>
        <text x="7" y={yOf(2) + 4}>
          +2
        </text>
        <text x="7" y={yOf(0) - 4}>
          0
        </text>
        <text x="7" y={yOf(-2) + 4}>
          −2
        </text>
      </g>
      <path d={curveArea(points, width)} fill={`url(#${id}fill)`} />
      <OtherCurves width={width} />
      {compared && (
        <Suspense>
          <ComparedCurve mapId={compared} />
        </Suspense>
      )}
      <path className={styles.measured} d={measuredPath(measured)} />
      {lonePoints(measured).map((point) => (
        <circle key={point.stepId} className={styles.measuredDot} cx={point.x} cy={yOf(point.score)} r="3" />
      ))}
      <path d={path} fill="none" stroke={`url(#${id}line)`} strokeWidth="3" strokeLinecap="round" />
      {gapsBetween(points, measured.flat()).map((gap) => (
        <g key={gap.stepId}>
          <line className={styles.gap} x1={gap.x} x2={gap.x} y1={gap.from} y2={gap.to} />
          <circle className={styles.gapEnd} cx={gap.x} cy={gap.to} r="3.5" />
        </g>
      ))}
    </svg>
  );
});

function Shade({ id, opacities }: { id: string; opacities: readonly [number, number, number] }) {
  return (
    <linearGradient id={id} gradientUnits="userSpaceOnUse" x1="0" y1={yOf(2) + 3} x2="0" y2={yOf(-2) - 3}>
      <stop offset="0" stopColor="var(--emotion-high)" stopOpacity={opacities[0]} />
      <stop offset=".5" stopColor="var(--emotion-mid)" stopOpacity={opacities[1]} />
      <stop offset="1" stopColor="var(--emotion-low)" stopOpacity={opacities[2]} />
    </linearGradient>
  );
}

/** The personas that are not chosen: thin lines, to compare. */
function OtherCurves({ width }: { width: number }) {
  const personaId = useUi((state) => state.personaId);
  const personas = useSnapshot((state) => state.structure.emotions);
  return [...personas.keys()]
    .filter((id) => id !== personaId)
    .map((id) => <OtherCurve key={id} personaId={id} width={width} />);
}

function OtherCurve({ personaId, width }: { personaId: string | null; width: number }) {
  const points = useSnapshot((state) => drawnPoints(state, personaId));
  return <path className={styles.other} d={curvePath(points, width)} />;
}

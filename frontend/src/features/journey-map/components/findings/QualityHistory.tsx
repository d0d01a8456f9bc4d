import { m } from "@/i18n/generated/messages";
import { monotonePath } from "@/ui/monotone";
import { formatDate } from "../format";
import styles from "./quality.module.css";
import type { MapQuality } from "@/api/findings";

const WIDTH = 264;
const HEIGHT = 40;
const EDGE = 4;

type History = MapQuality["history"];

/** How the quality came to be what it is: one point for each day on which the map was changed. */
export function QualityHistory({ history }: { history: History }) {
  const first = history[0];
  const last = history.at(-1);
  if (first === undefined || last === undefined || history.length < 2) return null;
  const points = pointsOf(history);
  const end = points.at(-1);
  const label = m.findings_quality_history({
    from: formatDate(first.date),
    first: first.score,
    to: formatDate(last.date),
    last: last.score,
  });
  return (
    <figure className={styles.history}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <path d={monotonePath(points)} />
        {end !== undefined && <circle cx={end.x} cy={end.y} r="3" />}
      </svg>
      <figcaption>
        <span>{m.findings_quality_at({ day: formatDate(first.date), score: first.score })}</span>
        <span>{m.findings_quality_at({ day: formatDate(last.date), score: last.score })}</span>
      </figcaption>
    </figure>
  );
}

/** By time from left to right; the scale is that of what there is, so that small steps are seen. */
function pointsOf(history: History): { x: number; y: number }[] {
  const times = history.map(({ date }) => Date.parse(date));
  const scores = history.map(({ score }) => score);
  const start = Math.min(...times);
  const span = Math.max(1, Math.max(...times) - start);
  const low = Math.min(...scores);
  const range = Math.max(10, Math.max(...scores) - low);
  return history.map(({ score }, index) => ({
    x: EDGE + (((times[index] ?? start) - start) / span) * (WIDTH - 2 * EDGE),
    y: HEIGHT - EDGE - ((score - low) / range) * (HEIGHT - 2 * EDGE),
  }));
}

import { useQuery } from "@tanstack/react-query";
import { mapQualityQuery } from "@/api/findings";
import type { MapQuality } from "@/api/findings";
import { m } from "@/i18n/generated/messages";
import styles from "./attention.module.css";

const signed = new Intl.NumberFormat("en", { signDisplay: "exceptZero" });
const WIDTH = 64;
const HEIGHT = 20;
const MARGIN = 2;

/** How a map's quality went over the days on which it was changed, and by how much in all. */
export function MapTrend({ mapId }: { mapId: string }) {
  const { data } = useQuery(mapQualityQuery(mapId));
  const first = data?.history[0];
  const last = data?.history.at(-1);
  if (!data || !first || !last || first === last) return null;
  const difference = last.score - first.score;
  const label = m.attention_trend({ from: first.score, to: last.score, count: data.history.length });
  return (
    <span className={styles.trend} role="img" aria-label={label} title={label} data-better={difference > 0 || undefined} data-worse={difference < 0 || undefined}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden>
        <polyline points={line(data.history)} />
      </svg>
      <b aria-hidden>{signed.format(difference)}</b>
    </span>
  );
}

/** The points of the line, from the first day to the last; its height is what the scores span, at least 10. */
export function line(history: MapQuality["history"]): string {
  const scores = history.map(({ score }) => score);
  const least = Math.min(...scores);
  const span = Math.max(Math.max(...scores) - least, 10);
  const step = (WIDTH - 2 * MARGIN) / Math.max(scores.length - 1, 1);
  return scores
    .map((score, index) => {
      const x = MARGIN + index * step;
      const y = HEIGHT - MARGIN - ((score - least) / span) * (HEIGHT - 2 * MARGIN);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(" ");
}

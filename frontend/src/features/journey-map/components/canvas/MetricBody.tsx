import { ArrowDownRight, ArrowUpRight } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { useSnapshot } from "../../context";
import { isAbsolute, readMetric, sparkline } from "../../model/metric-reading";
import { formatDelta, formatMeasure } from "../format";
import { measureLabel } from "../measure-labels";
import styles from "./metric.module.css";
import type { Card, Metric } from "../../model/document";
import type { MetricReading } from "../../model/metric-reading";

/** A metric card: name, figure of the period, change against the period before, course. */
export function MetricBody({ card }: { card: Card }) {
  const step = useSnapshot((state) => state.measures?.steps.find((one) => one.step_id === card.step_id));
  const { metric } = card;
  const name = card.text || (metric === null ? m.map_metric_none() : measureLabel(metric.measure));
  const reading = metric === null ? null : readMetric(metric, step);
  return (
    <div className={styles.metric}>
      <span className={styles.metricName} title={name}>
        {name}
      </span>
      {metric !== null && reading !== null ? (
        <Reading metric={metric} reading={reading} />
      ) : (
        <>
          <Unmeasured metric={metric} />
          {metric !== null && <Target metric={metric} reached={false} />}
        </>
      )}
    </div>
  );
}

function Target({ metric, reached }: { metric: Metric; reached: boolean }) {
  if (metric.target === null) return null;
  return (
    <span className={styles.target} data-reached={reached ? "" : undefined}>
      {m.map_metric_target({ target: formatMeasure(metric.target, metric.measure) })}
    </span>
  );
}

function Reading({ metric, reading }: { metric: Metric; reading: MetricReading }) {
  const chart = sparkline(reading.series, 128, 18);
  const tone = reading.delta === null || reading.delta >= 0 ? "up" : "down";
  return (
    <>
      <b className={styles.figure}>{formatMeasure(reading.value, metric.measure)}</b>
      {reading.delta !== null && <Delta delta={reading.delta} metric={metric} />}
      {chart === null ? (
        <Target metric={metric} reached={reading.reached === true} />
      ) : (
        <svg
          className={styles.spark}
          data-tone={tone}
          viewBox="0 0 128 18"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={chart.area} className={styles.sparkArea} />
          <path d={chart.line} className={styles.sparkLine} />
        </svg>
      )}
    </>
  );
}

function Delta({ delta, metric }: { delta: number; metric: Metric }) {
  const text = formatDelta(Math.abs(delta), isAbsolute(metric.measure), metric.measure);
  if (!/[1-9]/.test(text))
    return (
      <span className={styles.delta} data-tone="same">
        {m.map_delta_same()}
      </span>
    );
  const up = delta > 0;
  const Arrow = up ? ArrowUpRight : ArrowDownRight;
  return (
    <span className={styles.delta} data-tone={up ? "up" : "down"}>
      <Arrow size={11} strokeWidth={2.4} aria-hidden />
      <span className="visually-hidden">{up ? m.map_delta_up() : m.map_delta_down()} </span>
      {text}
    </span>
  );
}

/** Without events there is no figure: the baseline people wrote down is said to be one. */
function Unmeasured({ metric }: { metric: Metric | null }) {
  if (metric?.baseline == null) return <span className={styles.unmeasured}>{m.map_metric_unmeasured()}</span>;
  return (
    <span className={styles.unmeasured}>
      {m.map_metric_baseline({ baseline: formatMeasure(metric.baseline, metric.measure) })}
    </span>
  );
}

import type { Metric, MetricMeasure } from "./document";
import type { Measures, Reach, StepMeasures } from "./measures";

/** Steps that events can reach in this period: those with events, and those that follow a measured one. */
export function measuredSteps(measures: Measures): StepMeasures[] {
  const next = new Set(measures.steps.map((step) => step.next_step_id));
  return measures.steps.filter((step) => step.events > 0 || next.has(step.step_id));
}

export function valueOf(reach: Reach, measure: MetricMeasure): number | null {
  return measure === "share_continued" || measure === "satisfaction" ? reach[measure] : reach[measure];
}

export interface MetricReading {
  readonly value: number | null;
  /** Against the period before; in points for shares and satisfaction, relative for the rest. */
  readonly delta: number | null;
  readonly series: readonly number[];
  /** Against the target, where there is one. */
  readonly reached: boolean | null;
}

function seriesOf(step: StepMeasures, measure: MetricMeasure): number[] {
  if (measure === "satisfaction") {
    return step.series.flatMap((point) => (point.satisfaction === null ? [] : [point.satisfaction]));
  }
  if (measure === "customers" || measure === "events") return step.series.map((point) => point[measure]);
  return [];
}

/** Measures that are shares or scores: their difference is in points. */
export function isAbsolute(measure: MetricMeasure): boolean {
  return measure === "share_continued" || measure === "satisfaction";
}

/** The change from the period before to this one; null when there is nothing to compare with. */
export function deltaOf(now: number | null, before: number | null, absolute: boolean): number | null {
  if (now === null || before === null) return null;
  if (absolute) return now - before;
  return before === 0 ? null : now / before - 1;
}

/** Reads a metric card; null when its step has not been measured. */
export function readMetric(metric: Metric, step: StepMeasures | undefined): MetricReading | null {
  if (step === undefined || (step.events === 0 && step.previous.events === 0)) return null;
  const value = valueOf(step, metric.measure);
  const before = step.previous.events === 0 ? null : valueOf(step.previous, metric.measure);
  return {
    value,
    delta: deltaOf(value, before, isAbsolute(metric.measure)),
    series: seriesOf(step, metric.measure),
    reached: metric.target === null || value === null ? null : value >= metric.target,
  };
}

/** SVG paths of a small line chart in a box; null with fewer than two points. */
export function sparkline(
  series: readonly number[],
  width: number,
  height: number,
): { line: string; area: string } | null {
  if (series.length < 2) return null;
  const low = Math.min(...series);
  const range = Math.max(...series) - low || 1;
  const points = series.map((value, index) => {
    const x = (index / (series.length - 1)) * width;
    const y = 1 + (1 - (value - low) / range) * (height - 4);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  const line = `M${points.join("L")}`;
  return { line, area: `${line}L${String(width)} ${String(height)}L0 ${String(height)}Z` };
}

import { yOf } from "./curve";
import { hasMeasures } from "./measures";
import { monotonePath } from "@/ui/monotone";
import type { CurvePoint } from "./curve";
import type { Column } from "./boxes";
import type { Measures } from "./measures";

/**
 * Mean measured satisfaction per step, as runs of neighbouring steps: where nobody gave a score the line breaks off,
 * for nothing is known there.
 */
export function measuredRuns(measures: Measures | null, columns: readonly Column[]): CurvePoint[][] {
  if (!hasMeasures(measures)) return [];
  const steps = new Map(measures.steps.map((step) => [step.step_id, step]));
  const runs: CurvePoint[][] = [[]];
  for (const column of columns) {
    const step = column.kind === "step" ? steps.get(column.key) : undefined;
    if (step?.satisfaction == null || step.answers === 0) runs.push([]);
    else runs.at(-1)?.push({ stepId: column.key, x: column.x + column.width / 2, score: step.satisfaction });
  }
  return runs.filter((run) => run.length > 0);
}

/** SVG path through the runs of at least two steps; nothing is drawn beyond what was measured. */
export function measuredPath(runs: readonly (readonly CurvePoint[])[]): string {
  return runs
    .filter((run) => run.length > 1)
    .map((run) => monotonePath(run.map(({ x, score }) => ({ x, y: yOf(score) }))))
    .join("");
}

/** Steps with a score between steps without: one point makes no line. */
export function lonePoints(runs: readonly (readonly CurvePoint[])[]): CurvePoint[] {
  return runs.flatMap((run) => (run.length === 1 ? run : []));
}

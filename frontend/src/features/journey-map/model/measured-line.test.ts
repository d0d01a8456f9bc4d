// @vitest-environment node
import { describe, expect, it } from "vitest";
import { lonePoints, measuredPath, measuredRuns } from "./measured-line";
import { fixtureMeasures } from "./testing/measures";
import type { Column } from "./boxes";

const COLUMNS = Array.from(
  { length: 9 },
  (_, index): Column => ({
    key: `step-${index}`,
    kind: "step",
    stageId: "stage",
    stepIds: [`step-${index}`],
    index,
    x: index * 146,
    width: 146,
  }),
);

/** Thirty days in which nobody gave a score at some steps. */
function silentAt(...silent: number[]) {
  const measures = fixtureMeasures();
  const steps = measures.steps.map((step, index) =>
    silent.includes(index) ? { ...step, satisfaction: null, answers: 0 } : step,
  );
  return { ...measures, steps };
}

describe("measured satisfaction", () => {
  it("is one line where every step has scores, no further than it was measured", () => {
    const runs = measuredRuns(fixtureMeasures(), COLUMNS);
    expect(runs).toHaveLength(1);
    expect(measuredPath(runs)).toMatch(/^M73,[^M]*1241,[\d.]+$/);
  });

  it("breaks off where nobody gave a score, instead of falling to zero", () => {
    const runs = measuredRuns(silentAt(3), COLUMNS);
    expect(runs.map((run) => run.length)).toEqual([3, 5]);
    expect(measuredPath(runs).match(/M/g)).toHaveLength(2);
  });

  it("shows a step between silent ones as a dot", () => {
    const runs = measuredRuns(silentAt(0, 2), COLUMNS);
    expect(lonePoints(runs).map((point) => point.stepId)).toEqual(["step-1"]);
    expect(measuredPath(runs).match(/M/g)).toHaveLength(1);
  });
});

// @vitest-environment node
import { describe, expect, it } from "vitest";
import { fromWire } from "./wire";
import { flowOf, FLOW } from "./flow";
import { Layouter } from "./layout";
import { hasMeasures } from "./measures";
import { deltaOf, measuredSteps, readMetric, sparkline } from "./metric-reading";
import { structureOf } from "./structure";
import { fixtureMap } from "./testing/fixture";
import { fixtureMeasures } from "./testing/measures";

const structure = structureOf(fromWire(fixtureMap()));
const measures = fixtureMeasures();
const { columns } = new Layouter().layout({
  structure,
  columnWidth: 146,
  headerWidth: 156,
  collapsed: new Set(),
  hiddenKinds: new Set(),
  showFlow: true,
  chipLabel: () => "",
  measure: () => 10,
});

describe("measures", () => {
  it("shows figures only when something was measured", () => {
    expect(hasMeasures(measures)).toBe(true);
    expect(hasMeasures({ ...measures, summary: { ...measures.summary, events: 0, customers: 0 } })).toBe(false);
    expect(hasMeasures(null)).toBe(false);
  });

  it("leaves steps out that no event reaches, and keeps a dead end after a measured one", () => {
    expect(measuredSteps(measures)).toHaveLength(9);
    const quiet = fixtureMeasures({ "step-3": 0 });
    const unlinked = {
      ...quiet,
      steps: quiet.steps.map((step) => (step.next_step_id === "step-3" ? { ...step, next_step_id: "step-4" } : step)),
    };
    expect(measuredSteps(unlinked).map((step) => step.step_id)).not.toContain("step-3");
    expect(measuredSteps(quiet).map((step) => step.step_id)).toContain("step-3");
  });

  it("draws the ribbon so that its area reads as volume", () => {
    const flow = flowOf(measures, columns, () => "blue");
    expect(flow.nodes[0]?.thickness).toBe(FLOW.thickness);
    expect(flow.nodes[1]?.thickness).toBeCloseTo(FLOW.thickness * Math.sqrt(31_870 / 48_214), 5);
    expect(flow.links[0]?.share).toBeCloseTo(31_870 / 48_214, 5);
    expect(flow.links).toHaveLength(8);
  });

  it("reads a metric card: value, change and whether the target is reached", () => {
    const step = measures.steps[0];
    const reading = readMetric({ measure: "customers", baseline: null, target: 40_000 }, step);
    expect(reading).toMatchObject({ value: 48_214, reached: true });
    expect(reading?.delta).toBeCloseTo(0.061, 3);
    expect(reading?.series.length).toBeGreaterThan(1);
  });

  it("has nothing to say about a step that was never reached", () => {
    expect(readMetric({ measure: "events", baseline: null, target: null }, undefined)).toBeNull();
  });

  it("compares shares in points and counts in proportion, and nothing with nothing", () => {
    expect(deltaOf(0.5, 0.4, true)).toBeCloseTo(0.1);
    expect(deltaOf(110, 100, false)).toBeCloseTo(0.1);
    expect(deltaOf(5, 0, false)).toBeNull();
    expect(deltaOf(5, null, true)).toBeNull();
  });

  it("draws a small chart inside its box, a flat one too", () => {
    expect(sparkline([1], 54, 18)).toBeNull();
    expect(sparkline([3, 3, 3], 54, 18)?.line).toMatch(/^M0\.0 [\d.]+L27\.0 [\d.]+L54\.0 [\d.]+$/);
  });
});

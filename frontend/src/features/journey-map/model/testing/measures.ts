import type { Measures, Reach, StepMeasures } from "../measures";

const CUSTOMERS = [48_214, 31_870, 22_446, 14_102, 6_318, 5_240, 3_012, 2_947, 1_164];
const SATISFACTION = [0.55, 0.75, 1.25, -0.95, 1, -0.1, -1.35, 0.85, 1.4];

function reach(customers: number, next: number | undefined, satisfaction: number | null): Reach {
  return {
    events: Math.round(customers * 1.3),
    customers,
    continued: next ?? 0,
    share_continued: next === undefined || customers === 0 ? null : next / customers,
    next_customers: next ?? 0,
    next_after: next ?? 0,
    satisfaction,
    answers: satisfaction === null ? 0 : 400,
    value: 0,
  };
}

/** Thirty days as the design shows them; pass other customer counts by step id. */
export function fixtureMeasures(customers: Readonly<Record<string, number>> = {}): Measures {
  const counts = CUSTOMERS.map((count, index) => customers[`step-${index}`] ?? count);
  const steps = counts.map((count, index): StepMeasures => {
    const satisfaction = SATISFACTION[index] ?? null;
    return {
      step_id: `step-${index}`,
      next_step_id: index + 1 < counts.length ? `step-${index + 1}` : null,
      ...reach(count, counts[index + 1], satisfaction),
      previous: reach(Math.round(count / 1.061), counts[index + 1], satisfaction),
      series: Array.from({ length: 30 }, (_, day) => ({
        date: `2026-10-${day + 1}`,
        customers: Math.round((count / 30) * (1 + 0.2 * Math.sin(day + index))),
        events: Math.round((count / 24) * (1 + 0.2 * Math.sin(day + index))),
        satisfaction,
      })),
    };
  });
  const summary = {
    customers: 48_214,
    events: 175_000,
    goal_step_id: "step-6",
    converted: 3_012,
    conversion: 0.0625,
    median_days_to_goal: 6.2,
    nps: 41,
    nps_answers: 900,
    revenue: [{ currency: "EUR", amount: 2_710_000 }],
  };
  return {
    map_id: "map-1",
    revision: 1,
    from: "2026-10-23",
    to: "2026-11-21",
    last_event_at: "2026-11-21T20:00:00Z",
    bucket_days: 1,
    summary,
    previous: {
      ...summary,
      customers: 45_442,
      converted: 3_000,
      conversion: 0.0665,
      median_days_to_goal: 7,
      nps: 38,
      revenue: [{ currency: "EUR", amount: 2_600_000 }],
    },
    stages: [0, 2, 3, 5, 7].map((first, index) => {
      const count = counts[first] ?? 0;
      return { stage_id: `stage-${index}`, ...reach(count, counts[first + 1], null) };
    }),
    steps,
    touchpoints: [],
  };
}

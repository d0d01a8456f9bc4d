import type { Id } from "./document";

/** What was measured at one place (a step, a stage, a touchpoint) in the period. */
export interface Reach {
  readonly events: number;
  readonly customers: number;
  /** Customers seen at any later step at or after their first event here. */
  readonly continued: number;
  /** 0 … 1; null without customers. */
  readonly share_continued: number | null;
  /** Of the customers here, those seen at the next measured step at any time in the period. */
  readonly next_customers: number;
  /** … at or after their first event here. */
  readonly next_after: number;
  /** Mean of the scored events, −2 … +2. */
  readonly satisfaction: number | null;
  /** Number of scored events. */
  readonly answers: number;
  readonly value: number;
}

export interface SeriesPoint {
  readonly date: string;
  readonly customers: number;
  readonly events: number;
  readonly satisfaction: number | null;
}

export interface StepMeasures extends Reach {
  readonly step_id: Id;
  readonly next_step_id: Id | null;
  readonly previous: Reach;
  readonly series: readonly SeriesPoint[];
}

export interface Summary {
  readonly customers: number;
  readonly events: number;
  readonly goal_step_id: Id | null;
  readonly converted: number;
  /** 0 … 1. */
  readonly conversion: number | null;
  readonly median_days_to_goal: number | null;
  readonly nps: number | null;
  readonly nps_answers: number;
  readonly revenue: readonly { readonly currency: string; readonly amount: number }[];
}

export interface Measures {
  readonly map_id: Id;
  readonly revision: number;
  readonly from: string;
  readonly to: string;
  readonly last_event_at: string | null;
  readonly bucket_days: number;
  readonly summary: Summary;
  readonly previous: Summary;
  readonly stages: readonly ({ readonly stage_id: Id } & Reach)[];
  readonly steps: readonly StepMeasures[];
  readonly touchpoints: readonly ({
    readonly touchpoint_id: Id;
    readonly step_id: Id;
    readonly placement_id: Id;
  } & Reach)[];
}

/** True when something was measured on the map: only then may figures be shown, a zero included. */
export function hasMeasures(measures: Measures | null): measures is Measures {
  return measures !== null && measures.summary.events > 0;
}

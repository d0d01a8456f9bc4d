import { m } from "@/i18n/generated/messages";
import type { CardStatus, Color, EvidenceKind, LaneKind, MapState, MetricMeasure } from "../model/document";
import type { Mood } from "../model/curve";

const LANES: Record<LaneKind, () => string> = {
  actions: m.common_lane_actions,
  thoughts: m.common_lane_thoughts,
  questions: m.common_lane_questions,
  expectations: m.common_lane_expectations,
  emotions: m.common_lane_emotions,
  touchpoints: m.common_lane_touchpoints,
  pain_points: m.common_lane_pain_points,
  opportunities: m.common_lane_opportunities,
  quotes: m.common_lane_quotes,
  images: m.common_lane_images,
  backstage: m.common_lane_backstage,
  support_processes: m.common_lane_support_processes,
  metrics: m.common_lane_metrics,
  free_text: m.common_lane_free_text,
};
const LANE_HINTS: Record<LaneKind, () => string> = {
  actions: m.map_lane_hint_actions,
  thoughts: m.map_lane_hint_thoughts,
  questions: m.map_lane_hint_questions,
  expectations: m.map_lane_hint_expectations,
  emotions: m.map_lane_hint_emotions,
  touchpoints: m.map_lane_hint_touchpoints,
  pain_points: m.map_lane_hint_pain_points,
  opportunities: m.map_lane_hint_opportunities,
  quotes: m.map_lane_hint_quotes,
  images: m.map_lane_hint_images,
  backstage: m.map_lane_hint_backstage,
  support_processes: m.map_lane_hint_support_processes,
  metrics: m.map_lane_hint_metrics,
  free_text: m.map_lane_hint_free_text,
};
const STATUSES: Record<CardStatus, () => string> = {
  idea: m.map_status_idea,
  planned: m.map_status_planned,
  in_progress: m.map_status_in_progress,
  done: m.map_status_done,
  dropped: m.map_status_dropped,
};
const STATES: Record<MapState, () => string> = {
  current: m.common_state_current,
  future: m.common_state_future,
  ideal: m.common_state_ideal,
};
const MOODS: Record<Mood, () => string> = {
  delighted: m.map_mood_delighted,
  happy: m.map_mood_happy,
  neutral: m.map_mood_neutral,
  unsure: m.map_mood_unsure,
  let_down: m.map_mood_let_down,
};
const MEASURES: Record<MetricMeasure, () => string> = {
  customers: m.map_measure_customers,
  events: m.map_measure_events,
  share_continued: m.map_measure_share_continued,
  satisfaction: m.map_measure_satisfaction,
  value: m.map_measure_value,
};
const EVIDENCE: Record<EvidenceKind, () => string> = {
  quote: m.map_evidence_quote,
  review: m.map_evidence_review,
  survey: m.map_evidence_survey,
  interview: m.map_evidence_interview,
  ticket: m.map_evidence_ticket,
  analytics: m.map_evidence_analytics,
  metric: m.map_evidence_metric,
  other: m.map_evidence_other,
};
const COLORS: Record<Color, () => string> = {
  blue: m.map_color_blue,
  violet: m.map_color_violet,
  fuchsia: m.map_color_fuchsia,
  green: m.map_color_green,
  amber: m.map_color_amber,
  teal: m.map_color_teal,
  rose: m.map_color_rose,
  slate: m.map_color_slate,
};

export const laneLabel = (kind: LaneKind): string => LANES[kind]();
export const laneHint = (kind: LaneKind): string => LANE_HINTS[kind]();
export const statusLabel = (status: CardStatus): string => STATUSES[status]();
export const stateLabel = (state: MapState): string => STATES[state]();
export const moodLabel = (mood: Mood): string => MOODS[mood]();
export const measureLabel = (measure: MetricMeasure): string => MEASURES[measure]();
export const evidenceLabel = (kind: EvidenceKind): string => EVIDENCE[kind]();
export const colorLabel = (color: Color): string => COLORS[color]();

import { m } from "@/i18n/generated/messages";
import type { Mood } from "../model/curve";
import type { EvidenceKind, MetricMeasure } from "../model/document";

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

export const moodLabel = (mood: Mood): string => MOODS[mood]();
export const measureLabel = (measure: MetricMeasure): string => MEASURES[measure]();
export const evidenceLabel = (kind: EvidenceKind): string => EVIDENCE[kind]();

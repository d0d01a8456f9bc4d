import type { LaneKind } from "@/api/generated";
import { m } from "@/i18n/generated/messages";

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

/** What a kind of lane is called. */
export const laneLabel = (kind: LaneKind): string => LANES[kind]();

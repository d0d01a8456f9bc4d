import { m } from "@/i18n/generated/messages";
import type { Color, LaneKind } from "../model/document";

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

export const laneHint = (kind: LaneKind): string => LANE_HINTS[kind]();
export const colorLabel = (color: Color): string => COLORS[color]();

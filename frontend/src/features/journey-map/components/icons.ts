import {
  Brain,
  ChartNoAxesCombined,
  CircleQuestionMark,
  Footprints,
  Gauge,
  HeartPulse,
  Image,
  Lightbulb,
  MapPin,
  Quote,
  ServerCog,
  Sparkles,
  StickyNote,
  Theater,
  TriangleAlert,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { LaneKind } from "../model/document";

export const LANE_ICONS: Record<LaneKind, LucideIcon> = {
  actions: Footprints,
  thoughts: Brain,
  questions: CircleQuestionMark,
  expectations: Sparkles,
  emotions: HeartPulse,
  touchpoints: MapPin,
  pain_points: TriangleAlert,
  opportunities: Lightbulb,
  quotes: Quote,
  images: Image,
  backstage: Theater,
  support_processes: ServerCog,
  metrics: Gauge,
  free_text: StickyNote,
};

export const FLOW_ICON: LucideIcon = ChartNoAxesCombined;

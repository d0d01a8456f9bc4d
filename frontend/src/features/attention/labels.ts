import { Database, MapPin, Users, Waypoints } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { Topic } from "@/api/findings";
import type { FindingSubjectKind } from "@/api/workspace-findings";
import { m } from "@/i18n/generated/messages";

export const kindLabels: Record<FindingSubjectKind, () => string> = {
  map: m.attention_kind_map,
  persona: m.attention_kind_persona,
  touchpoint: m.attention_kind_touchpoint,
  source: m.attention_kind_source,
};

export const kindIcons: Record<FindingSubjectKind, LucideIcon> = {
  map: Waypoints,
  persona: Users,
  touchpoint: MapPin,
  source: Database,
};

export const topicLabels: Record<Topic, () => string> = {
  disagreement: m.attention_topic_disagreement,
  structure: m.attention_topic_structure,
  experience: m.attention_topic_experience,
  proof: m.attention_topic_proof,
  touchpoints: m.attention_topic_touchpoints,
  personas: m.attention_topic_personas,
};

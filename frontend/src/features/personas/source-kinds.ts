import type { PersonaSourceKind } from "@/api/personas";
import { m } from "@/i18n/generated/messages";

export const sourceKindLabels: Record<PersonaSourceKind, () => string> = {
  interview: m.personas_source_interview,
  survey: m.personas_source_survey,
  review: m.personas_source_review,
  analytics: m.personas_source_analytics,
  other: m.personas_source_other,
};

export const sourceKinds = Object.keys(sourceKindLabels) as PersonaSourceKind[];

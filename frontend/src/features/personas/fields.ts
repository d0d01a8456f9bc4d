import type { Persona } from "@/api/personas";
import { m } from "@/i18n/generated/messages";

type FieldOf<Value> = { [Key in keyof Persona]: Persona[Key] extends Value ? Key : never }[keyof Persona];
export type ListField = Extract<
  FieldOf<string[]>,
  "goals" | "needs" | "motivations" | "frustrations" | "habits" | "challenges" | "problems" | "interests"
>;
export type FactField = "age" | "gender" | "location" | "occupation" | "income" | "education" | "family";
export type ProseField = "reason" | "personality" | "lifestyle";

export const facts: { field: FactField; label: () => string; placeholder: () => string }[] = [
  { field: "age", label: m.personas_age, placeholder: m.personas_age_example },
  { field: "gender", label: m.personas_gender, placeholder: m.personas_gender_example },
  { field: "location", label: m.personas_location, placeholder: m.personas_location_example },
  { field: "occupation", label: m.personas_occupation, placeholder: m.personas_occupation_example },
  { field: "income", label: m.personas_income, placeholder: m.personas_income_example },
  { field: "education", label: m.personas_education, placeholder: m.personas_education_example },
  { field: "family", label: m.personas_family, placeholder: m.personas_family_example },
];

/** The lists, in the order of the page; the tone marks what helps and what hurts. */
export const lists: { field: ListField; label: () => string; add: () => string; tone: "positive" | "negative" | "neutral" }[] = [
  { field: "goals", label: m.personas_goals, add: m.personas_add_goal, tone: "positive" },
  { field: "frustrations", label: m.personas_frustrations, add: m.personas_add_frustration, tone: "negative" },
  { field: "needs", label: m.personas_needs, add: m.personas_add_need, tone: "positive" },
  { field: "problems", label: m.personas_problems, add: m.personas_add_problem, tone: "negative" },
  { field: "motivations", label: m.personas_motivations, add: m.personas_add_motivation, tone: "positive" },
  { field: "challenges", label: m.personas_challenges, add: m.personas_add_challenge, tone: "negative" },
  { field: "habits", label: m.personas_habits, add: m.personas_add_habit, tone: "neutral" },
  { field: "interests", label: m.personas_interests, add: m.personas_add_interest, tone: "neutral" },
];

export const proses: { field: ProseField; label: () => string; placeholder: () => string }[] = [
  { field: "reason", label: m.personas_reason, placeholder: m.personas_reason_example },
  { field: "personality", label: m.personas_personality, placeholder: m.personas_personality_example },
  { field: "lifestyle", label: m.personas_lifestyle, placeholder: m.personas_lifestyle_example },
];

const labels: Partial<Record<keyof Persona, () => string>> = {
  name: m.personas_name,
  tagline: m.personas_tagline,
  portrait: m.personas_portrait,
  quote: m.personas_quote,
  share: m.personas_share_label,
  bio: m.personas_bio,
  channels: m.personas_channels,
  sources: m.personas_sources,
  segment: m.personas_segment,
  ...Object.fromEntries([...facts, ...lists, ...proses].map(({ field, label }) => [field, label])),
};

/** What a field is called on the page. */
export const fieldLabel = (field: keyof Persona): string => labels[field]?.() ?? field;

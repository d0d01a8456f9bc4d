import type { SourceRule } from "@/api/sources";

type Scalar = SourceRule["equals"];

/** A rule while it is being written: the value as text. */
export type RuleDraft = { field: string; value: string; touchpointId: string };

/**
 * The value somebody means by a text: numbers, true, false and null are taken as such, everything else is text.
 * Quotes make text of anything: "42" in quotes is not the number.
 */
export function parseValue(text: string): Scalar {
  const trimmed = text.trim();
  try {
    const value: unknown = JSON.parse(trimmed);
    if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  } catch {
    return trimmed;
  }
  return trimmed;
}

/** The text that parseValue reads back as this value. */
export function writeValue(value: Scalar): string {
  if (typeof value !== "string") return String(value);
  return parseValue(value) === value && value.trim() === value ? value : JSON.stringify(value);
}

export const draftOf = (rule: SourceRule): RuleDraft => ({
  field: rule.field,
  value: writeValue(rule.equals),
  touchpointId: rule.touchpoint_id,
});

export const ruleOf = (draft: RuleDraft): SourceRule => ({
  field: draft.field.trim(),
  equals: parseValue(draft.value),
  touchpoint_id: draft.touchpointId,
});

/** Is it a JSON pointer to somewhere inside the event, and does it lead to a touchpoint? */
export const isComplete = ({ field, touchpointId }: RuleDraft): boolean =>
  /^(\/([^~/]|~[01])*)+$/.test(field.trim()) && touchpointId !== "";

import type { Scalar } from "./pointers";

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

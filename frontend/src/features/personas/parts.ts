import type { Finding } from "@/api/findings";
import type { Persona } from "@/api/personas";
import { fieldLabel } from "./fields";

/** The rules that ask for one part of a persona each. */
const ASKING = new Set(["PER001", "PER002", "PER003", "PER004", "PER007"]);

const PARTS = [
  "goals", "reason", "occupation", "age", "gender", "personality", "needs", "motivations", "frustrations", "habits",
  "lifestyle", "challenges", "problems", "interests", "channels", "sources",
] as const satisfies readonly (keyof Persona)[];

export type PartField = (typeof PARTS)[number];

/** A part that is still missing, and the question that asks for it. */
export type OpenPart = { field: PartField; label: string; finding: Finding };

export type Checklist = { done: PartField[]; open: OpenPart[]; others: Finding[]; dismissed: Finding[] };

const isSaid = (value: string | readonly unknown[]): boolean => (typeof value === "string" ? value.trim() !== "" : value.length > 0);

/**
 * What of a persona is there, judged by what is written here and now, and what is worth asking for. A part that is
 * missing but not asked for, because its check is off or was dismissed, is in neither.
 */
export function checklistOf(persona: Persona, findings: readonly Finding[]): Checklist {
  const done = PARTS.filter((field) => isSaid(persona[field]));
  const asked = new Map(
    findings.filter(({ rule_id, state }) => ASKING.has(rule_id) && state === "open").map((finding) => [finding.place.field, finding]),
  );
  const open = PARTS.flatMap((field) => {
    const finding = asked.get(field);
    return finding && !done.includes(field) ? [{ field, label: fieldLabel(field), finding }] : [];
  });
  return {
    done,
    open,
    others: findings.filter(({ rule_id, state }) => state === "open" && !ASKING.has(rule_id)),
    dismissed: findings.filter(({ state }) => state === "dismissed"),
  };
}

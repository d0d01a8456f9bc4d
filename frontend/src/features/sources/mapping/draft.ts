import type { Condition, MappingRule, SourceMapping } from "@/api/sources";
import { isPointer } from "./pointers";

/** A rule while it is edited; its id is only ours, so that it keeps its place on screen when it moves. */
export type RuleDraft = MappingRule & { id: string };
export type Draft = Required<Omit<SourceMapping, "rules">> & { rules: RuleDraft[] };
export type Target = MappingRule["then"];
export type PlaceList = "id" | "occurred_at" | "sent_at" | "channel" | "properties" | "traits" | "touchpoint";

export function draftOf(mapping: SourceMapping, newId: () => string): Draft {
  return {
    id: mapping.id ?? [],
    customer: mapping.customer ?? [],
    occurred_at: mapping.occurred_at ?? [],
    sent_at: mapping.sent_at ?? [],
    score: mapping.score ?? null,
    value: mapping.value ?? null,
    channel: mapping.channel ?? [],
    properties: mapping.properties ?? [],
    traits: mapping.traits ?? [],
    touchpoint: mapping.touchpoint ?? [],
    rules: (mapping.rules ?? []).map((rule) => ({ ...rule, id: newId() })),
  };
}

export const mappingOf = (draft: Draft): SourceMapping => ({
  ...draft,
  rules: draft.rules.map(({ when, then, score = null, value = null }) => ({ when, then, score, value })),
});

export const emptyCondition: Condition = { field: "", test: "equals", value: "" };

export const newRule = (id: string, condition: Condition = emptyCondition): RuleDraft => ({
  id,
  when: [condition],
  then: { do: "touchpoint_by_key", key: "", name: "", channel: "" },
  score: null,
  value: null,
});

export const setRule = (draft: Draft, id: string, change: (rule: RuleDraft) => RuleDraft): Draft => ({
  ...draft,
  rules: draft.rules.map((rule) => (rule.id === id ? change(rule) : rule)),
});

/** With a rule more, before the rule at `index`; at the end without one. */
export const addRule = (draft: Draft, rule: RuleDraft, index: number = draft.rules.length): Draft => ({
  ...draft,
  rules: draft.rules.toSpliced(index, 0, rule),
});

export const removeRule = (draft: Draft, id: string): Draft => ({
  ...draft,
  rules: draft.rules.filter((rule) => rule.id !== id),
});

/** With a rule at another place; places beyond the ends are the ends. */
export function moveRule(draft: Draft, id: string, to: number): Draft {
  const from = draft.rules.findIndex((rule) => rule.id === id);
  const rule = draft.rules[from];
  const place = Math.max(0, Math.min(draft.rules.length - 1, to));
  if (!rule || place === from) return draft;
  return { ...draft, rules: draft.rules.toSpliced(from, 1).toSpliced(place, 0, rule) };
}

export function duplicateRule(draft: Draft, id: string, newId: string): Draft {
  const index = draft.rules.findIndex((rule) => rule.id === id);
  const rule = draft.rules[index];
  return rule ? addRule(draft, { ...rule, id: newId }, index + 1) : draft;
}

/** A target of another kind, keeping what both kinds have. */
export function retarget(then: Target, kind: Target["do"]): Target {
  const channel = "channel" in then ? (then.channel ?? "") : "";
  switch (kind) {
    case "touchpoint":
      return { do: kind, touchpoint_id: "" };
    case "touchpoint_by_key":
      return { do: kind, key: "", name: "", channel };
    case "touchpoint_from":
      return { do: kind, field: "", channel };
    case "identify":
    case "ignore":
      return { do: kind };
  }
}

/** The key that a touchpoint of this name gets. */
export const keyFromName = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);

export const needsValue = ({ test = "equals" }: Condition): boolean => test !== "exists" && test !== "missing";

/** A condition with another test, its value brought into the shape that the test needs. */
export function retest(condition: Condition, test: NonNullable<Condition["test"]>): Condition {
  const { value } = condition;
  if (test === "exists" || test === "missing") return { ...condition, test, value: null };
  if (test === "one_of") return { ...condition, test, value: Array.isArray(value) ? value : value === null || value === "" ? [] : [value ?? ""] };
  const single = Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
  return { ...condition, test, value: test === "contains" || test === "starts_with" ? String(single) : single };
}

export const isConditionComplete = (condition: Condition): boolean =>
  isPointer(condition.field) &&
  !(condition.test === "one_of" && (!Array.isArray(condition.value) || condition.value.length === 0)) &&
  !((condition.test === "contains" || condition.test === "starts_with") && condition.value === "");

const isKey = (text: string): boolean => /^[a-z0-9][a-z0-9_-]{0,59}$/.test(text);

function isTargetComplete(then: Target): boolean {
  if (then.do === "touchpoint") return then.touchpoint_id !== "";
  if (then.do === "touchpoint_by_key") return isKey(then.key) && then.name.trim() !== "";
  return then.do !== "touchpoint_from" || isPointer(then.field);
}

const isScoreComplete = (score: Draft["score"]): boolean =>
  score === null || (isPointer(score.field) && (score.scale.startsWith("/") ? isPointer(score.scale) : score.scale !== ""));

const isValueComplete = (value: Draft["value"]): boolean =>
  value === null ||
  (isPointer(value.field) &&
    (isPointer(value.currency) || /^[A-Za-z]{3}$/.test(value.currency)) &&
    /^([A-Za-z]{3})?$/.test(value.otherwise ?? ""));

export const isRuleComplete = (rule: MappingRule): boolean =>
  rule.when.every(isConditionComplete) &&
  isTargetComplete(rule.then) &&
  isScoreComplete(rule.score ?? null) &&
  isValueComplete(rule.value ?? null);

/** Are the places all there, beside the rules? */
export const arePlacesComplete = (draft: Draft): boolean =>
  [draft.id, draft.occurred_at, draft.sent_at, draft.channel, draft.properties, draft.traits, draft.touchpoint].every((places) => places.every(isPointer)) &&
  draft.customer.every(({ field, kind = "" }) => isPointer(field) && /^[a-z0-9_.-]{0,40}$/.test(kind)) &&
  isScoreComplete(draft.score) &&
  isValueComplete(draft.value);

export const isComplete = (draft: Draft): boolean => arePlacesComplete(draft) && draft.rules.every(isRuleComplete);

/** Without what is not finished yet, so that the preview always has something to try. */
export const finishedPart = (draft: Draft): SourceMapping => ({
  ...mappingOf({ ...draft, rules: draft.rules.filter(isRuleComplete) }),
  id: draft.id.filter(isPointer),
  customer: draft.customer.filter(({ field, kind = "" }) => isPointer(field) && /^[a-z0-9_.-]{0,40}$/.test(kind)),
  occurred_at: draft.occurred_at.filter(isPointer),
  sent_at: draft.sent_at.filter(isPointer),
  channel: draft.channel.filter(isPointer),
  properties: draft.properties.filter(isPointer),
  traits: draft.traits.filter(isPointer),
  touchpoint: draft.touchpoint.filter(isPointer),
  score: isScoreComplete(draft.score) ? draft.score : null,
  value: isValueComplete(draft.value) ? draft.value : null,
});

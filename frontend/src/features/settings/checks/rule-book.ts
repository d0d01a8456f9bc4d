import type { FindingSettings, RuleParameter, RuleSetting } from "@/api/finding-settings";
import type { Rule, Severity } from "@/api/findings";

/** How a workspace wants one rule. */
export type Settled = { enabled: boolean; severity: Severity; parameters: Record<string, number> };

export type RuleKey = `rule:${string}`;

/** All rules of a workspace as the fields of one resource, so that two people who change different rules do not meet. */
export type RuleBook = { revision: number } & Record<RuleKey, Settled>;

export const keyOf = (ruleId: string): RuleKey => `rule:${ruleId}`;

const settledOf = ({ enabled, severity, parameters }: RuleSetting): Settled => ({ enabled, severity, parameters });

export const bookOf = ({ revision, rules }: FindingSettings): RuleBook => ({
  revision,
  ...Object.fromEntries(rules.map((rule) => [keyOf(rule.rule_id), settledOf(rule)] as const)),
});

/** What was settled about some rules, as the API takes it. */
export const changesOf = (set: Partial<RuleBook>): Record<string, Settled> =>
  Object.fromEntries(
    Object.entries(set).flatMap(([key, value]) =>
      key.startsWith("rule:") && typeof value === "object" ? [[key.slice("rule:".length), value]] : [],
    ),
  );

/** How a rule is while nobody has settled anything about it. */
export const usual = (rule: Rule): Settled => ({
  enabled: true,
  severity: rule.severity,
  parameters: Object.fromEntries(rule.parameters.map(({ name, default: value }) => [name, value])),
});

export function isUsual(rule: Rule, settled: Settled): boolean {
  const { enabled, severity, parameters } = usual(rule);
  return (
    settled.enabled === enabled &&
    settled.severity === severity &&
    Object.entries(parameters).every(([name, value]) => settled.parameters[name] === value)
  );
}

export type Show = "all" | "changed" | "off";

export type Wanted = { query: string; show: Show };

/** The rules that somebody looks for, in the order of their topics. */
export function findRules(rules: readonly Rule[], book: RuleBook, { query, show }: Wanted): { topic: string; rules: Rule[] }[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const settled = book[keyOf(rule.id)] ?? usual(rule);
    if (show === "off" && settled.enabled) continue;
    if (show === "changed" && isUsual(rule, settled)) continue;
    const text = [rule.id, rule.title, rule.why, ...rule.parameters.map(({ label }) => label)].join(" ").toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    groups.set(rule.topic_title, [...(groups.get(rule.topic_title) ?? []), rule]);
  }
  return [...groups].map(([topic, found]) => ({ topic, rules: found }));
}

const PERCENT = 100;
const rounded = (value: number): number => Number(value.toPrecision(12));

/** A threshold as people write it: shares in percent. */
export const shownNumber = ({ measure }: RuleParameter, value: number): number =>
  measure === "share" ? rounded(value * PERCENT) : value;

/** "100,000" as it is shown beside the field, not a hundred. */
const GROUPED = /^-?[1-9]\d{0,2}(,\d{3})+$/;

/** The threshold in what somebody wrote; undefined where that is none, or out of bounds. */
export function readNumber(parameter: RuleParameter, text: string): number | undefined {
  const plain = text.replace("%", "").replace("−", "-").trim();
  const written = GROUPED.test(plain) ? plain.replaceAll(",", "") : plain.replace(",", ".");
  if (written === "") return undefined;
  const number = Number(written);
  const value = parameter.measure === "share" ? rounded(number / PERCENT) : number;
  if (!Number.isFinite(value) || value < parameter.minimum || value > parameter.maximum) return undefined;
  return parameter.whole && !Number.isInteger(value) ? undefined : value;
}

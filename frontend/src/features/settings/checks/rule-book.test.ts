import { describe, expect, it } from "vitest";
import type { RuleParameter } from "@/api/finding-settings";
import type { Rule } from "@/api/findings";
import { bookOf, changesOf, findRules, isUsual, keyOf, readNumber, shownNumber, usual } from "./rule-book";

const days: RuleParameter = { name: "days", label: "Days after which a review is due", default: 90, minimum: 7, maximum: 730, measure: "days", whole: true };
const share: RuleParameter = { name: "share", label: "Share that counts", default: 0.2, minimum: 0.01, maximum: 1, measure: "share", whole: false };
const mood: RuleParameter = { name: "score", label: "Mood", default: -1, minimum: -2, maximum: 0, measure: "mood", whole: false };
const customers: RuleParameter = { name: "customers", label: "Customers it takes", default: 50, minimum: 10, maximum: 100_000, measure: "count", whole: true };

const rule = (id: string, topic: string, parameters: RuleParameter[] = []): Rule => ({
  id,
  severity: "warning",
  topic: "structure",
  topic_title: topic,
  subject: "map",
  unit: "whole",
  measured: false,
  title: `Title of ${id}`,
  why: "Because.",
  parameters,
  fix: null,
  page: `docs/rules/${id}.md`,
});
const upkeep = rule("MAP004", "Structure", [days]);
const constraints = rule("MAP006", "Structure");
const rules = [upkeep, constraints, rule("TCH001", "Touchpoints")];

const book = bookOf({
  workspace_id: "w",
  revision: 3,
  updated_at: "2026-11-22T00:00:00Z",
  abilities: { edit: true, delete: false },
  rules: [
    { rule_id: "MAP004", enabled: true, severity: "warning", parameters: { days: 60 }, changed: true },
    { rule_id: "MAP006", enabled: true, severity: "warning", parameters: {}, changed: false },
    { rule_id: "TCH001", enabled: false, severity: "warning", parameters: {}, changed: true },
  ],
});

describe("the book of rules", () => {
  it("sends only what was settled, under the rules' own ids", () => {
    const set = { [keyOf("MAP004")]: usual(upkeep) };
    expect(changesOf(set)).toEqual({ MAP004: { enabled: true, severity: "warning", parameters: { days: 90 } } });
  });

  it("knows what differs from the catalogue", () => {
    expect(isUsual(upkeep, book[keyOf(upkeep.id)] ?? usual(upkeep))).toBe(false);
    expect(isUsual(constraints, book[keyOf(constraints.id)] ?? usual(constraints))).toBe(true);
  });
});

describe("finding rules", () => {
  const ids = (query: string, show: "all" | "changed" | "off" = "all") =>
    findRules(rules, book, { query, show }).map((group) => [group.topic, group.rules.map(({ id }) => id)]);

  it("groups them by topic", () => {
    expect(ids("")).toEqual([["Structure", ["MAP004", "MAP006"]], ["Touchpoints", ["TCH001"]]]);
  });
  it("finds every word in the id, the title, the reason or a threshold", () => {
    expect(ids("review due")).toEqual([["Structure", ["MAP004"]]]);
    expect(ids("map00 because")).toEqual([["Structure", ["MAP004", "MAP006"]]]);
    expect(ids("giraffe")).toEqual([]);
  });
  it("shows only what was changed, or is off", () => {
    expect(ids("", "changed")).toEqual([["Structure", ["MAP004"]], ["Touchpoints", ["TCH001"]]]);
    expect(ids("", "off")).toEqual([["Touchpoints", ["TCH001"]]]);
  });
});

describe("thresholds", () => {
  it.each([
    [days, "60", 60],
    [days, " 7 ", 7],
    [days, "6", undefined],
    [days, "731", undefined],
    [days, "30.5", undefined],
    [days, "soon", undefined],
    [days, "", undefined],
    [share, "20 %", 0.2],
    [share, "0,5", undefined],
    [share, "29", 0.29],
    [share, "101", undefined],
    [mood, "−1.5", -1.5],
    [customers, "100,000", 100_000],
    [customers, "12,5", undefined],
  ])("reads %o from “%s”", (parameter, text, value) => {
    expect(readNumber(parameter, text)).toBe(value);
  });

  it("shows a share in percent, and reads what it shows", () => {
    for (const value of [0.07, 0.29, 0.57, 0.95, 1]) {
      expect(readNumber(share, String(shownNumber(share, value)))).toBe(value);
    }
  });
});

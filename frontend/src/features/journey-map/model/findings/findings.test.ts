// @vitest-environment node
import { describe, expect, it } from "vitest";
import { fromWire } from "../wire";
import { structureOf } from "../structure";
import { fixtureMap } from "../testing/fixture";
import { openCount, withFinding, withNews, withPage, worstOf } from "./findings";
import { moodAt } from "./mood";
import { targetOf } from "./places";
import { inOrder, neighbour, numberOf, sectionsOf } from "./sections";
import type { Finding, FindingsReport } from "@/api/findings";

const structure = structureOf(fromWire(fixtureMap()));
const columns = new Map(
  structure.steps.map((step, index) => [
    step.id,
    { key: step.id, kind: "step" as const, stageId: step.stage_id, stepIds: [step.id], index, x: 0, width: 146 },
  ]),
);
const order = { columnOfStep: columns, stepsOf: structure.stepsOf };
const [first, second] = structure.steps;
const card = [...structure.doc.items.card.values()].find((one) => one.step_id === second?.id);

function finding(rule: string, kind: string, id: string, more: Partial<Finding> = {}): Finding {
  return {
    key: `${rule}.${kind}.${id}`,
    rule_id: rule,
    severity: "warning",
    topic: "experience",
    state: "open",
    subject: { kind: "map", id: structure.doc.id, title: "" },
    place: { kind, id, field: null, stage_id: null, step_id: kind === "step" ? id : null },
    message: "",
    detail: null,
    why: "",
    message_key: `rule_${rule.toLowerCase()}_says`,
    values: {},
    fix: null,
    dismissal: null,
    ...more,
  };
}

function report(...items: Finding[]): FindingsReport {
  const warning = items.filter(({ severity }) => severity === "warning").length;
  const counts = { error: 0, warning, advice: items.length - warning, dismissed: 0 };
  const groups = items.map(({ rule_id, severity, topic }) => ({ rule_id, severity, topic, title: "", count: 1 }));
  return { subject_revision: 1, counts, groups, failures: [], items, next: null };
}

const findingsOf = (found: FindingsReport) => withPage(null, found);

const mood = finding("EVD002", "step", first?.id ?? "", { topic: "disagreement" });
const pain = finding("LAN003", "card", card?.id ?? "", {
  place: { kind: "card", id: card?.id ?? "", field: null, stage_id: null, step_id: second?.id ?? "" },
});
const guess = { ...pain, key: `LAN005.card.${card?.id ?? ""}`, rule_id: "LAN005", severity: "advice" as const, topic: "proof" as const };

describe("what is said of an open map", () => {
  it("is marked where it points, a mood at its face and not at its step", () => {
    const { marks } = findingsOf(report(mood, pain, guess));
    expect(marks.get(card?.id ?? "")).toEqual({ count: 2, worst: "warning" });
    expect(marks.get(moodAt(first?.id ?? ""))).toEqual({ count: 1, worst: "warning" });
    expect(marks.get(first?.id ?? "")).toBeUndefined();
  });

  it("keeps the marks that news does not touch, so that nothing else is drawn again", () => {
    const before = findingsOf(report(mood, pain));
    const { counts, failures, groups } = report(mood);
    const after = withNews(before, { map_revision: 2, first: false, complete: true, added: [], removed: [pain.key], counts, failures, groups });
    expect(after.marks.get(moodAt(first?.id ?? ""))).toBe(before.marks.get(moodAt(first?.id ?? "")));
    expect(after.marks.has(card?.id ?? "")).toBe(false);
  });

  it("forgets all that the first news of a connection does not have", () => {
    const before = findingsOf(report(mood, pain));
    const { counts, failures, groups } = report(mood);
    const news = { map_revision: 2, first: true, complete: true, added: [mood], removed: [], counts, failures, groups };
    expect([...withNews(before, news).items.keys()]).toEqual([mood.key]);
  });

  it("counts what was dismissed apart", () => {
    const after = withFinding(findingsOf(report(mood, pain)), { ...pain, state: "dismissed" });
    expect(after.counts).toEqual({ error: 0, warning: 1, advice: 0, dismissed: 1 });
    expect(openCount(after.counts)).toBe(1);
    expect(worstOf(after.counts)).toBe("warning");
    expect(after.marks.has(card?.id ?? "")).toBe(false);
  });
});

describe("a list of which only the beginning is known", () => {
  const overview = report(mood, pain, guess);
  const partly = withPage(null, { ...overview, items: [guess], next: "more" });

  it("has the counts of all of it from the start, section by section", () => {
    expect(openCount(partly.counts)).toBe(3);
    expect(sectionsOf(partly, order).map(({ kind, count }) => [kind, count])).toEqual([
      ["disagreement", 1],
      ["evidence", 1],
      ["structure", 1],
    ]);
    expect(partly.complete).toBe(false);
  });

  it("is walked as far as it is known, each finding by the number it will keep", () => {
    const sections = sectionsOf(partly, order);
    expect(inOrder(sections)).toEqual([guess]);
    const whole = sectionsOf(withPage(partly, { ...overview, items: [mood, pain] }), order);
    expect(numberOf(sections, guess)).toBe(2);
    expect(inOrder(whole).map((one) => numberOf(whole, one))).toEqual([1, 2, 3]);
  });

  it("keeps its counts right when one of it is dismissed and reopened", () => {
    const dismissed = withFinding(partly, { ...guess, state: "dismissed" });
    expect(dismissed.counts).toEqual({ error: 0, warning: 2, advice: 0, dismissed: 1 });
    expect(sectionsOf(dismissed, order).map(({ kind }) => kind)).toEqual(["disagreement", "structure"]);
    expect(withFinding(dismissed, guess)).toMatchObject({ counts: partly.counts });
  });

  it("is not whole after news that has not all of it", () => {
    const { counts, failures, groups } = overview;
    const news = { map_revision: 2, first: false, complete: true, added: [], removed: [], counts, failures, groups };
    expect(withNews(partly, news).complete).toBe(false);
    expect(withNews(partly, { ...news, first: true }).complete).toBe(true);
    expect(withNews(findingsOf(overview), { ...news, complete: false }).complete).toBe(false);
  });
});

describe("walking from finding to finding", () => {
  const row = inOrder(sectionsOf(findingsOf(report(guess, pain, mood)), order));

  it("goes section by section: what the data says, what has no evidence, the rest", () => {
    expect(row.map(({ key }) => key)).toEqual([mood.key, guess.key, pain.key]);
  });

  it("goes round at both ends, and starts at one of them", () => {
    expect(neighbour(row, null, 1)).toBe(row[0]);
    expect(neighbour(row, null, -1)).toBe(row.at(-1));
    expect(neighbour(row, pain.key, 1)).toBe(row[0]);
    expect(neighbour(row, mood.key, -1)).toBe(row.at(-1));
    expect(neighbour([], null, 1)).toBeUndefined();
  });

  it("goes to the card, the face, or the cell in which something is missing", () => {
    expect(targetOf(pain, structure, null)).toMatchObject({ cell: { row: card?.lane_id, column: second?.id }, item: card?.id });
    const emotions = structure.lanes.find(({ kind }) => kind === "emotions")?.id;
    expect(targetOf(mood, structure, null).cell).toEqual({ row: emotions, column: first?.id });
    const missing = finding("LAN001", "step", first?.id ?? "", { message_key: "rule_lan001_says_no_action" });
    const actions = structure.lanes.find(({ kind }) => kind === "actions")?.id;
    expect(targetOf(missing, structure, null)).toMatchObject({ cell: { row: actions, column: first?.id }, item: null });
    expect(targetOf(finding("PER001", "persona", "p"), structure, null).cell).toBeNull();
  });
});

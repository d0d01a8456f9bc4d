// @vitest-environment node
import { describe, expect, it } from "vitest";
import {
  addCard,
  cardsAsCells,
  duplicateCards,
  moveCards,
  pasteCards,
  pasteOperations,
  planPaste,
  shiftCards,
} from "./card-edits";
import { fromWire } from "./wire";
import { apply } from "./operations";
import { cardsIn, stepsIn, structureOf } from "./structure";
import {
  addStage,
  addStep,
  duplicateLane,
  duplicateStage,
  duplicateStep,
  movePlacement,
  moveStage,
  moveStep,
  nudgeStep,
  removeStep,
} from "./structure-edits";
import { fixtureMap } from "./testing/fixture";
import type { Operation } from "./operations";
import type { Structure } from "./structure";

const start = structureOf(fromWire(fixtureMap()));
const after = (operations: readonly Operation[], from: Structure = start) =>
  structureOf(apply(from.doc, operations).doc, from);
const texts = (structure: Structure, lane: string, step: string) =>
  cardsIn(structure, lane, step).map((card) => card.text);
const titles = (structure: Structure) => structure.steps.map((step) => step.title);

describe("cards", () => {
  it("land exactly in the slot they are dropped on, in their own order", () => {
    const moved = new Set(["card-actions-3-0", "card-actions-3-1"]);
    const next = after(moveCards(start, moved, { laneId: "lane-actions", stepId: "step-1", index: 1 }));
    expect(texts(next, "lane-actions", "step-1")).toEqual([
      "Types “deep green sofa”",
      "Puts two models side by side",
      "Measures the room",
      "Opens three tabs",
    ]);
  });

  it("change nothing when dropped where they were", () => {
    expect(
      moveCards(start, new Set(["card-actions-1-0"]), { laneId: "lane-actions", stepId: "step-1", index: 0 }),
    ).toEqual([]);
  });

  it("are added between others", () => {
    const next = after(addCard(start, { laneId: "lane-actions", stepId: "step-1", index: 1 }, "New").operations);
    expect(texts(next, "lane-actions", "step-1")[1]).toBe("New");
  });

  it("get a measure of their own in a metric lane", () => {
    expect(addCard(start, { laneId: "lane-metrics", stepId: "step-1", index: 0 }).card.metric?.measure).toBe(
      "customers",
    );
  });

  it("shift over lanes that hold no cards, and stay when there is no further lane", () => {
    const next = after(shiftCards(start, new Set(["card-actions-0-0"]), { steps: 0, lanes: 1 }));
    expect(texts(next, "lane-thoughts", "step-0")).toContain("Saves an Instagram post");
    expect(shiftCards(start, new Set(["card-actions-0-0"]), { steps: 0, lanes: -1 })).toEqual([]);
  });

  it("are duplicated right after the original with all their fields", () => {
    const { ids, operations } = duplicateCards(start, new Set(["card-pain_points-3-0"]));
    const copy = after(operations).doc.items.card.get(ids[0] ?? "");
    expect(copy).toMatchObject({ text: "Fabric colours vary by photo", severity: 3 });
  });

  it("go out as a table with the gaps between them", () => {
    const ids = new Set(["card-actions-0-0", "card-actions-1-0", "card-actions-1-1", "card-pain_points-1-0"]);
    expect(cardsAsCells(start, ids)).toEqual([
      ["Saves an Instagram post", "Types “deep green sofa”\nOpens three tabs"],
      ["", "Ad shows an old price"],
    ]);
  });

  it("come in from a spreadsheet; what falls off the map is counted", () => {
    const plan = planPaste(
      start,
      [
        ["a", "b\nc"],
        ["d", ""],
      ],
      { laneId: "lane-actions", stepId: "step-8" },
    );
    expect(plan.left).toBe(2);
    const next = after(pasteOperations(start, plan));
    expect(texts(next, "lane-actions", "step-8")).toEqual(["Buys a lamp and a rug", "a"]);
    expect(texts(next, "lane-thoughts", "step-8")).toContain("d");
  });

  it("keep their distance when pasted elsewhere", () => {
    const cards = [...start.doc.items.card.values()].filter((card) =>
      ["card-actions-1-0", "card-actions-1-1", "card-thoughts-2-0"].includes(card.id),
    );
    const next = after(pasteCards(start, cards, { laneId: "lane-actions", stepId: "step-4" }).operations);
    expect(texts(next, "lane-actions", "step-4").slice(1)).toEqual(["Types “deep green sofa”", "Opens three tabs"]);
    expect(texts(next, "lane-thoughts", "step-5")).toContain("So many nice ones!");
  });
});

describe("steps and stages", () => {
  it("are inserted where they were asked for, a stage with its first step", () => {
    const one = after(addStep(start, "stage-3", 1, "Signs in").operations);
    expect(titles(one).slice(5, 8)).toEqual(["Fills the basket", "Signs in", "Pays"]);
    const two = after(addStage(start, 1, { stage: "Desire", step: "Dreams" }).operations);
    expect(two.stages.map((stage) => stage.title)[1]).toBe("Desire");
    expect(stepsIn(two, two.stages[1]?.id ?? "")).toHaveLength(1);
    expect(two.stages[1]?.color).toBe("teal");
  });

  it("never leave a stage empty", () => {
    const removed = after(removeStep(start, "step-2"));
    expect(removed.stages.map((stage) => stage.title)).not.toContain("Interest");
    const moved = after(moveStep(start, "step-2", "stage-0", 0));
    expect(moved.stages).toHaveLength(4);
    expect(titles(moved)[0]).toBe("Browses range");
  });

  it("are nudged within a stage and over its border", () => {
    expect(titles(after(nudgeStep(start, "step-0", 1))).slice(0, 2)).toEqual(["Searches online", "Sees a post"]);
    const over = after(nudgeStep(start, "step-1", 1));
    expect(over.doc.items.step.get("step-1")?.stage_id).toBe("stage-1");
    expect(titles(over)).toEqual(titles(start));
    expect(nudgeStep(start, "step-0", -1)).toEqual([]);
  });

  it("move as a whole", () => {
    const next = after(moveStage(start, "stage-4", 0));
    expect(titles(next).slice(0, 3)).toEqual(["Delivery day", "Comes back", "Sees a post"]);
    expect(moveStage(start, "stage-2", 2)).toEqual([]);
  });

  it("are duplicated with everything on them", () => {
    const step = duplicateStep(start, "step-5");
    const next = after(step?.operations ?? []);
    expect(texts(next, "lane-pain_points", step?.id ?? "")).toEqual(["Delivery cost is shown last"]);
    expect(next.placements.get(step?.id ?? "")).toHaveLength(2);
    const stage = after(duplicateStage(start, "stage-3", "Purchase (copy)")?.operations ?? []);
    expect(stage.steps).toHaveLength(11);
    expect(stage.stages[4]?.title).toBe("Purchase (copy)");
    const lane = duplicateLane(start, "lane-actions", "Actions (copy)");
    expect(texts(after(lane?.operations ?? []), lane?.id ?? "", "step-1")).toHaveLength(2);
  });
});

it("moves a touchpoint to another step", () => {
  const next = after(movePlacement(start, "placement-0-blog", "step-1", 0));
  expect(next.placements.get("step-1")?.map((placement) => placement.touchpoint_id)).toEqual([
    "touchpoint-blog",
    "touchpoint-search",
  ]);
});

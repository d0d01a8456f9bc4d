import { describe, expect, it } from "vitest";
import type { CustomerEvent } from "@/api/customers";
import type { MapDocument } from "@/api/map-document";
import { columnsOf, draw, pathOf } from "./path";

const stage = (id: string, order: string): MapDocument["stages"][number] => ({ id, order, revision: 1, title: id, color: "blue", customer_goal: "", trigger: "" });
const step = (id: string, stage_id: string, order: string): MapDocument["steps"][number] => ({ id, stage_id, order, revision: 1, title: id, description: "" });
const placed = (step_id: string, touchpoint_id: string): MapDocument["placements"][number] => ({
  id: `${step_id}-${touchpoint_id}`,
  order: "a0",
  revision: 1,
  step_id,
  touchpoint_id,
  moment_of_truth: false,
  importance: null,
  expected_satisfaction: null,
});
const event = (touchpoint_id: string, score: number | null = null): CustomerEvent => ({
  id: touchpoint_id,
  occurred_at: "2026-11-02T09:30:00Z",
  clamped: false,
  touchpoint_id,
  source_id: "s",
  delivery_id: "d",
  position: 0,
  channel: null,
  score,
  score_raw: null,
  score_scale: null,
  amount: null,
  currency: null,
  properties: {},
});

const map = {
  stages: [stage("later", "b0"), stage("first", "a0")],
  steps: [step("pays", "later", "a0"), step("looks", "first", "a1"), step("hears", "first", "a0")],
  placements: [placed("hears", "mail"), placed("pays", "mail"), placed("looks", "shop"), placed("pays", "till")],
};

describe("a person's way over a map", () => {
  it("goes by the order of stages and steps", () => {
    expect(columnsOf(map).map(({ step: { id } }) => id)).toEqual(["hears", "looks", "pays"]);
  });

  it("meets a touchpoint on the next step that has it, and on the last when past all", () => {
    const columns = pathOf(map, ["mail", "shop", "mail", "till", "shop"].map((id) => event(id))).map(({ column }) => column);
    expect(columns).toEqual([0, 1, 2, 2, 1]);
  });

  it("keeps the number of what is not on the map", () => {
    expect(pathOf(map, [event("fair"), event("shop")]).map(({ number, column }) => [number, column])).toEqual([
      [1, null],
      [2, 1],
    ]);
  });

  it("is drawn high where they were happy, in the middle where nobody asked, apart within a step", () => {
    const { points, widths } = draw(3, pathOf(map, [event("mail", 2), event("shop"), event("shop", -2)]), 120, 20);
    expect(points.map(({ y }) => y)).toEqual([20, 60, 100]);
    expect(points[1]?.x).toBeLessThan(points[2]?.x ?? 0);
    expect(widths).toHaveLength(3);
  });
});

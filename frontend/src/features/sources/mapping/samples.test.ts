import { expect, it } from "vitest";
import type { PreviewedItem } from "@/api/sources";
import { changedItems, countOutcomes, samplesOf } from "./samples";

const item = (position: number, change: Partial<PreviewedItem> = {}): PreviewedItem => ({
  delivery_id: "d",
  position,
  received_at: "2026-11-02T09:30:00Z",
  item: '{"a":1}',
  outcome: "quarantined",
  code: "",
  detail: "",
  rule: null,
  touchpoint_key: "",
  touchpoint_id: null,
  touchpoint_name: "",
  customer: [],
  occurred_at: null,
  score: null,
  amount: null,
  currency: "",
  ...change,
});

it("tells which items would become something else than before", () => {
  const before = [item(0), item(1), item(2, { outcome: "accepted", touchpoint_name: "A" })];
  const now = [item(0, { outcome: "accepted", touchpoint_name: "A" }), item(1), item(2, { outcome: "accepted", touchpoint_name: "B" }), item(3)];
  expect([...changedItems(before, now).keys()]).toEqual(["d/0", "d/2"]);
  expect(changedItems(before, now).get("d/2")?.touchpoint_name).toBe("A");
  expect([...countOutcomes(now)]).toEqual([["accepted", 2], ["quarantined", 2]]);
});

it("has no content for an item that was cut", () => {
  expect(samplesOf([item(0), item(1, { item: '{"a":' })]).map(({ content }) => content)).toEqual([{ a: 1 }, undefined]);
});

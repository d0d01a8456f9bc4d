import { describe, expect, it } from "vitest";
import type { QuarantinedItem } from "@/api/deliveries";
import { groupQuarantine } from "./quarantine-groups";

const item = (source_id: string, code: string, detail: string, position: number): QuarantinedItem => ({
  delivery_id: "d",
  position,
  source_id,
  received_at: "2026-11-02T09:30:00Z",
  code,
  detail,
  touchpoint_key: "",
  excerpt: "{}",
});

describe("what was not understood", () => {
  it("is grouped by source and reason, the most frequent first", () => {
    const groups = groupQuarantine([
      item("shop", "no_customer", "Whose?", 0),
      item("desk", "unknown_touchpoint", "“news”", 1),
      item("desk", "unknown_touchpoint", "“blog”", 2),
      item("desk", "unknown_touchpoint", "“blog”", 3),
      item("shop", "unknown_touchpoint", "“blog”", 4),
    ], []);
    expect(groups.map(({ sourceId, code, count }) => [sourceId, code, count])).toEqual([
      ["desk", "unknown_touchpoint", 3],
      ["shop", "no_customer", 1],
      ["shop", "unknown_touchpoint", 1],
    ]);
    expect(groups[0]?.cases.map(({ detail, items }) => [detail, items.length])).toEqual([
      ["“blog”", 2],
      ["“news”", 1],
    ]);
  });

  it("counts all there are, loaded or not", () => {
    const total = (source_id: string, code: string, items: number) => ({ source_id, code, touchpoint_key: "", items });
    const groups = groupQuarantine(
      [item("shop", "no_customer", "Whose?", 0)],
      [total("shop", "no_customer", 700), total("shop", "no_customer", 20), total("desk", "no_time", 900)],
    );
    expect(groups.map(({ sourceId, code, count, items }) => [sourceId, code, count, items.length])).toEqual([
      ["desk", "no_time", 900, 0],
      ["shop", "no_customer", 720, 1],
    ]);
  });
});

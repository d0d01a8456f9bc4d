import { describe, expect, it } from "vitest";
import type { QuarantinedItem } from "@/api/deliveries";
import { groupQuarantine, missingTouchpoint, nameFromKey } from "./quarantine-groups";

const item = (source_id: string, code: string, detail: string, position: number): QuarantinedItem => ({
  delivery_id: "d",
  position,
  source_id,
  received_at: "2026-11-02T09:30:00Z",
  code,
  detail,
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
    ]);
    expect(groups.map(({ sourceId, code, items }) => [sourceId, code, items.length])).toEqual([
      ["desk", "unknown_touchpoint", 3],
      ["shop", "no_customer", 1],
      ["shop", "unknown_touchpoint", 1],
    ]);
    expect(groups[0]?.cases.map(({ detail, items }) => [detail, items.length])).toEqual([
      ["“blog”", 2],
      ["“news”", 1],
    ]);
  });

  it("names the touchpoint that is missing, if it could be one", () => {
    const detail = "There is no touchpoint with the key “order-paid”.";
    expect(missingTouchpoint({ code: "unknown_touchpoint", detail })).toBe("order-paid");
    expect(missingTouchpoint({ code: "unknown_touchpoint", detail: "no key “A b”" })).toBeUndefined();
    expect(missingTouchpoint({ code: "no_customer", detail })).toBeUndefined();
    expect(nameFromKey("order-paid_twice")).toBe("Order paid twice");
  });
});

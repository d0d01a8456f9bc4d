import { expect, it } from "vitest";
import type { QuarantineTotal } from "@/api/deliveries";
import { groupQuarantine } from "./quarantine-groups";

const total = (source_id: string, code: string, touchpoint_key: string, items: number): QuarantineTotal => ({
  source_id,
  code,
  touchpoint_key,
  items,
  latest: {
    delivery_id: "d",
    position: 0,
    source_id,
    received_at: "2026-11-02T09:30:00Z",
    code,
    detail: "",
    touchpoint_key,
    excerpt: "{}",
  },
});

it("groups what was not understood by source and reason, the most frequent first", () => {
  const groups = groupQuarantine([
    total("shop", "no_customer", "", 720),
    total("desk", "unknown_touchpoint", "news", 400),
    total("desk", "unknown_touchpoint", "blog", 500),
    total("shop", "unknown_touchpoint", "blog", 1),
  ]);
  expect(groups.map(({ sourceId, code, count }) => [sourceId, code, count])).toEqual([
    ["desk", "unknown_touchpoint", 900],
    ["shop", "no_customer", 720],
    ["shop", "unknown_touchpoint", 1],
  ]);
  expect(groups[0]?.cases.map(({ touchpoint_key }) => touchpoint_key)).toEqual(["blog", "news"]);
});

import { describe, expect, it } from "vitest";
import type { Source } from "@/api/sources";
import { formatShare } from "@/ui/format";
import { errorShare, formatSkew, isLagging, isSkewed } from "./health";

const nothing = { deliveries: 0, items: 0, events: 0, quarantined: 0, dead: 0 };
const health: Source["health"] = { last_event_at: null, last_day: nothing, events_last_hour: 0, oldest_unprocessed_at: null, skew_s: null };

describe("the health of a source", () => {
  it("has no share of errors while nothing came", () => {
    expect(errorShare(health)).toBeNull();
  });

  it("counts what was not understood among all that came", () => {
    expect(formatShare(errorShare({ ...health, last_day: { ...nothing, items: 200, quarantined: 2 } }) ?? 0)).toBe("1 %");
    expect(errorShare({ ...health, last_day: { ...nothing, items: 4, quarantined: 4 } })).toBe(1);
  });

  it("lags when something has waited for more than a minute", () => {
    const now = Date.parse("2026-11-02T10:00:00Z");
    expect(isLagging({ ...health, oldest_unprocessed_at: "2026-11-02T09:58:59Z" }, now)).toBe(true);
    expect(isLagging({ ...health, oldest_unprocessed_at: "2026-11-02T09:59:30Z" }, now)).toBe(false);
    expect(isLagging(health, now)).toBe(false);
  });

  it("has a wrong clock in either direction", () => {
    expect(isSkewed({ ...health, skew_s: 0.4 })).toBe(false);
    expect(isSkewed({ ...health, skew_s: -7200 })).toBe(true);
    expect([formatSkew(0.4), formatSkew(-7200), formatSkew(600)]).toEqual(["0.4 sec", "-2 hr", "10 min"]);
  });
});

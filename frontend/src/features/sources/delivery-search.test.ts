import { describe, expect, it } from "vitest";
import { filterOf } from "./delivery-filter";
import { readDeliverySearch } from "./delivery-search";

describe("the address of the list of deliveries", () => {
  it("keeps what it understands and drops the rest", () => {
    const read = readDeliverySearch({ kind: "dead", source: "s", since: "2026-11-02", until: "soon", search: 7, other: "x" });
    expect(read).toEqual({ kind: "dead", source: "s", since: "2026-11-02" });
    expect(readDeliverySearch({ kind: "funny" })).toEqual({});
  });

  it("means whole days: until is the end of its day", () => {
    const { since, until } = filterOf({ since: "2026-11-02", until: "2026-11-02" });
    expect(Date.parse(until ?? "") - Date.parse(since ?? "")).toBe(24 * 3_600_000);
  });

  it("asks for everything when nothing is said", () => {
    expect(filterOf({})).toEqual({});
  });
});

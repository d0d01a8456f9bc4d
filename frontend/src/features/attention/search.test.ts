import { describe, expect, it } from "vitest";
import { filterOf, isNarrow, narrowed, parseAttentionSearch, withFilter } from "./search";

const map = "01972f0e-8b7a-7c3e-9d41-5a6b7c8d9e0f";

describe("the address of what needs attention", () => {
  it("keeps what makes sense and leaves out the rest", () => {
    expect(parseAttentionSearch({ severity: "warning", rule: "MAP004", of: map, q: " sofa ", state: "dismissed" })).toEqual({
      severity: "warning",
      rule: "MAP004",
      of: map,
      q: "sofa",
      state: "dismissed",
    });
    expect(parseAttentionSearch({ severity: "fatal", topic: 3, rule: "x", kind: "step", of: "1", q: "  ", state: "open" })).toEqual({});
  });

  it("asks for open findings unless the dismissed ones are wanted", () => {
    expect(filterOf({ kind: "map", of: map })).toEqual({ subject_kind: "map", subject_id: map, state: "open" });
    expect(filterOf({ state: "dismissed" })).toEqual({ state: "dismissed" });
  });

  it("takes one choice per filter, and none that is not there", () => {
    expect(withFilter({ rule: "MAP004" }, "severity", "error")).toEqual({ rule: "MAP004", severity: "error" });
    expect(withFilter({ rule: "MAP004", severity: "error" }, "rule", undefined)).toEqual({ severity: "error" });
    expect(withFilter({}, "kind", "step")).toEqual({});
  });

  it("is narrow when anything but the state is chosen", () => {
    expect(isNarrow({ state: "dismissed" })).toBe(false);
    expect(isNarrow(narrowed({}, { q: "sofa" }))).toBe(true);
    expect(narrowed({ q: "sofa", rule: "MAP004" }, { q: undefined })).toEqual({ rule: "MAP004" });
  });
});

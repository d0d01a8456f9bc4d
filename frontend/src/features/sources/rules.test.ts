import { describe, expect, it } from "vitest";
import { isComplete, parseValue, writeValue } from "./rules";

describe("the value of a rule", () => {
  it.each([
    ["won", "won"],
    ["42", 42],
    ['"42"', "42"],
    ["true", true],
    ["null", null],
    [" padded ", "padded"],
    ["[1]", "[1]"],
    ["", ""],
  ])("%j means %j", (text, value) => {
    expect(parseValue(text)).toBe(value);
  });

  it.each(["won", "42", "true", "null", " padded ", '"quoted"', "", 42, 0.5, true, null])("%j survives being written and read", (value) => {
    expect(parseValue(writeValue(value))).toBe(value);
  });
});

describe("a rule", () => {
  it("is complete with a pointer into the event and a touchpoint", () => {
    const rule = { field: "/properties/stage", value: "won", touchpointId: "t" };
    expect(isComplete(rule)).toBe(true);
    expect(isComplete({ ...rule, field: "properties" })).toBe(false);
    expect(isComplete({ ...rule, touchpointId: "" })).toBe(false);
  });
});

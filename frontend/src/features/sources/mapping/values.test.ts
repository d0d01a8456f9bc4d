import { describe, expect, it } from "vitest";
import { parseValue, writeValue } from "./values";

describe("the value of a condition", () => {
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

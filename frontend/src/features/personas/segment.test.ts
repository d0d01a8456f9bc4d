import { expect, it } from "vitest";
import { conditionsOf, hasValue, withValue, written } from "./segment";

it("keeps conditions that name a trait, each value once", () => {
  expect(
    conditionsOf([
      { trait: " plan ", values: "premium, gold,, premium " },
      { trait: "", values: "x" },
      { trait: "home", values: "" },
    ]),
  ).toEqual([
    { trait: "plan", values: ["premium", "gold"] },
    { trait: "home", values: [] },
  ]);
});

it("writes what it reads", () => {
  const condition = { trait: "age_group", values: ["50-64", "65+"] };
  expect(conditionsOf([written(condition)])).toEqual([condition]);
});

it("puts a value in and takes it out again", () => {
  expect(withValue("flat", "house")).toBe("flat, house");
  expect(withValue("flat, house", "flat")).toBe("house");
  expect(hasValue("flat, house", "house")).toBe(true);
  expect(hasValue("flat, house", "ho")).toBe(false);
});

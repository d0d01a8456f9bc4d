// @vitest-environment node
import { describe, expect, it } from "vitest";
import { navigate, rectangle } from "./navigation";
import type { Grid, Place } from "./navigation";

const grid: Grid = {
  rows: ["stages", "steps", "one", "two", "three"],
  columns: ["a", "b", "c"],
  firstColumn: (row, column) => (row === "stages" && column === "b" ? "a" : column),
};
const press = (from: Place, key: string, control = false) => navigate(grid, from, { key, control, page: 2 });

describe("grid keys", () => {
  it.each([
    ["ArrowRight", { row: "one", column: "b" }],
    ["ArrowLeft", { row: "one", column: "" }],
    ["ArrowUp", { row: "steps", column: "a" }],
    ["ArrowDown", { row: "two", column: "a" }],
    ["Home", { row: "one", column: "" }],
    ["End", { row: "one", column: "c" }],
    ["PageDown", { row: "three", column: "a" }],
    ["PageUp", { row: "stages", column: "a" }],
  ])("%s", (key, place) => {
    expect(press({ row: "one", column: "a" }, key)).toEqual(place);
  });

  it("goes to the corners with Ctrl", () => {
    expect(press({ row: "one", column: "b" }, "Home", true)).toEqual({ row: "stages", column: "" });
    expect(press({ row: "one", column: "b" }, "End", true)).toEqual({ row: "three", column: "c" });
  });

  it("passes a stage header as one cell", () => {
    expect(press({ row: "stages", column: "a" }, "ArrowRight")).toEqual({ row: "stages", column: "c" });
    expect(press({ row: "stages", column: "c" }, "ArrowLeft")).toEqual({ row: "stages", column: "a" });
  });

  it("stops at the edges", () => {
    expect(press({ row: "three", column: "c" }, "ArrowDown")).toEqual({ row: "three", column: "c" });
    expect(press({ row: "three", column: "c" }, "ArrowRight")).toEqual({ row: "three", column: "c" });
  });

  it("leaves other keys alone", () => {
    expect(press({ row: "one", column: "a" }, "x")).toBeNull();
  });

  it("spans a rectangle whichever way it was drawn", () => {
    const places = rectangle(grid, { row: "two", column: "b" }, { row: "one", column: "a" });
    expect(places).toHaveLength(4);
  });
});

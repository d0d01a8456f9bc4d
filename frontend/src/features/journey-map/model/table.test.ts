// @vitest-environment node
import { expect, it } from "vitest";
import { fromWire } from "./document";
import { structureOf } from "./structure";
import { findRows, isAt, rowsOf, standsFor } from "./table";
import { fixtureMap } from "./testing/fixture";

const wire = fixtureMap();
const structure = structureOf(fromWire(wire));
const [first, second] = structure.steps;

it("has a row for every card, and one for each step and stage that no card stands on", () => {
  const [kept] = wire.cards;
  const lonely = { ...wire.stages[0], id: "lonely", order: "z", title: "Loyalty" };
  const sparse = structureOf(fromWire({ ...wire, stages: [...wire.stages, lonely as never], cards: kept ? [kept] : [] }));
  const rows = rowsOf(sparse);
  expect(rows.filter(({ card }) => card !== null).map(({ card }) => card?.id)).toEqual([kept?.id]);
  const blank = rows.filter(({ card }) => card === null);
  expect(blank.map(({ step }) => step?.id)).toEqual([
    ...sparse.steps.map(({ id }) => id).filter((id) => id !== kept?.step_id),
    undefined,
  ]);
  expect(blank.at(-1)?.stage.title).toBe("Loyalty");
});

it("finds a row by anything that is written in it", () => {
  const rows = rowsOf(structure);
  const found = findRows(rows, ` ${second?.title.toUpperCase() ?? ""} `);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ step, card }) => step?.id === second?.id || card?.text.includes(second?.title ?? ""))).toBe(true);
  expect(findRows(rows, "  ")).toBe(rows);
  expect(findRows(rows, "giraffe")).toEqual([]);
});

it("stands for cards by themselves, for whatever else is in a cell by its step, and for a stage by its own", () => {
  const card = structure.doc.items.card.values().next().value;
  const at = (row: string) => ({ row, column: first?.id ?? "" });
  expect(standsFor(structure, at("actions"), card?.id ?? null)).toBe(card?.id);
  expect(standsFor(structure, at("touchpoints"), "a placement")).toBe(first?.id);
  expect(standsFor(structure, at("stages"), null)).toBe(first?.stage_id);
  expect(standsFor(structure, { row: "stages", column: "" }, null)).toBeNull();
  expect(rowsOf(structure).some((row) => isAt(row, first?.stage_id ?? ""))).toBe(true);
});

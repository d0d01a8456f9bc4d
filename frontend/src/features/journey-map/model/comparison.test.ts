// @vitest-environment node
import { describe, expect, it } from "vitest";
import { comparedPoints } from "./comparison";
import { fromWire } from "./wire";
import { Layouter } from "./layout";
import { apply } from "./operations";
import { structureOf } from "./structure";
import { fixtureMap } from "./testing/fixture";
import type { Operation } from "./operations";

const doc = fromWire(fixtureMap());
const here = structureOf(doc);
const { columns } = new Layouter().layout({
  structure: here,
  columnWidth: 100,
  headerWidth: 156,
  collapsed: new Set(),
  hiddenKinds: new Set(),
  showFlow: false,
  chipLabel: () => "",
  measure: (text) => text.length * 6,
});
const [personaId = null] = here.emotions.keys();
const changed = (...operations: Operation[]) => structureOf(apply(doc, operations).doc);
const placed = (other: ReturnType<typeof changed>) => comparedPoints(other, personaId, here, columns).map(({ x, score }) => [x, score]);
const own = placed(here);

describe("the curve of another map", () => {
  it("lies on this one's where both are the same", () => {
    expect(own).toHaveLength(9);
    expect(own.map(([x]) => x)).toEqual(columns.map(({ x, width }) => x + width / 2));
  });

  it("has its own scores at steps of the same name", () => {
    const emotion = here.emotions.get(personaId)?.get("step-3");
    const better = changed({ op: "emotion.set", id: emotion?.id ?? "", set: { score: 2 } });
    expect(placed(better).filter(([, score], index) => score !== own[index]?.[1])).toEqual([[350, 2]]);
  });

  it("stands as far into a stage as in its own map where names differ", () => {
    const renamed = changed(
      { op: "step.set", id: "step-1", set: { title: "Hears of it" } },
      { op: "stage.set", id: "stage-1", set: { title: "Discovery" } },
    );
    expect(placed(renamed)[0]?.[0]).toBe(50);
  });

  it("leaves out stages that this map has not", () => {
    const short = { ...here, stages: here.stages.slice(0, 1) };
    const strange = { ...here, stages: here.stages.map((stage) => ({ ...stage, title: `New ${stage.title}` })) };
    expect(comparedPoints(strange, personaId, short, columns)).toHaveLength(2);
  });

  it("takes the curve there is when the persona has none there", () => {
    expect(comparedPoints(here, "somebody else", here, columns)).toHaveLength(9);
    expect(comparedPoints({ ...here, emotions: new Map() }, personaId, here, columns)).toEqual([]);
  });
});

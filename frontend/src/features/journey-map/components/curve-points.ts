import { extremesOf } from "../model/curve";
import type { CurvePoint, Extreme } from "../model/curve";
import type { Id } from "../model/document";
import type { Column } from "../model/boxes";
import type { Layout } from "../model/layout";
import type { Structure } from "../model/structure";
import type { Snapshot } from "../editor";

const middle = (column: Column) => column.x + column.width / 2;

function drawn(structure: Structure, layout: Layout, personaId: Id | null): CurvePoint[] {
  const emotions = structure.emotions.get(personaId);
  if (emotions === undefined) return [];
  return layout.columns.flatMap((column): CurvePoint[] => {
    const emotion = column.kind === "step" ? emotions.get(column.key) : undefined;
    return emotion === undefined ? [] : [{ stepId: column.key, x: middle(column), score: emotion.score }];
  });
}

interface Remembered {
  emotions: unknown;
  columns: unknown;
  points: readonly CurvePoint[];
}
const remembered = new WeakMap<object, Remembered>();
const NOBODY = {};
const keys = new Map<Id, object>();

/** The drawn curve of a persona; every face of it asks, so the last answer per persona is kept. */
export function drawnPoints({ structure, layout }: Snapshot, personaId: Id | null): readonly CurvePoint[] {
  const key = personaId === null ? NOBODY : (keys.get(personaId) ?? keys.set(personaId, {}).get(personaId) ?? NOBODY);
  const emotions = structure.emotions.get(personaId);
  const known = remembered.get(key);
  if (known?.emotions === emotions && known?.columns === layout.columns) return known.points;
  const points = drawn(structure, layout, personaId);
  remembered.set(key, { emotions, columns: layout.columns, points });
  return points;
}

const extremes = new WeakMap<readonly CurvePoint[], ReadonlyMap<Id, Extreme["side"]>>();

/** On which side of a step's face its label stands, where it deserves one. */
export function labelSide(points: readonly CurvePoint[], stepId: Id): Extreme["side"] | undefined {
  const known = extremes.get(points) ?? new Map(extremesOf(points).map((one) => [one.stepId, one.side]));
  extremes.set(points, known);
  return known.get(stepId);
}

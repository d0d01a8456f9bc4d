import type { Column } from "./boxes";
import type { CurvePoint } from "./curve";
import type { Id, Stage } from "./document";
import { stepsIn } from "./structure";
import type { Structure } from "./structure";

interface Extent {
  readonly from: number;
  readonly to: number;
}

const named = (title: string) => title.trim().toLocaleLowerCase();
const middleOf = ({ x, width }: Column) => x + width / 2;

function extentOf(stageId: Id, columns: readonly Column[]): Extent | undefined {
  const own = columns.filter((column) => column.stageId === stageId);
  const [first, last] = [own[0], own.at(-1)];
  return first && last && { from: first.x, to: last.x + last.width };
}

/** The stage here that stands for one of another map: of the same name, else the one in the same place. */
function counterpart(stage: Stage, place: number, here: Structure): Stage | undefined {
  const found = here.stages.find(({ title }) => named(title) === named(stage.title));
  return found ?? here.stages[place];
}

/**
 * The emotion curve of another map over the columns of this one, for the same persona where that map draws it.
 * A step stands where a step of the same name in the same stage does, else as far into the stage as it is there.
 */
export function comparedPoints(other: Structure, personaId: Id | null, here: Structure, columns: readonly Column[]): CurvePoint[] {
  const emotions = other.emotions.get(personaId) ?? other.emotions.get(null) ?? [...other.emotions.values()][0];
  if (emotions === undefined) return [];
  const points = new Map<number, CurvePoint>();
  for (const [place, stage] of other.stages.entries()) {
    const target = counterpart(stage, place, here);
    const extent = target && extentOf(target.id, columns);
    if (target === undefined || extent === undefined) continue;
    const steps = stepsIn(other, stage.id);
    for (const [index, step] of steps.entries()) {
      const emotion = emotions.get(step.id);
      if (emotion === undefined) continue;
      const same = stepsIn(here, target.id).find(({ title }) => named(title) === named(step.title));
      const column = same && columns.find(({ key }) => key === same.id);
      const x = column ? middleOf(column) : extent.from + ((extent.to - extent.from) * (index + 0.5)) / steps.length;
      points.set(x, { stepId: step.id, x, score: emotion.score });
    }
  }
  return [...points.values()].sort((a, b) => a.x - b.x);
}

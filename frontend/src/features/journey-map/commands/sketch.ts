import { m } from "@/i18n/generated/messages";
import { newLane, newStage, newStep } from "../model/create";
import { keysAt } from "../model/order";
import { renamePart } from "./structure";
import type { Editor } from "../editor";
import type { Color, LaneKind } from "../model/document";
import type { Operation } from "../model/operations";

const LANES: readonly (readonly [LaneKind, () => string])[] = [
  ["actions", m.common_lane_actions],
  ["thoughts", m.common_lane_thoughts],
  ["emotions", m.common_lane_emotions],
  ["touchpoints", m.common_lane_touchpoints],
  ["pain_points", m.common_lane_pain_points],
  ["opportunities", m.common_lane_opportunities],
];
const STAGES: readonly (readonly [Color, () => string])[] = [
  ["blue", m.map_sketch_awareness],
  ["fuchsia", m.map_sketch_consideration],
  ["green", m.map_sketch_purchase],
];

/** Three stages with a step each, and, where there are none, the lanes most maps begin with. */
export function sketchMap(editor: Editor): void {
  const { structure } = editor;
  const stageKeys = keysAt(structure.stages, structure.stages.length, STAGES.length);
  const stages = STAGES.map(([color, title], index) => newStage(stageKeys[index] ?? "", title(), color));
  const laneKeys = keysAt([], 0, LANES.length);
  const lanes = LANES.map(([kind, title], index) => newLane(kind, laneKeys[index] ?? "", title()));
  const operations: Operation[] = [
    ...stages.flatMap((stage): Operation[] => [
      { op: "stage.add", item: stage },
      { op: "step.add", item: newStep(stage.id, "a0", m.map_new_step()) },
    ]),
    ...(structure.lanes.length === 0 ? lanes.map((item): Operation => ({ op: "lane.add", item })) : []),
  ];
  editor.edit(operations);
  const [first] = stages;
  if (first !== undefined) renamePart(editor, "stage", first.id);
}

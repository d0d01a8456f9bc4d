import { toast } from "@/ui/toast/store";
import { m } from "@/i18n/generated/messages";
import {
  addLane,
  addStage,
  addStep,
  duplicateLane,
  duplicateStage,
  duplicateStep,
  moveLane,
  moveStage,
  nudgeStep,
  removeStep,
} from "../model/structure-edits";
import { stepsIn } from "../model/structure";
import { canEdit } from "./command";
import { startEditing } from "./editing";
import { openLanePicker } from "./open";
import type { Editor } from "../editor";
import type { Color, Id, LaneKind } from "../model/document";
import type { MapCommand } from "./command";
import type { Operation } from "../model/operations";

export type Part = "stage" | "step" | "lane";

/** Puts the focus on a header and opens its title. */
function rename(editor: Editor, part: Part, id: Id, column: Id): void {
  if (part === "lane") editor.focus(id, "");
  else editor.focus(part === "stage" ? "stages" : "steps", column);
  startEditing(editor, part, id);
}

export function renamePart(editor: Editor, part: Part, id: Id): void {
  const first = part === "stage" ? stepsIn(editor.structure, id)[0]?.id : id;
  rename(editor, part, id, first ?? id);
}

export function insertStageAt(editor: Editor, index: number): void {
  const added = addStage(editor.structure, index, { stage: m.map_new_stage(), step: m.map_new_step() });
  editor.edit(added.operations);
  rename(editor, "stage", added.id, added.stepId);
}

export function insertStepAt(editor: Editor, stageId: Id, index: number): void {
  const added = addStep(editor.structure, stageId, index, m.map_new_step());
  editor.edit(added.operations);
  rename(editor, "step", added.id, added.id);
}

function insertStepAfter(editor: Editor, id: Id): void {
  const step = editor.structure.doc.items.step.get(id);
  if (step === undefined) return;
  insertStepAt(editor, step.stage_id, stepsIn(editor.structure, step.stage_id).indexOf(step) + 1);
}

/** Inserts a sibling behind a part; a lane after the question of its kind. */
export function insertAfter(editor: Editor, part: Part, id: Id): void {
  if (part === "lane") openLanePicker(editor, editor.structure.lanes.findIndex((lane) => lane.id === id) + 1);
  else if (part === "stage") insertStageAt(editor, editor.structure.stages.findIndex((stage) => stage.id === id) + 1);
  else insertStepAfter(editor, id);
}

export function insertLane(editor: Editor, kind: LaneKind, title: string, index: number): void {
  const added = addLane(editor.structure, index, kind, title);
  editor.edit(added.operations);
  const { layers } = editor.ui.getState();
  if (layers.hiddenKinds.has(kind)) {
    const hiddenKinds = new Set([...layers.hiddenKinds].filter((one) => one !== kind));
    editor.ui.setState({ layers: { ...layers, hiddenKinds } });
  }
  editor.focus(added.id, "");
  editor.announce(m.map_said_lane_added({ title }));
}

export function duplicatePart(editor: Editor, part: Part, id: Id): void {
  const { items } = editor.structure.doc;
  const copyOf = (title: string | undefined) => m.map_copy_of({ title: title ?? "" });
  const added =
    part === "step"
      ? duplicateStep(editor.structure, id)
      : part === "stage"
        ? duplicateStage(editor.structure, id, copyOf(items.stage.get(id)?.title))
        : duplicateLane(editor.structure, id, copyOf(items.lane.get(id)?.title));
  if (added === null) return;
  editor.edit(added.operations);
  renamePart(editor, part, added.id);
}

/** Moves a part one place; steps cross into the next stage. */
export function movePart(editor: Editor, part: Part, id: Id, by: -1 | 1, gesture: string | null = null): boolean {
  const operations = moveOperations(editor, part, id, by);
  editor.edit(operations, gesture);
  return operations.length > 0;
}

function moveOperations({ structure }: Editor, part: Part, id: Id, by: -1 | 1): Operation[] {
  if (part === "step") return nudgeStep(structure, id, by);
  const list = part === "stage" ? structure.stages : structure.lanes;
  const index = list.findIndex((one) => one.id === id) + by;
  if (index < 0 || index >= list.length) return [];
  return part === "stage" ? moveStage(structure, id, index) : moveLane(structure, id, index);
}

/** Deletes a part with everything in it; a toast brings it back. A map keeps its last stage. */
export function deletePart(editor: Editor, part: Part, id: Id): void {
  if (!canDelete(editor, part, id)) return;
  const title = editor.structure.doc.items[part].get(id)?.title ?? "";
  const operations: Operation[] =
    part === "step"
      ? removeStep(editor.structure, id)
      : [part === "stage" ? { op: "stage.remove", id } : { op: "lane.remove", id }];
  editor.edit(operations);
  const column = editor.layout.columns[0]?.key ?? "";
  editor.focus(part === "lane" ? "steps" : part === "stage" ? "stages" : "steps", column);
  toast({ message: m.map_said_deleted({ title }), action: { label: m.map_undo(), run: () => editor.undo() } });
}

export function canDelete({ structure, canEdit: may }: Editor, part: Part, id: Id): boolean {
  if (!may) return false;
  if (part === "lane") return true;
  if (part === "stage") return structure.stages.length > 1;
  const stage = structure.doc.items.step.get(id)?.stage_id ?? "";
  return structure.stages.length > 1 || stepsIn(structure, stage).length > 1;
}

export function colorStage(editor: Editor, id: Id, color: Color): void {
  editor.edit([{ op: "stage.set", id, set: { color } }]);
}

/** The stage, step or lane whose header has the focus. */
export function activePart(editor: Editor): { part: Part; id: Id } | null {
  const { row, column } = editor.ui.getState().active;
  const { items } = editor.structure.doc;
  if (column === "") return items.lane.has(row) ? { part: "lane", id: row } : null;
  const at = editor.layout.columns.find((one) => one.key === column);
  if (at === undefined) return null;
  if (row === "stages") return { part: "stage", id: at.stageId };
  return row === "steps" && at.kind === "step" ? { part: "step", id: at.key } : null;
}

const onPart = (editor: Editor) => editor.canEdit && activePart(editor) !== null;

function withPart(act: (editor: Editor, part: Part, id: Id) => void): MapCommand["run"] {
  return (editor) => {
    const at = activePart(editor);
    if (at !== null) act(editor, at.part, at.id);
  };
}

function activeStep(editor: Editor): Id | undefined {
  const { column } = editor.ui.getState().active;
  const at = editor.layout.columns.find((one) => one.key === column) ?? editor.layout.columns.at(-1);
  return at?.stepIds.at(-1);
}

export const structureCommands: readonly MapCommand[] = [
  {
    id: "map.step.add",
    group: "structure",
    label: m.map_insert_step,
    when: canEdit,
    run: (editor) => {
      const id = activeStep(editor);
      if (id !== undefined) insertStepAfter(editor, id);
    },
  },
  {
    id: "map.stage.add",
    group: "structure",
    label: m.map_insert_stage,
    when: canEdit,
    run: (editor) => {
      const step = editor.structure.doc.items.step.get(activeStep(editor) ?? "");
      const index = editor.structure.stages.findIndex((stage) => stage.id === step?.stage_id) + 1;
      insertStageAt(editor, step === undefined ? editor.structure.stages.length : index);
    },
  },
  {
    id: "map.lane.add",
    group: "structure",
    label: m.map_insert_lane,
    when: canEdit,
    run: (editor) => {
      const { row } = editor.ui.getState().active;
      const index = editor.structure.lanes.findIndex((lane) => lane.id === row);
      openLanePicker(editor, index === -1 ? editor.structure.lanes.length : index + 1);
    },
  },
  {
    id: "map.part.rename",
    group: "structure",
    label: m.map_cmd_rename,
    shortcut: "F2",
    when: onPart,
    run: withPart(renamePart),
  },
  {
    id: "map.part.duplicate",
    group: "structure",
    label: m.map_cmd_duplicate_part,
    when: onPart,
    run: withPart(duplicatePart),
  },
  {
    id: "map.part.delete",
    group: "structure",
    label: m.map_cmd_delete_part,
    danger: true,
    when: (editor) => {
      const at = activePart(editor);
      return at !== null && canDelete(editor, at.part, at.id);
    },
    run: withPart(deletePart),
  },
];

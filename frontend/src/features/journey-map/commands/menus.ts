import type { MenuAction, MenuEntry } from "@/ui/menu-entries";
import { m } from "@/i18n/generated/messages";
import { stepsIn } from "../model/structure";
import { commandById } from "./all";
import { startEditing } from "./editing";
import { removeEmotion } from "./emotions";
import {
  canDelete,
  deletePart,
  duplicatePart,
  insertAfter,
  insertStepAt,
  movePart,
  renamePart,
} from "./structure";
import { openTouchpointPicker } from "./open";
import { removePlacement, setPlacement } from "./touchpoints";
import { toggleCollapsed } from "./view";
import type { Editor } from "../editor";
import type { Id } from "../model/document";
import type { OpenMenu } from "../store";
import type { Part } from "./structure";

function fromCommand(editor: Editor, id: string): MenuAction[] {
  const command = commandById(id);
  if (!command.when(editor)) return [];
  return [
    {
      id,
      label: command.label(),
      ...(command.shortcut !== undefined && { shortcut: command.shortcut }),
      ...(command.danger === true && { danger: true }),
      onAction: () => command.run(editor),
    },
  ];
}

function cardEntries(editor: Editor): MenuEntry[] {
  const of = (...ids: string[]) => ids.flatMap((id) => fromCommand(editor, `map.card.${id}`));
  return [
    { id: "edit", items: of("edit", "details", "link") },
    { id: "arrange", items: of("move", "duplicate", "widen", "narrow") },
    { id: "delete", items: of("delete") },
  ];
}

const INSERT: Record<Part, () => string> = {
  stage: m.map_insert_stage,
  step: m.map_insert_step,
  lane: m.map_insert_lane,
};

function moves(editor: Editor, part: Part, id: Id): MenuAction[] {
  const list =
    part === "step" ? editor.structure.steps : part === "stage" ? editor.structure.stages : editor.structure.lanes;
  const index = list.findIndex((one) => one.id === id);
  const back = part === "lane" ? m.map_cmd_move_up() : m.map_cmd_move_left();
  const on = part === "lane" ? m.map_cmd_move_down() : m.map_cmd_move_right();
  return [
    { id: "back", label: back, disabled: index <= 0, onAction: () => movePart(editor, part, id, -1) },
    { id: "on", label: on, disabled: index === list.length - 1, onAction: () => movePart(editor, part, id, 1) },
  ];
}

function partEntries(editor: Editor, part: Part, id: Id): MenuEntry[] {
  const details =
    part === "lane"
      ? []
      : [
          {
            id: "details",
            label: m.map_cmd_details(),
            onAction: () => editor.ui.setState({ panel: { kind: part, id } }),
          },
        ];
  const addStep =
    part === "stage"
      ? [
          {
            id: "add-step",
            label: m.map_cmd_add_step_here(),
            onAction: () => insertStepAt(editor, id, stepsIn(editor.structure, id).length),
          },
        ]
      : [];
  const folded = editor.ui.getState().collapsed.has(id);
  const fold =
    part === "step"
      ? []
      : [
          {
            id: "fold",
            label: folded ? m.map_cmd_expand() : m.map_cmd_collapse(),
            onAction: () => toggleCollapsed(editor, id),
          },
        ];
  return [
    {
      id: "edit",
      items: [
        { id: "rename", label: m.map_cmd_rename(), shortcut: "F2", onAction: () => renamePart(editor, part, id) },
        ...details,
      ],
    },
    {
      id: "insert",
      items: [
        { id: "insert", label: INSERT[part](), onAction: () => insertAfter(editor, part, id) },
        ...addStep,
        { id: "duplicate", label: m.map_cmd_duplicate_part(), onAction: () => duplicatePart(editor, part, id) },
      ],
    },
    { id: "arrange", items: [...moves(editor, part, id), ...fold] },
    {
      id: "delete",
      items: [
        {
          id: "delete",
          label: m.map_cmd_delete_part(),
          danger: true,
          disabled: !canDelete(editor, part, id),
          onAction: () => deletePart(editor, part, id),
        },
      ],
    },
  ];
}

function placementEntries(editor: Editor, id: Id): MenuEntry[] {
  const placement = editor.structure.doc.items.placement.get(id);
  if (placement === undefined) return [];
  const truth = placement.moment_of_truth;
  return [
    {
      id: "details",
      label: m.map_cmd_details(),
      onAction: () => editor.ui.setState({ panel: { kind: "placement", id } }),
    },
    {
      id: "truth",
      label: truth ? m.map_cmd_unmark_truth() : m.map_cmd_mark_truth(),
      onAction: () => setPlacement(editor, id, { moment_of_truth: !truth }),
    },
    { id: "add", label: m.map_add_touchpoint(), onAction: () => openTouchpointPicker(editor, placement.step_id) },
    {
      id: "delete",
      label: m.map_cmd_remove_touchpoint(),
      danger: true,
      onAction: () => removePlacement(editor, placement),
    },
  ];
}

function emotionEntries(editor: Editor, id: Id): MenuEntry[] {
  return [
    { id: "label", label: m.map_cmd_name_emotion(), onAction: () => startEditing(editor, "emotion", id) },
    { id: "delete", label: m.map_cmd_remove_emotion(), danger: true, onAction: () => removeEmotion(editor, id) },
  ];
}

/** What can be done with the thing a menu was opened on. */
export function menuEntries(editor: Editor, { target, id }: OpenMenu): MenuEntry[] {
  switch (target) {
    case "card":
      return cardEntries(editor);
    case "placement":
      return placementEntries(editor, id);
    case "emotion":
      return emotionEntries(editor, id);
    case "cell":
      return [
        ...fromCommand(editor, "map.card.add"),
        ...fromCommand(editor, "map.step.add"),
        ...fromCommand(editor, "map.lane.add"),
      ];
    default:
      return partEntries(editor, target, id);
  }
}

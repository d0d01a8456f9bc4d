import { m } from "@/i18n/generated/messages";
import { addCardTo } from "../../commands/cards";
import { addEmotion } from "../../commands/emotions";
import { goToFinding } from "../../commands/findings";
import { openLanePicker, openTouchpointPicker } from "../../commands/open";
import { renamePart } from "../../commands/structure";
import { missingIn } from "../../model/findings/places";
import { stepsIn } from "../../model/structure";
import type { Finding } from "@/api/findings";
import type { Editor } from "../../editor";
import type { Id, LaneKind } from "../../model/document";
import type { Panel } from "../../store";

export interface Way {
  readonly label: string;
  readonly run: () => void;
}

/** Opens a panel from which one comes back to the findings, at one of its fields. */
function open(editor: Editor, panel: Exclude<Panel, { kind: "findings" }>, field: string | null): void {
  editor.ui.setState({ panel: { ...panel, from: "findings", ...(field !== null && { field }) } });
}

/** Starts a card of one kind at a step; without such a lane, with the question which lane to add. */
function write(editor: Editor, kinds: readonly LaneKind[], stepId: Id): void {
  const lane = editor.structure.lanes.find((one) => kinds.includes(one.kind));
  if (lane === undefined) openLanePicker(editor, editor.structure.lanes.length);
  else if (lane.kind === "emotions") addEmotion(editor, stepId);
  else addCardTo(editor, lane.id, stepId);
}

const MAP_FIELD_LABELS: Readonly<Record<string, () => string>> = {
  goal: m.findings_do_goal,
  goal_start: m.findings_do_goal,
  goal_end: m.findings_do_goal,
  persona_ids: m.findings_do_personas,
  constraints: m.findings_do_constraints,
  scenario: m.findings_do_scenario,
};

/** The place where a finding about the map itself is mended, ready to write. Null when there is none. */
export function wayOn(editor: Editor, finding: Finding): Way | null {
  const { place, rule_id } = finding;
  const { structure } = editor;
  const at = (run: () => void): (() => void) => () => {
    goToFinding(editor, finding, true);
    run();
  };
  switch (place.kind) {
    case "card":
      return {
        label: place.field === "evidence" ? m.findings_do_evidence() : m.findings_do_card(),
        run: at(() => open(editor, { kind: "card", id: place.id }, place.field)),
      };
    case "placement":
      return { label: m.findings_do_placement(), run: at(() => open(editor, { kind: "placement", id: place.id }, place.field)) };
    case "stage":
      return stageWay(editor, finding, at);
    case "step": {
      const kinds = rule_id === "LAN002" ? (["pain_points"] as const) : missingIn(finding);
      if (kinds.length > 0)
        return { label: kinds[0] === "emotions" ? m.findings_do_emotion() : m.findings_do_add_card(), run: at(() => write(editor, kinds, place.id)) };
      if (place.field === "title") return { label: m.findings_do_name(), run: at(() => renamePart(editor, "step", place.id)) };
      if (rule_id === "EVD001")
        return { label: m.findings_do_pain(), run: at(() => write(editor, ["pain_points"], place.id)) };
      return { label: m.findings_do_step(), run: at(() => open(editor, { kind: "step", id: place.id }, place.field)) };
    }
    case "map": {
      if (rule_id === "MAP007") {
        const first = structure.steps[0]?.id;
        return first === undefined ? null : { label: m.findings_do_metric(), run: () => write(editor, ["metrics"], first) };
      }
      const label = MAP_FIELD_LABELS[place.field ?? ""];
      return label === undefined ? null : { label: label(), run: () => open(editor, { kind: "map" }, place.field) };
    }
    default:
      return null;
  }
}

function stageWay(editor: Editor, { place, rule_id }: Finding, at: (run: () => void) => () => void): Way | null {
  const steps = stepsIn(editor.structure, place.id);
  const last = steps.at(-1)?.id;
  if (rule_id === "STG002" && last !== undefined)
    return { label: m.findings_do_add_touchpoint(), run: at(() => openTouchpointPicker(editor, last)) };
  if (place.field === "title") return { label: m.findings_do_name(), run: at(() => renamePart(editor, "stage", place.id)) };
  if (place.field === "customer_goal" || place.field === "trigger") {
    const label = place.field === "trigger" ? m.findings_do_trigger() : m.findings_do_customer_goal();
    return { label, run: at(() => open(editor, { kind: "stage", id: place.id }, place.field)) };
  }
  return null;
}

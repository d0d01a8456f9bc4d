import { toast } from "@/ui/toast/store";
import { m } from "@/i18n/generated/messages";
import { addPlacement } from "../model/structure-edits";
import type { Editor } from "../editor";
import type { Id, Placement } from "../model/document";

export function placeTouchpoint(editor: Editor, stepId: Id, touchpointId: Id): void {
  const added = addPlacement(editor.structure, stepId, touchpointId);
  editor.edit(added.operations);
  const lane = editor.structure.lanes.find((one) => one.kind === "touchpoints");
  if (lane !== undefined) editor.focus(lane.id, stepId, added.id);
}

export function setPlacement(editor: Editor, id: Id, set: Partial<Omit<Placement, "id" | "revision">>): void {
  editor.edit([{ op: "placement.set", id, set }]);
}

export function removePlacement(editor: Editor, placement: Placement): void {
  const name = editor.snapshot.catalogue.touchpoints.get(placement.touchpoint_id)?.name ?? "";
  const lane = editor.structure.lanes.find((one) => one.kind === "touchpoints");
  editor.edit([{ op: "placement.remove", id: placement.id }]);
  if (lane !== undefined) editor.focus(lane.id, placement.step_id);
  toast({ message: m.map_said_deleted({ title: name }), action: { label: m.map_undo(), run: () => editor.undo() } });
}

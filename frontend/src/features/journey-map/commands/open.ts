import type { Editor } from "../editor";
import type { Id } from "../model/document";
import type { OpenMenu } from "../store";

/** Opens the menu of something, hanging on an element. */
export function openMenu(editor: Editor, target: OpenMenu["target"], id: Id, anchor: Element): void {
  editor.ui.setState({ menu: { target, id, anchor } });
}

/** Adding a lane starts with the question what kind it is of. */
export function openLanePicker(editor: Editor, index: number): void {
  editor.ui.setState({ dialog: { kind: "lane", index } });
}

/** Adding a touchpoint starts with choosing one of the catalogue, or naming a new one. */
export function openTouchpointPicker(editor: Editor, stepId: Id, typed = ""): void {
  if (editor.canEdit) editor.ui.setState({ dialog: { kind: "touchpoint", stepId, typed } });
}

/** Opens what is known about the map as a whole, or closes it. */
export function toggleMapPanel(editor: Editor): void {
  editor.ui.setState((state) => ({ panel: state.panel?.kind === "map" ? null : { kind: "map" } }));
}

import { addTo } from "./cells";
import { showFindingsOf } from "./findings";
import { openMenu } from "./open";
import { insertAfter } from "./structure";
import { toggleCollapsed } from "./view";
import type { Editor } from "../editor";
import type { Id } from "../model/document";
import type { Place } from "../model/navigation";
import type { OpenMenu } from "../store";
import type { Part } from "./structure";

interface Owner {
  readonly kind: OpenMenu["target"];
  readonly id: Id;
}

/** What the small buttons in the grid do (`data-act`), for the thing they belong to and the cell they are in. */
export function act(editor: Editor, button: HTMLElement, owner: Owner | null, cell: Place | null): void {
  if (button.dataset.act === "add" && cell !== null) addTo(editor, cell);
  if (button.dataset.act === "findings") showFindingsOf(editor, button.dataset.of ?? "");
  if (owner === null) return;
  if (button.dataset.act === "menu") openMenu(editor, owner.kind, owner.id, button);
  if (button.dataset.act === "fold") toggleCollapsed(editor, owner.id);
  if (button.dataset.act === "insert") insertAfter(editor, owner.kind as Part, owner.id);
}

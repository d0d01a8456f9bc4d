import { m } from "@/i18n/generated/messages";
import type { Editor } from "../editor";
import type { Choice, Conflict } from "../model/conflicts";

/** Name of what the conflict is about, as it was called before. */
export function conflictTitle(editor: Editor, { item_kind, item_id }: Conflict): string {
  const doc = editor.snapshot.sync.conflict?.before ?? editor.structure.doc;
  if (item_kind === "map" || item_id === null) return doc.map.title;
  const item = doc.items[item_kind].get(item_id);
  if (item === undefined) return m.map_conflict_item();
  if ("title" in item) return item.title;
  if ("text" in item) return item.text;
  return m.map_conflict_item();
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "") return m.map_conflict_empty();
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(", ");
  return JSON.stringify(value);
}

/** What one of the two has done, in words. */
export function conflictText({ kind, field, yours, theirs }: Conflict, side: Choice): string {
  if (kind === "removed") return side === "yours" ? m.map_conflict_kept_edit() : m.map_conflict_removed();
  if (kind === "edited" && field === null)
    return side === "yours" ? m.map_conflict_removed() : m.map_conflict_kept_edit();
  if (field?.endsWith("_id") === true || field === "order") return m.map_conflict_moved();
  return valueText(side === "yours" ? yours : theirs);
}

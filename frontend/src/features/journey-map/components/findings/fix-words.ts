import { m } from "@/i18n/generated/messages";
import { getLocale } from "@/i18n/generated/runtime";
import { verbOf } from "../../model/operations";
import { formatDate, formatScore } from "../format";
import { statusLabel } from "../labels";
import type { Editor } from "../../editor";
import type { AnyItem, CardStatus, Id, ItemKind } from "../../model/document";
import type { Operation } from "../../model/operations";

/** One thing that a fix does. Before is null for what is new, after for what goes. */
export interface Difference {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What operations would do to the map as it is, in words. */
export function fixWords(editor: Editor, operations: readonly Operation[]): Difference[] {
  const added = new Map(
    operations.flatMap((operation) => ("item" in operation ? [[operation.item.id, operation.item as AnyItem] as const] : [])),
  );
  return operations.flatMap((operation) => differencesOf(editor, operation, added));
}

type Added = ReadonlyMap<Id, AnyItem>;

function differencesOf(editor: Editor, operation: Operation, added: Added): Difference[] {
  const { doc } = editor.structure;
  if (operation.op === "map.set")
    return fieldsOf(editor, operation.set, doc.map as unknown as Fields, (field) => m.findings_fix_map({ field }));
  const { kind } = verbOf(operation);
  if ("item" in operation) return [{ what: addedWords(editor, kind, operation.item as AnyItem, added), before: null, after: textOf(operation.item as AnyItem) }];
  const item = doc.items[kind].get(operation.id);
  if (item === undefined) return [];
  const name = nameOf(editor, kind, item);
  if (operation.op === "emotion.set" && "score" in operation.set && "persona_id" in item) {
    const persona = editor.snapshot.catalogue.personas.get(item.persona_id ?? "")?.name ?? m.map_persona_everyone();
    return fieldsOf(editor, operation.set, item as unknown as Fields, () => m.findings_fix_mood({ persona, step: name }));
  }
  if (!("set" in operation)) return [{ what: removedWords(editor, kind, item), before: name, after: null }];
  return fieldsOf(editor, operation.set, item as unknown as Fields, (field) => m.findings_fix_field({ field, name }));
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(editor: Editor, set: Fields, item: Fields, what: (field: string) => string): Difference[] {
  return Object.entries(set)
    .filter(([field]) => field !== "order")
    .map(([field, value]) => ({
      what: what(FIELD_LABELS[field]?.() ?? field),
      before: valueOf(editor, field, item[field]),
      after: valueOf(editor, field, value),
    }));
}

const FIELD_LABELS: Readonly<Record<string, () => string>> = {
  title: m.map_field_name,
  owner_id: m.map_field_owner,
  reviewed_on: m.map_field_reviewed,
  persona_ids: m.map_personas,
  status: m.map_field_status,
  text: m.map_field_text,
};

function valueOf(editor: Editor, field: string, value: unknown): string {
  const { personas, members } = editor.snapshot.catalogue;
  if (Array.isArray(value) && value.length > 0) {
    const names = value.map((id) => personas.get(id as Id)?.name ?? m.findings_fix_somebody());
    return new Intl.ListFormat(getLocale()).format(names);
  }
  if (typeof value === "number") return field === "score" ? formatScore(value) : String(value);
  if (typeof value !== "string" || value === "") return m.findings_fix_nothing();
  if (field === "owner_id") return members.get(value)?.name ?? m.findings_fix_somebody();
  if (field === "reviewed_on") return formatDate(value);
  return field === "status" ? statusLabel(value as CardStatus) : value;
}

function textOf(item: AnyItem): string | null {
  if ("text" in item) return item.text;
  return "title" in item ? item.title : null;
}

function nameOf(editor: Editor, kind: ItemKind, item: AnyItem): string {
  const { items } = editor.structure.doc;
  if (kind === "placement" && "touchpoint_id" in item)
    return editor.snapshot.catalogue.touchpoints.get(item.touchpoint_id)?.name ?? m.map_touchpoint_unknown();
  if (kind === "emotion" && "step_id" in item) return items.step.get(item.step_id)?.title ?? "";
  const text = textOf(item) ?? "";
  return text === "" ? m.findings_fix_unnamed() : text;
}

function addedWords(editor: Editor, kind: ItemKind, item: AnyItem, added: Added): string {
  const { items } = editor.structure.doc;
  if (kind === "card" && "lane_id" in item) {
    const lane = items.lane.get(item.lane_id) ?? added.get(item.lane_id);
    const step = items.step.get(item.step_id);
    return m.findings_fix_new_card({ lane: lane !== undefined && "title" in lane ? lane.title : "", step: step?.title ?? "" });
  }
  if (kind === "lane") return m.findings_fix_new_lane();
  if (kind === "step" && "stage_id" in item)
    return m.findings_fix_new_step({ stage: items.stage.get(item.stage_id)?.title ?? "" });
  return m.findings_fix_new();
}

function removedWords(editor: Editor, kind: ItemKind, item: AnyItem): string {
  const { items } = editor.structure.doc;
  if (kind === "card" && "lane_id" in item)
    return m.findings_fix_no_card({ lane: items.lane.get(item.lane_id)?.title ?? "", step: items.step.get(item.step_id)?.title ?? "" });
  if (kind === "placement" && "step_id" in item)
    return m.findings_fix_no_touchpoint({ step: items.step.get(item.step_id)?.title ?? "" });
  return kind === "step" ? m.findings_fix_no_step() : m.findings_fix_no_more();
}

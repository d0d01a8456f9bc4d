import type { Import } from "@/api/imports";
import { m } from "@/i18n/generated/messages";
import type { Tone } from "@/ui/Badge";
import type { FieldName } from "./draft";

export const states: Record<Import["state"], { label: () => string; tone: Tone }> = {
  uploading: { label: m.imports_state_uploading, tone: "neutral" },
  ready: { label: m.imports_state_ready, tone: "warning" },
  received: { label: m.imports_state_running, tone: "accent" },
  leased: { label: m.imports_state_running, tone: "accent" },
  retry: { label: m.imports_state_retry, tone: "warning" },
  stopped: { label: m.imports_state_stopped, tone: "warning" },
  done: { label: m.imports_state_done, tone: "positive" },
  dead: { label: m.imports_state_dead, tone: "negative" },
  discarded: { label: m.imports_state_discarded, tone: "neutral" },
};

export const fieldLabels: Record<FieldName, { label: () => string; hint?: () => string }> = {
  customer: { label: m.imports_field_customer, hint: m.imports_field_customer_hint },
  time: { label: m.imports_field_time },
  touchpoint: { label: m.imports_field_touchpoint, hint: m.imports_field_touchpoint_hint },
  score: { label: m.imports_field_score },
  scale: { label: m.imports_field_scale },
  amount: { label: m.imports_field_amount },
  currency: { label: m.imports_field_currency },
  channel: { label: m.imports_field_channel },
  id: { label: m.imports_field_id, hint: m.imports_field_id_hint },
};

export const scales: { value: string; label: () => string }[] = [
  { value: "csat5", label: m.imports_scale_csat5 },
  { value: "stars5", label: m.imports_scale_stars5 },
  { value: "nps", label: m.imports_scale_nps },
  { value: "ces7", label: m.imports_scale_ces7 },
  { value: "thumbs", label: m.imports_scale_thumbs },
];

/** “line 4”, “row 4” or “event 4”, as the file counts them. */
export function placeText(unit: Import["unit"], number: number): string {
  if (unit === "event") return m.imports_event_number({ number });
  return unit === "row" ? m.imports_row_number({ number }) : m.imports_line_number({ number });
}

import type { Delivery, JudgedItem, DeliveryKind } from "@/api/deliveries";
import type { Source } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import type { Tone } from "@/ui/Badge";

type Face = { label: () => string; tone: Tone };

export const sourceStates: Record<Source["state"], Face> = {
  active: { label: m.sources_state_active, tone: "positive" },
  paused: { label: m.sources_state_paused, tone: "warning" },
  retired: { label: m.sources_state_retired, tone: "neutral" },
};

export const deliveryStates: Record<Delivery["state"], Face> = {
  received: { label: m.sources_delivery_received, tone: "neutral" },
  leased: { label: m.sources_delivery_leased, tone: "accent" },
  retry: { label: m.sources_delivery_retry, tone: "warning" },
  done: { label: m.sources_delivery_done, tone: "positive" },
  dead: { label: m.sources_delivery_dead, tone: "negative" },
};

export const outcomes: Record<JudgedItem["outcome"], Face> = {
  waiting: { label: m.sources_outcome_waiting, tone: "neutral" },
  accepted: { label: m.sources_outcome_accepted, tone: "positive" },
  duplicate: { label: m.sources_outcome_duplicate, tone: "neutral" },
  identified: { label: m.sources_outcome_identified, tone: "accent" },
  ignored: { label: m.sources_outcome_ignored, tone: "neutral" },
  conflict: { label: m.sources_outcome_conflict, tone: "warning" },
  quarantined: { label: m.sources_outcome_quarantined, tone: "negative" },
  erased: { label: m.sources_outcome_erased, tone: "neutral" },
};

export const deliveryKinds: Record<DeliveryKind, () => string> = {
  all: m.sources_kind_all,
  waiting: m.sources_kind_waiting,
  quarantined: m.sources_kind_quarantined,
  dead: m.sources_kind_dead,
};

const reasons: Record<string, () => string> = {
  unknown_touchpoint: m.sources_reason_unknown_touchpoint,
  no_touchpoint: m.sources_reason_no_touchpoint,
  no_customer: m.sources_reason_no_customer,
  no_time: m.sources_reason_no_time,
  bad_time: m.sources_reason_bad_time,
  bad_score: m.sources_reason_bad_score,
  bad_value: m.sources_reason_bad_value,
  no_event: m.sources_reason_no_event,
  unknown_type: m.sources_reason_unknown_type,
  item_too_large: m.sources_reason_item_too_large,
};

/** Why items were not understood, by the code of the reason. */
export const reasonText = (code: string): string => (reasons[code] ?? m.sources_reason_other)();

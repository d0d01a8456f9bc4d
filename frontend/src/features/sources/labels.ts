import type { Delivery, DeliveryItem, Source } from "@/api/sources";
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

export const outcomes: Record<DeliveryItem["outcome"], Face> = {
  waiting: { label: m.sources_outcome_waiting, tone: "neutral" },
  accepted: { label: m.sources_outcome_accepted, tone: "positive" },
  duplicate: { label: m.sources_outcome_duplicate, tone: "neutral" },
  conflict: { label: m.sources_outcome_conflict, tone: "warning" },
  quarantined: { label: m.sources_outcome_quarantined, tone: "negative" },
};

import type { MapState } from "@/api/maps";
import { m } from "@/i18n/generated/messages";

export const stateLabels: Record<MapState, () => string> = {
  current: m.common_state_current,
  future: m.common_state_future,
  ideal: m.common_state_ideal,
};

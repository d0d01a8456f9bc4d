import { m } from "@/i18n/generated/messages";
import type { CardStatus, MapState } from "../model/document";

const STATUSES: Record<CardStatus, () => string> = {
  idea: m.map_status_idea,
  planned: m.map_status_planned,
  in_progress: m.map_status_in_progress,
  done: m.map_status_done,
  dropped: m.map_status_dropped,
};
const STATES: Record<MapState, () => string> = {
  current: m.common_state_current,
  future: m.common_state_future,
  ideal: m.common_state_ideal,
};

export const statusLabel = (status: CardStatus): string => STATUSES[status]();
export const stateLabel = (state: MapState): string => STATES[state]();

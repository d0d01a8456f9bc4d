import { useSnapshot } from "../context";
import { laneCount } from "./lane-count";
import type { Lane } from "../model/document";

/** The small line under a lane's title. */
export function LaneSummary({ lane }: { lane: Lane }) {
  return useSnapshot((state) => laneCount(state, lane));
}

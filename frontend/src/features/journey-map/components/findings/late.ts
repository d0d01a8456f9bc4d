import { LateModule } from "../../late";

/** What the rules say of the map: asked for once the map itself is on the screen. */
export const findingsLayer = new LateModule(() => import("./FindingsLayer"));

export const FindingsSession = findingsLayer.part((module) => module.FindingsSession);
export const FindingsButton = findingsLayer.part((module) => module.FindingsButton);
export const FindingBadge = findingsLayer.part((module) => module.FindingBadge);

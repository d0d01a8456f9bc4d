import { lazy } from "react";
import type { ComponentType } from "react";

type Reader = ComponentType<{ ruleId: string; onClose: () => void }>;

let load: () => Promise<{ default: Reader }> = () => Promise.reject(new Error("Nothing has been said to read checks with."));

/** Says what draws all there is to read about a check: rules are no matter of this folder. */
export function readChecksWith(reader: typeof load): void {
  load = reader;
}

export const RuleReader = lazy(() => load());

import { useBlocker } from "@tanstack/react-router";
import { m } from "@/i18n/generated/messages";

/** Asks before edits that are not saved are left behind. */
export function useLeaving(dirty: boolean) {
  useBlocker({
    shouldBlockFn: () => dirty && !window.confirm(m.sources_leave_unsaved()),
    enableBeforeUnload: () => dirty,
  });
}

import { useState } from "react";
import { useRefreshDeliveries, useStartReplay } from "@/api/deliveries";
import type { ReplaySelection } from "@/api/deliveries";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { toast } from "@/ui/toast/store";

/** Has deliveries processed again; `startedId` is the replay to show the progress of. */
export function useReplaying() {
  const workspace = useWorkspace();
  const start = useStartReplay(workspace.id);
  const refresh = useRefreshDeliveries(workspace.id);
  const [startedId, setStartedId] = useState<string | null>(null);
  return {
    startedId,
    busy: start.isPending,
    replay: (selection: ReplaySelection, onStarted?: () => void) =>
      start.mutate(selection, {
        onSuccess: ({ id, deliveries }) => {
          setStartedId(id);
          onStarted?.();
          if (deliveries === 0) toast({ message: m.sources_replay_nothing() });
          void refresh();
        },
        onError: (error) => toast({ message: problemText(error), tone: "negative" }),
      }),
  };
}

import { useQueryClient } from "@tanstack/react-query";
import { Problem } from "@/api/http";
import { problemText } from "@/api/problem-text";
import { touchpointsQuery, useTouchpointChanges } from "@/api/touchpoints";
import type { Touchpoint, TouchpointUpdate } from "@/api/touchpoints";
import { usedByText } from "@/api/used-by";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { toast } from "@/ui/toast/store";

/** Changes one touchpoint in place. When somebody was faster, says so and offers to write it again on top of theirs. */
export function useTouchpointEdit(touchpoint: Touchpoint) {
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { update, remove } = useTouchpointChanges(workspace.id);

  async function offerAgain(set: TouchpointUpdate): Promise<void> {
    const known = await client.query({ ...touchpointsQuery(workspace.id), staleTime: 0 });
    const theirs = known.find(({ id }) => id === touchpoint.id);
    if (!theirs) return void toast({ message: m.common_problem_not_found(), tone: "negative" });
    const [field] = Object.keys(set) as (keyof TouchpointUpdate)[];
    const now = field ? (theirs[field] ?? "") : "";
    toast({
      message: m.touchpoints_conflict({ theirs: now }),
      tone: "negative",
      action: { label: m.touchpoints_use_mine(), run: () => send(theirs, set) },
    });
  }

  function send(base: Touchpoint, set: TouchpointUpdate): void {
    update.mutate(
      { touchpoint: base, set },
      {
        onError: (error) => {
          if (error instanceof Problem && error.status === 412) void offerAgain(set);
          else toast({ message: problemText(error), tone: "negative" });
        },
      },
    );
  }

  return {
    set: (set: TouchpointUpdate) => send(touchpoint, set),
    removing: remove.isPending,
    remove: ({ onSuccess, onSettled }: { onSuccess: () => void; onSettled: () => void }) =>
      remove.mutate(touchpoint, {
        onSuccess: () => {
          toast({ message: m.touchpoints_deleted({ name: touchpoint.name }) });
          onSuccess();
        },
        onError: (error) => toast({ message: usedByText(error) ?? problemText(error), tone: "negative" }),
        onSettled,
      }),
  };
}

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { CircleCheck } from "lucide-react";
import { lastReplayQuery, useRefreshDeliveries, useStartReplay } from "@/api/deliveries";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { formatCount } from "@/ui/format";
import styles from "./ReplayBar.module.css";

type Props = {
  /** The replay that was started on this page: its end is told too. */
  startedId: string | null;
};

/** How far the processing of deliveries is; also of what a colleague started. */
export function ReplayBar({ startedId }: Props) {
  const workspace = useWorkspace();
  const { data: replay } = useQuery(lastReplayQuery(workspace.id));
  const refresh = useRefreshDeliveries(workspace.id);
  const start = useStartReplay(workspace.id);
  const waiting = replay?.waiting ?? 0;
  const before = useRef(waiting);

  useEffect(() => {
    if (before.current > 0 && waiting === 0) void refresh();
    before.current = waiting;
  });

  if (!replay || (waiting === 0 && replay.id !== startedId)) return null;
  const done = replay.deliveries - waiting;
  return (
    <div className={styles.bar} data-done={waiting === 0} role="status">
      {waiting === 0 ? (
        <>
          <CircleCheck size={16} aria-hidden />
          <span>{m.sources_replay_done({ count: replay.deliveries, shown: formatCount(replay.deliveries) })}</span>
          {replay.remaining && (
            <Button busy={start.isPending} onClick={() => start.mutate(replay.selection)}>
              {m.sources_replay_more()}
            </Button>
          )}
        </>
      ) : (
        <>
          <span>{m.sources_replay_progress({ done: formatCount(done), all: formatCount(replay.deliveries), who: replay.actor_name })}</span>
          <progress value={done} max={replay.deliveries} aria-label={m.sources_replay_label()} />
        </>
      )}
    </div>
  );
}

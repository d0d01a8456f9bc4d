import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { RotateCcw, ShieldCheck } from "lucide-react";
import { clsx } from "clsx";
import { deliveriesQuery, quarantineTotalsQuery } from "@/api/deliveries";
import { moreOf } from "@/api/pages";
import { problemText } from "@/api/problem-text";
import { sourcesQuery } from "@/api/sources";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { LongList } from "@/ui/long-list/LongList";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { DeadLetters } from "./DeadLetters";
import { EditorsOnly } from "./EditorsOnly";
import { groupQuarantine } from "./quarantine-groups";
import { QuarantineCard } from "./QuarantineCard";
import { ReplayBar } from "./ReplayBar";
import styles from "./SourcesScreen.module.css";
import { SourcesTabs } from "./SourcesTabs";
import { useReplaying } from "./useReplaying";

/** What was not understood or given up, why, how to mend it, and a way to have it read again. */
export function QuarantineScreen() {
  const workspace = useWorkspace();
  const enabled = canEdit(workspace);
  const quarantine = useQuery({ ...quarantineTotalsQuery(workspace.id), enabled });
  const dead = useInfiniteQuery({ ...deliveriesQuery(workspace.id, { kind: "dead" }), enabled });
  const sources = useQuery(sourcesQuery(workspace.id));
  const { startedId, busy, replay } = useReplaying();
  const groups = groupQuarantine(quarantine.data ?? []);
  const deadRows = dead.data?.pages.flatMap((page) => page.items) ?? [];
  const nameOf = (id: string) => sources.data?.find((source) => source.id === id)?.name ?? "";
  const failed = quarantine.error ?? (dead.isFetchNextPageError ? null : dead.error);
  const ready = quarantine.data && dead.data;
  const empty = ready && groups.length === 0 && deadRows.length === 0;

  return (
    <Page
      title={m.sources_quarantine()}
      crumbs={[{ label: m.shell_sources(), href: `/w/${workspace.slug}/sources` }]}
      center={enabled && <SourcesTabs slug={workspace.slug} />}
      actions={
        groups.length > 0 && (
          <Button icon={<RotateCcw size={14} aria-hidden />} busy={busy} onClick={() => replay({ kind: "quarantined" })}>
            {m.sources_replay_all()}
          </Button>
        )
      }
    >
      {failed && (
        <ErrorState
          description={problemText(failed)}
          onRetry={() => void Promise.all([quarantine.refetch(), dead.refetch()])}
        />
      )}
      {!enabled && <EditorsOnly />}
      {enabled && !failed && !ready && (
        <Loading className={clsx(styles.content)}>
          <Skeleton height={180} radius={12} />
          <Skeleton height={180} radius={12} />
        </Loading>
      )}
      {ready && (
        <div className={styles.content}>
          <ReplayBar startedId={startedId} />
          {groups.length > 0 && <p className={styles.note}>{m.sources_quarantine_hint()}</p>}
          {groups.map((group) => (
            <QuarantineCard
              key={`${group.sourceId} ${group.code}`}
              group={group}
              sourceName={nameOf(group.sourceId)}
              busy={busy}
              onReplay={(key) =>
                replay({ kind: "quarantined", source_id: group.sourceId, code: group.code, ...(key && { touchpoint_key: key }) })
              }
            />
          ))}
          {deadRows.length > 0 && (
            <LongList {...moreOf(dead)}>
              <DeadLetters
                rows={deadRows}
                nameOf={nameOf}
                busy={busy}
                onReplay={(sourceId, deliveryIds) => replay({ kind: "dead", source_id: sourceId, delivery_ids: deliveryIds })}
              />
            </LongList>
          )}
        </div>
      )}
      {empty && (
        <EmptyState
          art={<ShieldCheck size={32} strokeWidth={1.25} />}
          title={m.sources_quarantine_empty_title()}
          description={m.sources_quarantine_empty_hint()}
        />
      )}
    </Page>
  );
}

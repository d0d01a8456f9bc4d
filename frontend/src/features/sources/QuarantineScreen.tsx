import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { RotateCcw, ShieldCheck } from "lucide-react";
import { clsx } from "clsx";
import { problemText } from "@/api/problem-text";
import { quarantineQuery, sourcesQuery, useReplay } from "@/api/sources";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { RecordTable } from "@/ui/RecordTable";
import { Loading, Skeleton } from "@/ui/Skeleton";
import table from "@/ui/Table.module.css";
import { toast } from "@/ui/toast/store";
import { SourcesTabs } from "./SourcesTabs";
import styles from "./SourcesScreen.module.css";

/** What was not understood, why, and a way to have it read again once the reason is mended. */
export function QuarantineScreen() {
  const workspace = useWorkspace();
  const quarantine = useInfiniteQuery(quarantineQuery(workspace.id));
  const sources = useQuery(sourcesQuery(workspace.id));
  const replay = useReplay(workspace.id);
  const items = quarantine.data?.pages.flatMap((page) => page.items) ?? [];
  const nameOf = (id: string) => sources.data?.find((source) => source.id === id)?.name ?? "";

  return (
    <Page
      title={m.sources_quarantine()}
      center={<SourcesTabs slug={workspace.slug} />}
      actions={
        canEdit(workspace) &&
        items.length > 0 && (
          <Button
            look="primary"
            icon={<RotateCcw size={14} aria-hidden />}
            busy={replay.quarantine.isPending}
            onClick={() =>
              replay.quarantine.mutate(null, {
                onSuccess: ({ deliveries }) => toast({ message: m.sources_replayed({ count: deliveries }) }),
                onError: (error) => toast({ message: problemText(error), tone: "negative" }),
              })
            }
          >
            {m.sources_replay_all()}
          </Button>
        )
      }
    >
      {quarantine.isError && (
        <ErrorState description={problemText(quarantine.error)} onRetry={() => void quarantine.refetch()} />
      )}
      {quarantine.isPending && (
        <Loading className={clsx(styles.content, styles.broad)}>
          <Skeleton height={320} radius={12} />
        </Loading>
      )}
      {quarantine.data && items.length === 0 && (
        <EmptyState
          art={<ShieldCheck size={32} strokeWidth={1.25} />}
          title={m.sources_quarantine_empty_title()}
          description={m.sources_quarantine_empty_hint()}
        />
      )}
      {items.length > 0 && (
        <div className={clsx(styles.content, styles.broad)}>
          <p className={table.quiet}>{m.sources_quarantine_hint()}</p>
          <RecordTable
            label={m.sources_quarantine()}
            columns={[
              { title: m.sources_received() },
              { title: m.sources_one(), wide: true },
              { title: m.sources_reason() },
              { title: m.sources_item(), wide: true },
            ]}
          >
            <tbody>
              {items.map(({ delivery_id, position, source_id, received_at, detail, excerpt }) => (
                <tr key={`${delivery_id}/${position}`}>
                  <th scope="row">
                    <Link
                      to="/w/$slug/sources/$sourceId/deliveries/$deliveryId"
                      params={{ slug: workspace.slug, sourceId: source_id, deliveryId: delivery_id }}
                      className={styles.rowLink}
                    >
                      <Ago at={received_at} />
                    </Link>
                  </th>
                  <td className={clsx(table.wide, styles.sourceName)}>{nameOf(source_id)}</td>
                  <td>{detail}</td>
                  <td className={table.wide}>
                    <code className={styles.excerpt} title={excerpt}>
                      {excerpt}
                    </code>
                  </td>
                </tr>
              ))}
            </tbody>
          </RecordTable>
          {quarantine.hasNextPage && (
            <Button className={styles.more} busy={quarantine.isFetchingNextPage} onClick={() => void quarantine.fetchNextPage()}>
              {m.common_show_more()}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}

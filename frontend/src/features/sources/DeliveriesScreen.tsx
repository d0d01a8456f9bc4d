import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Inbox, RotateCcw } from "lucide-react";
import { clsx } from "clsx";
import { useState } from "react";
import { deliveriesQuery } from "@/api/deliveries";
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
import { filterOf } from "./delivery-filter";
import type { DeliverySearch } from "./delivery-search";
import { DeliveryFilters } from "./DeliveryFilters";
import { DeliveryTable } from "./DeliveryTable";
import { EditorsOnly } from "./EditorsOnly";
import { ReplayBar } from "./ReplayBar";
import styles from "./SourcesScreen.module.css";
import { SourcesTabs } from "./SourcesTabs";
import { useReplaying } from "./useReplaying";

const none: ReadonlySet<string> = new Set();

/** Every request that came, found by what became of it, by source, by day, by the sender's id. */
export function DeliveriesScreen() {
  const workspace = useWorkspace();
  const { id, slug } = workspace;
  const enabled = canEdit(workspace);
  const search = useSearch({ from: "/app/w/$slug/sources/deliveries" });
  const navigate = useNavigate();
  const deliveries = useInfiniteQuery({ ...deliveriesQuery(id, filterOf(search)), enabled });
  const sources = useQuery(sourcesQuery(id));
  const { startedId, busy, replay } = useReplaying();
  const [chosen, setChosen] = useState(none);
  const rows = deliveries.data?.pages.flatMap((page) => page.items) ?? [];
  const all = rows.length > 0 && rows.every((row) => chosen.has(row.id));
  const filtered = Object.keys(search).length > 0;
  const setSearch = (next: DeliverySearch) => {
    setChosen(none);
    void navigate({ to: "/w/$slug/sources/deliveries", params: { slug }, search: next, replace: true });
  };
  const replayChosen = () => replay({ kind: "all", delivery_ids: [...chosen] }, () => setChosen(none));
  const replayMatching = () => {
    const { kind = "all", source_id = null, since = null, until = null, search: sought = null } = filterOf(search);
    replay({ kind, source_id, since, until, search: sought });
  };

  if (!enabled) {
    return (
      <Page title={m.sources_deliveries()}>
        <EditorsOnly />
      </Page>
    );
  }
  return (
    <Page title={m.sources_deliveries()} crumbs={[{ label: m.shell_sources(), href: `/w/${slug}/sources` }]} center={<SourcesTabs slug={slug} />}>
      <div className={clsx(styles.content, styles.broad)}>
        <DeliveryFilters search={search} onChange={setSearch} sources={sources.data ?? []} />
        <ReplayBar startedId={startedId} />
        {rows.length > 0 && (
          <div className={styles.listActions}>
            <label className={styles.chooseAll}>
              <input type="checkbox" checked={all} onChange={() => setChosen(new Set(all ? [] : rows.map((row) => row.id)))} />
              {m.sources_choose_all_shown()}
            </label>
            {chosen.size > 0 ? (
              <Button look="primary" icon={<RotateCcw size={14} aria-hidden />} busy={busy} onClick={replayChosen}>
                {m.sources_replay_chosen({ count: chosen.size })}
              </Button>
            ) : (
              search.kind !== "waiting" && (
                <Button icon={<RotateCcw size={14} aria-hidden />} busy={busy} onClick={replayMatching}>
                  {filtered ? m.sources_replay_matching() : m.sources_replay_all()}
                </Button>
              )
            )}
          </div>
        )}
        {deliveries.isError && !deliveries.isFetchNextPageError && (
          <ErrorState description={problemText(deliveries.error)} onRetry={() => void deliveries.refetch()} />
        )}
        {deliveries.isPending && (
          <Loading>
            <Skeleton height={420} radius={12} />
          </Loading>
        )}
        {deliveries.data && rows.length === 0 && (
          <EmptyState
            art={<Inbox size={32} strokeWidth={1.25} />}
            title={filtered ? m.common_nothing_found() : m.sources_deliveries_none_title()}
            description={filtered ? m.sources_deliveries_none_found() : m.sources_deliveries_none_hint()}
            actions={filtered && <Button onClick={() => setSearch({})}>{m.sources_show_all_deliveries()}</Button>}
          />
        )}
        {rows.length > 0 && (
          <LongList {...moreOf(deliveries)} endless>
            <DeliveryTable
              rows={rows}
              slug={slug}
              nameOf={(sourceId) => sources.data?.find((source) => source.id === sourceId)?.name ?? ""}
              choosing={{ chosen, onChoose: setChosen }}
            />
          </LongList>
        )}
      </div>
    </Page>
  );
}

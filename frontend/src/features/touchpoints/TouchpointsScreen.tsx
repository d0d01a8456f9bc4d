import { useQuery } from "@tanstack/react-query";
import { MapPin, Plus } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { channelsQuery } from "@/api/channels";
import { problemText } from "@/api/problem-text";
import { touchpointsQuery } from "@/api/touchpoints";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { findingCountsQuery } from "@/api/workspace-findings";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { SearchInput } from "@/ui/SearchInput";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { CatalogueTabs } from "./CatalogueTabs";
import { findTouchpoints, groupTouchpoints } from "./grouping";
import { NewTouchpointDialog } from "./NewTouchpointDialog";
import styles from "./TouchpointsScreen.module.css";
import { TouchpointTable } from "./TouchpointTable";

export function TouchpointsScreen() {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const touchpoints = useQuery(touchpointsQuery(workspace.id));
  const channels = useQuery(channelsQuery(workspace.id));
  const findings = useQuery({ ...findingCountsQuery(workspace.id, "touchpoint"), enabled: touchpoints.isSuccess });
  const [query, setQuery] = useState("");
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string>();

  const byId = useMemo(() => new Map(channels.data?.map((channel) => [channel.id, channel])), [channels.data]);
  // A long list may take a moment; what is typed never waits for it.
  const wanted = useDeferredValue(query);
  const groups = useMemo(
    () => groupTouchpoints(findTouchpoints(touchpoints.data ?? [], byId, wanted), byId),
    [touchpoints.data, byId, wanted],
  );
  const failed = touchpoints.error ?? channels.error;
  const ready = touchpoints.data && channels.data;
  const show = (id: string) => {
    setAdding(false);
    setQuery("");
    setMade(id);
  };
  const newButton = (
    <Button look="primary" icon={<Plus size={14} strokeWidth={2.25} aria-hidden />} onClick={() => setAdding(true)}>
      {m.touchpoints_new()}
    </Button>
  );

  return (
    <Page title={m.shell_touchpoints()} center={<CatalogueTabs slug={workspace.slug} />} actions={editable && touchpoints.data?.length !== 0 && newButton}>
      {failed && <ErrorState description={problemText(failed)} onRetry={() => void Promise.all([touchpoints.refetch(), channels.refetch()])} />}
      {!failed && !ready && (
        <Loading className={styles.content}>
          <Skeleton width={280} height={30} radius={8} />
          <Skeleton height={420} radius={12} />
        </Loading>
      )}
      {ready && touchpoints.data.length === 0 && (
        <EmptyState
          art={<MapPin size={32} strokeWidth={1.25} />}
          title={m.touchpoints_empty_title()}
          description={editable ? m.touchpoints_empty_hint() : m.touchpoints_empty_hint_viewer()}
          actions={editable && newButton}
        />
      )}
      {ready && touchpoints.data.length > 0 && (
        <div className={styles.content}>
          <div className={styles.toolbar}>
            <SearchInput
              label={m.touchpoints_search()}
              placeholder={m.touchpoints_search_placeholder()}
              value={query}
              onChange={setQuery}
            />
            <p className={styles.hint}>{m.touchpoints_key_hint()}</p>
          </div>
          {groups.length === 0 ? (
            <EmptyState
              title={m.touchpoints_nothing_found()}
              actions={<Button onClick={() => setQuery("")}>{m.touchpoints_show_all()}</Button>}
            />
          ) : (
            <TouchpointTable groups={groups} channels={channels.data} counts={findings.data} editable={editable} query={wanted} made={made} />
          )}
        </div>
      )}
      {adding && <NewTouchpointDialog channels={channels.data ?? []} onMade={show} onClose={() => setAdding(false)} />}
    </Page>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Problem } from "@/api/http";
import { problemText } from "@/api/problem-text";
import { sourceQuery } from "@/api/sources";
import type { Source } from "@/api/sources";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Badge } from "@/ui/Badge";
import { ErrorState } from "@/ui/ErrorState";
import { formatCount } from "@/ui/format";
import { Page } from "@/ui/layout/Page";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { ConnectPanel } from "./ConnectPanel";
import { DeliveriesPanel } from "./DeliveriesPanel";
import { sourceStates } from "./labels";
import { RulesPanel } from "./RulesPanel";
import { SourceMenu } from "./SourceMenu";
import styles from "./SourcesScreen.module.css";

export function SourceScreen() {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const { sourceId } = useParams({ from: "/app/w/$slug/sources/$sourceId" });
  const source = useQuery(sourceQuery(sourceId));
  const { data } = source;
  const gone = source.error instanceof Problem && source.error.status === 404;

  return (
    <Page
      title={data?.name ?? m.sources_one()}
      crumbs={[{ label: m.shell_sources(), href: `/w/${workspace.slug}/sources` }]}
      status={
        data && (
          <Badge tone={sourceStates[data.state].tone} dot>
            {sourceStates[data.state].label()}
          </Badge>
        )
      }
      actions={data && editable && <SourceMenu source={data} />}
    >
      {source.isError && (
        <ErrorState
          description={problemText(source.error)}
          {...(!gone && { onRetry: () => void source.refetch() })}
        />
      )}
      {source.isPending && (
        <Loading className={styles.content}>
          <Skeleton height={68} radius={12} />
          <Skeleton height={620} radius={12} />
          <Skeleton height={240} radius={12} />
        </Loading>
      )}
      {data && (
        <div className={styles.content}>
          <Health source={data} />
          {editable && <DeliveriesPanel sourceId={data.id} slug={workspace.slug} />}
          <ConnectPanel source={data} editable={editable} />
          <RulesPanel source={data} editable={editable} />
        </div>
      )}
    </Page>
  );
}

function Health({ source: { health } }: { source: Source }) {
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{m.sources_last_event()}</dt>
        <dd>{health.last_event_at ? <Ago at={health.last_event_at} /> : m.sources_never()}</dd>
      </div>
      <div>
        <dt>{m.sources_figure_events()}</dt>
        <dd>{formatCount(health.events_24h)}</dd>
      </div>
      <div>
        <dt>{m.sources_figure_deliveries()}</dt>
        <dd>{formatCount(health.deliveries_24h)}</dd>
      </div>
      <div>
        <dt>{m.sources_figure_quarantined()}</dt>
        <dd className={health.quarantined_24h > 0 ? styles.warning : undefined}>{formatCount(health.quarantined_24h)}</dd>
      </div>
    </dl>
  );
}

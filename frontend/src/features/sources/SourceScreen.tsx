import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Problem } from "@/api/http";
import { problemText } from "@/api/problem-text";
import { sourceQuery } from "@/api/sources";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { ConnectionPanel } from "./ConnectionPanel";
import { Health } from "./Health";
import { sourceStates } from "./labels";
import { MappingPanel } from "./MappingPanel";
import { RecentDeliveries } from "./RecentDeliveries";
import { SettingsPanel } from "./SettingsPanel";
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
          <Skeleton height={280} radius={12} />
          <Skeleton height={240} radius={12} />
        </Loading>
      )}
      {data && (
        <div className={styles.content}>
          <Health source={data} slug={workspace.slug} editable={editable} />
          <MappingPanel source={data} editable={editable} />
          {editable && <RecentDeliveries sourceId={data.id} />}
          <ConnectionPanel source={data} editable={editable} />
          <SettingsPanel key={data.revision} source={data} editable={editable} />
        </div>
      )}
    </Page>
  );
}

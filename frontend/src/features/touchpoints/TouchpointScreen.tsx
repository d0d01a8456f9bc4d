import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { channelsQuery } from "@/api/channels";
import { mapsQuery } from "@/api/maps";
import { problemText } from "@/api/problem-text";
import { touchpointsQuery } from "@/api/touchpoints";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { MapTiles } from "@/ui/miniature/MapTiles";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { TouchpointDetails } from "./TouchpointDetails";
import { TouchpointFindings } from "./TouchpointFindings";
import type { ListedFindings } from "./TouchpointFindings";
import { TouchpointMenu } from "./TouchpointMenu";
import styles from "./TouchpointScreen.module.css";

/** One touchpoint of the catalogue, and the maps it stands on. */
export function TouchpointScreen({ listed }: { listed: ListedFindings }) {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const { touchpointId } = useParams({ from: "/app/w/$slug/touchpoints/$touchpointId" });
  const touchpoints = useQuery(touchpointsQuery(workspace.id));
  const channels = useQuery(channelsQuery(workspace.id));
  const touchpoint = touchpoints.data?.find(({ id }) => id === touchpointId);
  const failed = touchpoints.error ?? channels.error;
  const retry = () => void Promise.all([touchpoints.refetch(), channels.refetch()]);

  return (
    <Page
      title={touchpoint?.name ?? m.touchpoints_one()}
      crumbs={[{ label: m.shell_touchpoints(), href: `/w/${workspace.slug}/touchpoints` }]}
      actions={touchpoint && editable && <TouchpointMenu touchpoint={touchpoint} outlined />}
    >
      {failed && <ErrorState description={problemText(failed)} onRetry={retry} />}
      {!failed && touchpoints.data && !touchpoint && (
        <ErrorState title={m.touchpoints_gone_title()} description={m.touchpoints_gone_hint()} />
      )}
      {!failed && (!touchpoints.data || !channels.data) && (
        <Loading className={styles.content}>
          <Skeleton height={192} radius={12} />
          <Skeleton width={140} height={20} />
        </Loading>
      )}
      {touchpoint && channels.data && (
        <div className={styles.content}>
          <TouchpointDetails key={touchpoint.id} touchpoint={touchpoint} channels={channels.data} readOnly={!editable} />
          <TouchpointFindings touchpoint={touchpoint} listed={listed} editable={editable} />
          <TouchpointMaps touchpointId={touchpoint.id} />
        </div>
      )}
    </Page>
  );
}

function TouchpointMaps({ touchpointId }: { touchpointId: string }) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(mapsQuery(workspace.id, { touchpoint_id: touchpointId }));
  return (
    <MapTiles
      title={m.touchpoints_maps()}
      empty={m.touchpoints_maps_empty()}
      maps={data}
      problem={error ? problemText(error) : undefined}
      onRetry={() => void refetch()}
    />
  );
}

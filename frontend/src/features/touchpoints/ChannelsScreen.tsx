import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { channelsQuery } from "@/api/channels";
import type { Channel } from "@/api/channels";
import { problemText } from "@/api/problem-text";
import { touchpointsQuery } from "@/api/touchpoints";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { groupBy } from "@/ui/group-by";
import { Page } from "@/ui/layout/Page";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { useReveal } from "@/ui/long-list/useReveal";
import { RecordTable } from "@/ui/RecordTable";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { CatalogueTabs } from "./CatalogueTabs";
import { ChannelDialog } from "./ChannelDialog";
import { ChannelRow } from "./ChannelRow";
import { GroupedRows } from "./GroupedRows";
import { countTo, groupChannels } from "./grouping";
import styles from "./TouchpointsScreen.module.css";

export function ChannelsScreen() {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const channels = useQuery(channelsQuery(workspace.id));
  const touchpoints = useQuery(touchpointsQuery(workspace.id));
  const [editing, setEditing] = useState<Channel | "new" | null>(null);
  const groups = useMemo(() => groupChannels(channels.data ?? []), [channels.data]);
  const users = useMemo(() => groupBy(touchpoints.data ?? [], ({ channel_id }) => channel_id), [touchpoints.data]);
  const [made, setMade] = useState<string>();
  const atLeast = countTo(groups, made);
  const list = useGrowing(channels.data?.length ?? 0, { atLeast });
  useReveal(atLeast > 0 ? made : undefined);

  const show = (id: string) => {
    setEditing(null);
    setMade(id);
  };

  return (
    <Page
      title={m.touchpoints_channels()}
      center={<CatalogueTabs slug={workspace.slug} />}
      actions={
        editable && (
          <Button look="primary" icon={<Plus size={14} strokeWidth={2.25} aria-hidden />} onClick={() => setEditing("new")}>
            {m.touchpoints_new_channel()}
          </Button>
        )
      }
    >
      {channels.isError && <ErrorState description={problemText(channels.error)} onRetry={() => void channels.refetch()} />}
      {channels.isPending && (
        <Loading className={styles.content}>
          <Skeleton height={480} radius={12} />
        </Loading>
      )}
      {channels.data && (
        <div className={styles.content}>
          <LongList {...list} endless>
            <RecordTable
              label={m.touchpoints_channels()}
              columns={[
                { title: m.touchpoints_channel() },
                { title: m.touchpoints_key(), wide: true },
                { title: m.shell_touchpoints(), number: true },
                { title: m.common_more(), silent: true },
              ]}
            >
              <GroupedRows
                groups={groups}
                shown={list.shown}
                columns={4}
                row={(channel) => (
                  <ChannelRow key={channel.id} channel={channel} uses={users.get(channel.id)?.length ?? 0} editable={editable} onEdit={setEditing} />
                )}
              />
            </RecordTable>
          </LongList>
        </div>
      )}
      {editing && <ChannelDialog channel={editing === "new" ? null : editing} onMade={show} onClose={() => setEditing(null)} />}
    </Page>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { channelGroupLabel } from "@/api/channel-labels";
import { channelGroups, channelsQuery } from "@/api/channels";
import type { Channel } from "@/api/channels";
import { problemText } from "@/api/problem-text";
import { touchpointsQuery } from "@/api/touchpoints";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { RecordTable } from "@/ui/RecordTable";
import { Loading, Skeleton } from "@/ui/Skeleton";
import table from "@/ui/Table.module.css";
import { CatalogueTabs } from "./CatalogueTabs";
import { ChannelDialog } from "./ChannelDialog";
import { ChannelRow } from "./ChannelRow";
import styles from "./TouchpointsScreen.module.css";

export function ChannelsScreen() {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const channels = useQuery(channelsQuery(workspace.id));
  const touchpoints = useQuery(touchpointsQuery(workspace.id));
  const [editing, setEditing] = useState<Channel | "new" | null>(null);
  const uses = (id: string) => touchpoints.data?.filter(({ channel_id }) => channel_id === id).length ?? 0;

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
          <RecordTable
            label={m.touchpoints_channels()}
            columns={[
              { title: m.touchpoints_channel() },
              { title: m.touchpoints_key(), wide: true },
              { title: m.shell_touchpoints(), number: true },
              { title: m.common_more(), silent: true },
            ]}
          >
            {channelGroups.map((group) => (
              <ChannelGroupRows
                key={group}
                title={channelGroupLabel(group)}
                channels={channels.data.filter((channel) => channel.group === group)}
                row={(channel) => (
                  <ChannelRow
                    key={channel.id}
                    channel={channel}
                    uses={uses(channel.id)}
                    editable={editable}
                    onEdit={() => setEditing(channel)}
                  />
                )}
              />
            ))}
          </RecordTable>
        </div>
      )}
      {editing && <ChannelDialog channel={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

type RowsProps = { title: string; channels: Channel[]; row: (channel: Channel) => React.ReactNode };

function ChannelGroupRows({ title, channels, row }: RowsProps) {
  if (channels.length === 0) return null;
  return (
    <tbody>
      <tr className={table.group}>
        <th scope="colgroup" colSpan={4}>
          {title}
          <span>{channels.length}</span>
        </th>
      </tr>
      {channels.map(row)}
    </tbody>
  );
}

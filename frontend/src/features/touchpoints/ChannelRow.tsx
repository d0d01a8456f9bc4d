import { Pencil, Trash2 } from "lucide-react";
import { clsx } from "clsx";
import { memo, useState } from "react";
import { useChannelChanges } from "@/api/channels";
import type { Channel } from "@/api/channels";
import { problemText } from "@/api/problem-text";
import { usedByText } from "@/api/used-by";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { CopyButton } from "@/ui/CopyButton";
import { NamedIcon } from "@/ui/icons/NamedIcon";
import { rowId } from "@/ui/long-list/useReveal";
import { MoreMenu } from "@/ui/MoreMenu";
import table from "@/ui/Table.module.css";
import { toast } from "@/ui/toast/store";
import styles from "./TouchpointsScreen.module.css";

type Props = { channel: Channel; uses: number; editable: boolean; onEdit: (channel: Channel) => void };

export const ChannelRow = memo(function ChannelRow({ channel, uses, editable, onEdit }: Props) {
  const workspace = useWorkspace();
  const { remove } = useChannelChanges(workspace.id);
  const [asking, setAsking] = useState(false);
  const { name, key, icon } = channel;

  const confirm = () =>
    remove.mutate(channel, {
      onSuccess: () => toast({ message: m.touchpoints_deleted({ name }) }),
      onError: (error) => toast({ message: usedByText(error) ?? problemText(error), tone: "negative" }),
      onSettled: () => setAsking(false),
    });

  return (
    <tr id={rowId(channel.id)}>
      <th scope="row" className={clsx(table.name, styles.channelCell)}>
        <span className={styles.channel}>
          <NamedIcon name={icon} size={16} strokeWidth={1.75} />
          {name}
        </span>
      </th>
      <td className={clsx(table.wide, styles.keyCell)}>
        <span className={styles.key}>
          <code>{key}</code>
          <CopyButton text={key} label={m.touchpoints_copy_key({ key })} />
        </span>
      </td>
      <td className={table.number}>{uses}</td>
      <td className={table.actions}>
        {editable && (
          <MoreMenu
            label={m.touchpoints_actions_of({ name })}
            entries={[
              { id: "edit", label: m.common_edit(), icon: <Pencil size={15} aria-hidden />, onAction: () => onEdit(channel) },
              {
                id: "delete",
                label: m.common_delete(),
                icon: <Trash2 size={15} aria-hidden />,
                danger: true,
                onAction: () => setAsking(true),
              },
            ]}
          />
        )}
        <ConfirmDialog
          open={asking}
          title={m.touchpoints_delete_title({ name })}
          description={m.touchpoints_delete_channel_hint()}
          confirmLabel={m.touchpoints_delete_channel()}
          busy={remove.isPending}
          onConfirm={confirm}
          onCancel={() => setAsking(false)}
        />
      </td>
    </tr>
  );
});

import { Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Channel } from "@/api/channels";
import type { Touchpoint } from "@/api/touchpoints";
import { m } from "@/i18n/generated/messages";
import { clsx } from "clsx";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { CopyButton } from "@/ui/CopyButton";
import { IconButton } from "@/ui/IconButton";
import { InlineCell } from "@/ui/InlineCell";
import { MenuButton } from "@/ui/MenuButton";
import table from "@/ui/Table.module.css";
import { ChannelPicker } from "./ChannelPicker";
import styles from "./TouchpointsScreen.module.css";
import { useTouchpointEdit } from "./useTouchpointEdit";

type Props = { touchpoint: Touchpoint; channels: readonly Channel[]; editable: boolean };

export function TouchpointRow({ touchpoint, channels, editable }: Props) {
  const { name, key, description, channel_id } = touchpoint;
  const { set, remove, removing } = useTouchpointEdit(touchpoint);
  const [asking, setAsking] = useState(false);

  return (
    <tr>
      <th scope="row" className={clsx(table.name, styles.nameCell)}>
        <InlineCell
          label={m.touchpoints_name_of({ name })}
          value={name}
          onCommit={(value) => set({ name: value })}
          readOnly={!editable}
          required
        />
      </th>
      <td>
        <ChannelPicker
          label={m.touchpoints_channel_of({ name })}
          channels={channels}
          value={channel_id}
          onChange={(id) => set({ channel_id: id })}
          readOnly={!editable}
        />
      </td>
      <td>
        <span className={styles.key}>
          <code>{key}</code>
          <CopyButton text={key} label={m.touchpoints_copy_key({ key })} />
        </span>
      </td>
      <td className={styles.descriptionCell}>
        <InlineCell
          label={m.touchpoints_description_of({ name })}
          value={description}
          placeholder={m.touchpoints_description_placeholder()}
          onCommit={(value) => set({ description: value })}
          readOnly={!editable}
          maxLength={4000}
        />
      </td>
      <td className={table.actions}>
        {editable && (
          <MenuButton
            label={m.touchpoints_actions_of({ name })}
            placement="bottom end"
            entries={[
              {
                id: "delete",
                label: m.common_delete(),
                icon: <Trash2 size={15} aria-hidden />,
                danger: true,
                onAction: () => setAsking(true),
              },
            ]}
          >
            {(trigger) => (
              <IconButton {...trigger} label={m.touchpoints_actions_of({ name })} tooltip={false}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            )}
          </MenuButton>
        )}
        <ConfirmDialog
          open={asking}
          title={m.touchpoints_delete_title({ name })}
          description={m.touchpoints_delete_hint()}
          confirmLabel={m.touchpoints_delete()}
          busy={removing}
          onConfirm={() => remove(() => setAsking(false))}
          onCancel={() => setAsking(false)}
        />
      </td>
    </tr>
  );
}

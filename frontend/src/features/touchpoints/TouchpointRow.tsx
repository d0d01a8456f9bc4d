import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { memo } from "react";
import type { FindingCounts } from "@/api/findings";
import type { Channel } from "@/api/channels";
import type { Touchpoint } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { CopyButton } from "@/ui/CopyButton";
import { SeverityCounts } from "@/ui/findings/SeverityCounts";
import { InlineCell } from "@/ui/InlineCell";
import { rowId } from "@/ui/long-list/useReveal";
import table from "@/ui/Table.module.css";
import { ChannelPicker } from "./ChannelPicker";
import { TouchpointMenu } from "./TouchpointMenu";
import styles from "./TouchpointsScreen.module.css";
import { useTouchpointEdit } from "./useTouchpointEdit";

type Props = { touchpoint: Touchpoint; channels: readonly Channel[]; counts: FindingCounts | undefined; editable: boolean };

/** Drawn again only when its own touchpoint is another one: there may be a thousand of them. */
export const TouchpointRow = memo(function TouchpointRow({ touchpoint, channels, counts, editable }: Props) {
  const { name, key, description, channel_id } = touchpoint;
  const workspace = useWorkspace();
  const { set } = useTouchpointEdit(touchpoint);

  return (
    <tr id={rowId(touchpoint.id)}>
      <th scope="row" className={clsx(table.name, styles.nameCell)}>
        <Link
          to="/w/$slug/touchpoints/$touchpointId"
          params={{ slug: workspace.slug, touchpointId: touchpoint.id }}
          className={table.link}
        >
          {name}
        </Link>
        {counts && (
          <span className={styles.counts}>
            <SeverityCounts counts={counts} />
          </span>
        )}
      </th>
      <td className={styles.channelCell}>
        <ChannelPicker
          label={m.touchpoints_channel_of({ name })}
          channels={channels}
          value={channel_id}
          onChange={(id) => set({ channel_id: id })}
          readOnly={!editable}
        />
      </td>
      <td className={clsx(table.wide, styles.keyCell)}>
        <span className={styles.key}>
          <code>{key}</code>
          <CopyButton text={key} label={m.touchpoints_copy_key({ key })} />
        </span>
      </td>
      <td className={clsx(table.wide, styles.descriptionCell)}>
        <InlineCell
          label={m.touchpoints_description_of({ name })}
          value={description}
          placeholder={m.touchpoints_description_placeholder()}
          onCommit={(value) => set({ description: value })}
          readOnly={!editable}
          maxLength={4000}
        />
      </td>
      <td className={table.actions}>{editable && <TouchpointMenu touchpoint={touchpoint} />}</td>
    </tr>
  );
});

import { memo } from "react";
import { channelGroupLabel } from "@/api/channel-labels";
import type { FindingCounts } from "@/api/findings";
import type { Channel } from "@/api/channels";
import { m } from "@/i18n/generated/messages";
import { RecordTable } from "@/ui/RecordTable";
import table from "@/ui/Table.module.css";
import type { TouchpointGroup } from "./grouping";
import { TouchpointRow } from "./TouchpointRow";

type Props = { groups: readonly TouchpointGroup[]; channels: readonly Channel[]; counts: ReadonlyMap<string, FindingCounts> | undefined; editable: boolean };

export const TouchpointTable = memo(function TouchpointTable({ groups, channels, counts, editable }: Props) {
  return (
    <RecordTable
      label={m.shell_touchpoints()}
      columns={[
        { title: m.touchpoints_name() },
        { title: m.touchpoints_channel() },
        { title: m.touchpoints_key(), wide: true },
        { title: m.touchpoints_description(), wide: true },
        { title: m.common_more(), silent: true },
      ]}
    >
      {groups.map(({ group, touchpoints }) => (
        <tbody key={group ?? "none"}>
          <tr className={table.group}>
            <th scope="colgroup" colSpan={5}>
              {group ? channelGroupLabel(group) : m.touchpoints_no_channel()}
              <span>{touchpoints.length}</span>
            </th>
          </tr>
          {touchpoints.map((touchpoint) => (
            <TouchpointRow key={touchpoint.id} touchpoint={touchpoint} channels={channels} counts={counts?.get(touchpoint.id)} editable={editable} />
          ))}
        </tbody>
      ))}
    </RecordTable>
  );
});

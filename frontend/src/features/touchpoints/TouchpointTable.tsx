import { channelGroupLabel } from "@/api/channel-labels";
import type { Channel } from "@/api/channels";
import { m } from "@/i18n/generated/messages";
import table from "@/ui/Table.module.css";
import type { TouchpointGroup } from "./grouping";
import { TouchpointRow } from "./TouchpointRow";

type Props = { groups: readonly TouchpointGroup[]; channels: readonly Channel[]; editable: boolean };

export function TouchpointTable({ groups, channels, editable }: Props) {
  return (
    <div className={table.frame} role="group" aria-label={m.shell_touchpoints()} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{m.touchpoints_name()}</th>
            <th scope="col">{m.touchpoints_channel()}</th>
            <th scope="col" className={table.wide}>
              {m.touchpoints_key()}
            </th>
            <th scope="col" className={table.wide}>
              {m.touchpoints_description()}
            </th>
            <th scope="col">
              <span className="visually-hidden">{m.common_more()}</span>
            </th>
          </tr>
        </thead>
        {groups.map(({ group, touchpoints }) => (
          <tbody key={group ?? "none"}>
            <tr className={table.group}>
              <th scope="colgroup" colSpan={5}>
                {group ? channelGroupLabel(group) : m.touchpoints_no_channel()}
                <span>{touchpoints.length}</span>
              </th>
            </tr>
            {touchpoints.map((touchpoint) => (
              <TouchpointRow key={touchpoint.id} touchpoint={touchpoint} channels={channels} editable={editable} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

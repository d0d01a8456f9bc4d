import { memo } from "react";
import type { FindingCounts } from "@/api/findings";
import type { Channel } from "@/api/channels";
import type { Touchpoint } from "@/api/touchpoints";
import { m } from "@/i18n/generated/messages";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { RecordTable } from "@/ui/RecordTable";
import { GroupedRows } from "./GroupedRows";
import type { Grouped } from "./grouping";
import { TouchpointRow } from "./TouchpointRow";

type Props = {
  groups: readonly Grouped<Touchpoint>[];
  channels: readonly Channel[];
  counts: ReadonlyMap<string, FindingCounts> | undefined;
  editable: boolean;
  /** What was searched for. */
  query: string;
};

export const TouchpointTable = memo(function TouchpointTable({ groups, channels, counts, editable, query }: Props) {
  const list = useGrowing(groups.reduce((sum, { items }) => sum + items.length, 0), query);
  return (
    <LongList {...list} endless>
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
        <GroupedRows
          groups={groups}
          shown={list.shown}
          columns={5}
          row={(touchpoint) => (
            <TouchpointRow key={touchpoint.id} touchpoint={touchpoint} channels={channels} counts={counts?.get(touchpoint.id)} editable={editable} />
          )}
        />
      </RecordTable>
    </LongList>
  );
});

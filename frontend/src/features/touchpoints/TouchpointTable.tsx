import { memo } from "react";
import type { FindingCounts } from "@/api/findings";
import type { Channel } from "@/api/channels";
import type { Touchpoint } from "@/api/touchpoints";
import { m } from "@/i18n/generated/messages";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { useReveal } from "@/ui/long-list/useReveal";
import { RecordTable } from "@/ui/RecordTable";
import { GroupedRows } from "./GroupedRows";
import { countTo } from "./grouping";
import type { Grouped } from "./grouping";
import { TouchpointRow } from "./TouchpointRow";

type Props = {
  groups: readonly Grouped<Touchpoint>[];
  channels: readonly Channel[];
  counts: ReadonlyMap<string, FindingCounts> | undefined;
  editable: boolean;
  /** What was searched for. */
  query: string;
  /** The id of the one that has just been made. */
  made: string | undefined;
};

export const TouchpointTable = memo(function TouchpointTable({ groups, channels, counts, editable, query, made }: Props) {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const atLeast = countTo(groups, made);
  const list = useGrowing(count, { of: query, atLeast });
  useReveal(atLeast > 0 ? made : undefined);
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

import type { ReactNode } from "react";
import { channelGroupLabel } from "@/api/channel-labels";
import { m } from "@/i18n/generated/messages";
import table from "@/ui/Table.module.css";
import type { Grouped } from "./grouping";

type Props<Item> = {
  groups: readonly Grouped<Item>[];
  /** How many of all are drawn. */
  shown: number;
  /** How many columns a row has. */
  columns: number;
  row: (item: Item) => ReactNode;
};

/** The first rows of a grouped table, each group under its name and the number of all that are in it. */
export function GroupedRows<Item>({ groups, shown, columns, row }: Props<Item>) {
  const before = groups.map((_, index) => groups.slice(0, index).reduce((sum, { items }) => sum + items.length, 0));
  return groups.map(({ group, items }, index) => {
    const left = shown - (before[index] ?? 0);
    if (left <= 0) return null;
    return (
      <tbody key={group ?? "none"}>
        <tr className={table.group}>
          <th scope="colgroup" colSpan={columns}>
            {group ? channelGroupLabel(group) : m.touchpoints_no_channel()}
            <span>{items.length}</span>
          </th>
        </tr>
        {items.slice(0, left).map(row)}
      </tbody>
    );
  });
}

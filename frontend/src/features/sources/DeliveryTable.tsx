import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { memo, useCallback } from "react";
import type { Delivery } from "@/api/deliveries";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Badge } from "@/ui/Badge";
import { formatCount } from "@/ui/format";
import { RecordTable } from "@/ui/RecordTable";
import table from "@/ui/Table.module.css";
import { deliveryStates } from "./labels";
import styles from "./SourcesScreen.module.css";

export type Choosing = {
  chosen: ReadonlySet<string>;
  onChoose: (change: (chosen: ReadonlySet<string>) => ReadonlySet<string>) => void;
};

type Props = {
  rows: readonly Delivery[];
  slug: string;
  /** Shows whose they are. */
  nameOf?: (sourceId: string) => string;
  /** Lets rows be chosen. */
  choosing?: Choosing | undefined;
};

/** Requests as they came, and what became of what was in them. */
export function DeliveryTable({ rows, slug, nameOf, choosing }: Props) {
  const onChoose = choosing?.onChoose;
  const toggle = useCallback(
    (id: string) =>
      onChoose?.((chosen) => {
        const next = new Set(chosen);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [onChoose],
  );
  return (
    <RecordTable
      label={m.sources_deliveries()}
      columns={[
        ...(choosing ? [{ title: m.sources_chosen(), silent: true }] : []),
        { title: m.sources_received() },
        ...(nameOf ? [{ title: m.sources_one(), wide: true }] : []),
        { title: m.sources_state() },
        { title: m.sources_items(), number: true, wide: true },
        { title: m.sources_outcome_accepted(), number: true, wide: true },
        { title: m.sources_outcome_duplicate(), number: true, wide: true },
        { title: m.sources_outcome_ignored(), number: true, wide: true },
        { title: m.sources_outcome_quarantined(), number: true },
      ]}
    >
      <tbody>
        {rows.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} slug={slug} sourceName={nameOf?.(delivery.source_id)} chosen={choosing?.chosen.has(delivery.id)} onToggle={toggle} />
        ))}
      </tbody>
    </RecordTable>
  );
}

type RowProps = { delivery: Delivery; slug: string; sourceName: string | undefined; chosen: boolean | undefined; onToggle: (id: string) => void };

const Row = memo(function Row({ delivery, slug, sourceName, chosen, onToggle }: RowProps) {
  const { id, source_id, received_at, state, items, accepted, identified, ignored, duplicates, quarantined } = delivery;
  const { label, tone } = deliveryStates[state];
  return (
    <tr>
      {chosen !== undefined && (
        <td className={styles.check}>
          <input
            type="checkbox"
            aria-label={m.sources_choose_delivery({ received: received_at })}
            checked={chosen}
            onChange={() => onToggle(id)}
          />
        </td>
      )}
      <th scope="row">
        <Link
          to="/w/$slug/sources/$sourceId/deliveries/$deliveryId"
          params={{ slug, sourceId: source_id, deliveryId: id }}
          className={styles.rowLink}
        >
          <Ago at={received_at} />
        </Link>
      </th>
      {sourceName !== undefined && <td className={clsx(table.wide, styles.sourceName)}>{sourceName}</td>}
      <td>
        <Badge tone={tone} dot>
          {label()}
        </Badge>
      </td>
      <td className={clsx(table.number, table.wide)}>{formatCount(items)}</td>
      <td className={clsx(table.number, table.wide)}>{formatCount(accepted + identified)}</td>
      <td className={clsx(table.number, table.wide)}>{formatCount(duplicates)}</td>
      <td className={clsx(table.number, table.wide)}>{formatCount(ignored)}</td>
      <td className={clsx(table.number, quarantined > 0 && styles.warning)}>{formatCount(quarantined)}</td>
    </tr>
  );
});

import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { problemText } from "@/api/problem-text";
import { deliveriesQuery } from "@/api/sources";
import type { Delivery } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { formatCount } from "@/ui/format";
import { Panel } from "@/ui/Panel";
import { RecordTable } from "@/ui/RecordTable";
import { Loading, Skeleton } from "@/ui/Skeleton";
import table from "@/ui/Table.module.css";
import { deliveryStates } from "./labels";
import styles from "./SourcesScreen.module.css";

/** What the source has sent, newest first, and what became of it. */
export function DeliveriesPanel({ sourceId, slug }: { sourceId: string; slug: string }) {
  const deliveries = useInfiniteQuery(deliveriesQuery(sourceId));
  const rows = deliveries.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Panel title={m.sources_deliveries()} description={m.sources_deliveries_hint()}>
      {deliveries.isPending && (
        <Loading>
          <Skeleton height={180} radius={12} />
        </Loading>
      )}
      {deliveries.isError && (
        <ErrorState description={problemText(deliveries.error)} onRetry={() => void deliveries.refetch()} />
      )}
      {deliveries.data && rows.length === 0 && <p className={table.quiet}>{m.sources_deliveries_empty()}</p>}
      {rows.length > 0 && (
        <RecordTable
          label={m.sources_deliveries()}
          columns={[
            { title: m.sources_received() },
            { title: m.sources_state() },
            { title: m.sources_items(), number: true },
            { title: m.sources_outcome_accepted(), number: true, wide: true },
            { title: m.sources_outcome_duplicate(), number: true, wide: true },
            { title: m.sources_outcome_quarantined(), number: true },
          ]}
        >
          <tbody>
            {rows.map((delivery) => (
              <Row key={delivery.id} delivery={delivery} slug={slug} />
            ))}
          </tbody>
        </RecordTable>
      )}
      {deliveries.hasNextPage && (
        <Button className={styles.more} busy={deliveries.isFetchingNextPage} onClick={() => void deliveries.fetchNextPage()}>
          {m.common_show_more()}
        </Button>
      )}
    </Panel>
  );
}

function Row({ delivery, slug }: { delivery: Delivery; slug: string }) {
  const { id, source_id, received_at, state, items, accepted, duplicates, quarantined } = delivery;
  const { label, tone } = deliveryStates[state];
  return (
    <tr>
      <th scope="row">
        <Link
          to="/w/$slug/sources/$sourceId/deliveries/$deliveryId"
          params={{ slug, sourceId: source_id, deliveryId: id }}
          className={styles.rowLink}
        >
          <Ago at={received_at} />
        </Link>
      </th>
      <td>
        <Badge tone={tone} dot>
          {label()}
        </Badge>
      </td>
      <td className={table.number}>{formatCount(items)}</td>
      <td className={clsx(table.number, table.wide)}>{formatCount(accepted)}</td>
      <td className={clsx(table.number, table.wide)}>{formatCount(duplicates)}</td>
      <td className={clsx(table.number, quarantined > 0 && styles.warning)}>{formatCount(quarantined)}</td>
    </tr>
  );
}

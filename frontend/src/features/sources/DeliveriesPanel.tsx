import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
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
        <div className={table.frame} role="group" aria-label={m.sources_deliveries()} tabIndex={0}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{m.sources_received()}</th>
                <th scope="col">{m.sources_state()}</th>
                <th scope="col" className={table.number}>
                  {m.sources_items()}
                </th>
                <th scope="col" className={table.number}>
                  {m.sources_outcome_accepted()}
                </th>
                <th scope="col" className={table.number}>
                  {m.sources_outcome_duplicate()}
                </th>
                <th scope="col" className={table.number}>
                  {m.sources_outcome_quarantined()}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((delivery) => (
                <Row key={delivery.id} delivery={delivery} slug={slug} />
              ))}
            </tbody>
          </table>
        </div>
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
      <td className={table.number}>{formatCount(accepted)}</td>
      <td className={table.number}>{formatCount(duplicates)}</td>
      <td className={quarantined > 0 ? `${table.number} ${styles.warning}` : table.number}>{formatCount(quarantined)}</td>
    </tr>
  );
}

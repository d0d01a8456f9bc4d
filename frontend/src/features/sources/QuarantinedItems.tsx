import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { quarantineQuery } from "@/api/deliveries";
import type { QuarantineTotal } from "@/api/deliveries";
import { moreOf } from "@/api/pages";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { Ago } from "@/ui/Ago";
import { ErrorState } from "@/ui/ErrorState";
import { LongList } from "@/ui/long-list/LongList";
import { Loading, Skeleton } from "@/ui/Skeleton";
import styles from "./Quarantine.module.css";
import page from "./SourcesScreen.module.css";

/** The items that wait for one reason, newest first, a page at a time. */
export function QuarantinedItems({ of: total }: { of: QuarantineTotal }) {
  const workspace = useWorkspace();
  const waiting = useInfiniteQuery(quarantineQuery(workspace.id, total));
  if (waiting.isError && !waiting.isFetchNextPageError)
    return <ErrorState description={problemText(waiting.error)} onRetry={() => void waiting.refetch()} />;
  if (!waiting.data)
    return (
      <Loading>
        <Skeleton height={80} />
      </Loading>
    );
  return (
    <LongList {...moreOf(waiting)}>
      <ol className={styles.items}>
        {waiting.data.pages
          .flatMap(({ items }) => items)
          .map(({ source_id, delivery_id, position, received_at, detail, excerpt }) => (
            <li key={`${delivery_id} ${position}`}>
              <Link
                to="/w/$slug/sources/$sourceId/deliveries/$deliveryId"
                params={{ slug: workspace.slug, sourceId: source_id, deliveryId: delivery_id }}
                className={page.rowLink}
              >
                <Ago at={received_at} />
              </Link>
              {detail !== total.latest.detail && <p>{detail}</p>}
              <code className={styles.excerpt}>{excerpt}</code>
            </li>
          ))}
      </ol>
    </LongList>
  );
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { quarantineQuery } from "@/api/deliveries";
import type { QuarantineTotal } from "@/api/deliveries";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { Loading, Skeleton } from "@/ui/Skeleton";
import styles from "./Quarantine.module.css";
import page from "./SourcesScreen.module.css";

/** The items that wait for one reason, newest first, a page at a time. */
export function QuarantinedItems({ of: total }: { of: QuarantineTotal }) {
  const workspace = useWorkspace();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    quarantineQuery(workspace.id, total),
  );
  if (error) return <ErrorState description={problemText(error)} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Loading>
        <Skeleton height={80} />
      </Loading>
    );
  return (
    <>
      <ol className={styles.items}>
        {data.pages
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
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.common_show_more()}
        </Button>
      )}
    </>
  );
}

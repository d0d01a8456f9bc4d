import { useInfiniteQuery } from "@tanstack/react-query";
import { deliveriesQuery } from "@/api/deliveries";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { LinkButton } from "@/ui/LinkButton";
import { Panel } from "@/ui/Panel";
import { Loading, Skeleton } from "@/ui/Skeleton";
import table from "@/ui/Table.module.css";
import { DeliveryTable } from "./DeliveryTable";

const shown = 5;

/** The last requests of one source. */
export function RecentDeliveries({ sourceId }: { sourceId: string }) {
  const { id, slug } = useWorkspace();
  const deliveries = useInfiniteQuery(deliveriesQuery(id, { source_id: sourceId }, shown));
  const rows = deliveries.data?.pages[0]?.items ?? [];
  return (
    <Panel
      title={m.sources_deliveries()}
      description={m.sources_deliveries_hint()}
      actions={
        rows.length > 0 && (
          <LinkButton to="/w/$slug/sources/deliveries" params={{ slug }} search={{ source: sourceId }}>
            {m.sources_all_deliveries()}
          </LinkButton>
        )
      }
    >
      {deliveries.isPending && (
        <Loading>
          <Skeleton height={180} radius={12} />
        </Loading>
      )}
      {deliveries.isError && (
        <ErrorState description={problemText(deliveries.error)} onRetry={() => void deliveries.refetch()} />
      )}
      {deliveries.data && rows.length === 0 && <p className={table.quiet}>{m.sources_deliveries_empty()}</p>}
      {rows.length > 0 && <DeliveryTable rows={rows} slug={slug} />}
    </Panel>
  );
}

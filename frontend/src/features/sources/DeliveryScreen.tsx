import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { RotateCcw } from "lucide-react";
import { deliveryQuery, isWaiting } from "@/api/deliveries";
import type { DeliveryDetail } from "@/api/deliveries";
import { problemText } from "@/api/problem-text";
import { sourceQuery } from "@/api/sources";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { CodeBlock } from "@/ui/CodeBlock";
import { ErrorState } from "@/ui/ErrorState";
import { Figure, Figures } from "@/ui/Figures";
import { formatCount, formatMoment } from "@/ui/format";
import { Page } from "@/ui/layout/Page";
import { Panel } from "@/ui/Panel";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { DeliveryItems } from "./DeliveryItems";
import { EditorsOnly } from "./EditorsOnly";
import { deliveryStates } from "./labels";
import { pretty } from "./raw";
import styles from "./SourcesScreen.module.css";
import { useReplaying } from "./useReplaying";

export function DeliveryScreen() {
  const workspace = useWorkspace();
  const { sourceId, deliveryId } = useParams({ from: "/app/w/$slug/sources/$sourceId/deliveries/$deliveryId" });
  const source = useQuery(sourceQuery(sourceId));
  const enabled = canEdit(workspace);
  const delivery = useQuery({ ...deliveryQuery(deliveryId), enabled });
  const { busy, replay } = useReplaying();
  const { data } = delivery;

  return (
    <Page
      title={m.sources_delivery()}
      crumbs={[
        { label: m.shell_sources(), href: `/w/${workspace.slug}/sources` },
        { label: m.sources_deliveries(), href: `/w/${workspace.slug}/sources/deliveries` },
        { label: source.data?.name ?? m.sources_one(), href: `/w/${workspace.slug}/sources/${sourceId}` },
      ]}
      status={
        data && (
          <Badge tone={deliveryStates[data.state].tone} dot>
            {deliveryStates[data.state].label()}
          </Badge>
        )
      }
      actions={
        data &&
        canEdit(workspace) && (
          <Button
            icon={<RotateCcw size={14} aria-hidden />}
            busy={busy || isWaiting(data)}
            onClick={() => replay({ kind: "all", delivery_ids: [deliveryId] })}
          >
            {m.sources_replay()}
          </Button>
        )
      }
    >
      {delivery.isError && (
        <ErrorState description={problemText(delivery.error)} onRetry={() => void delivery.refetch()} />
      )}
      {!enabled && <EditorsOnly />}
      {enabled && delivery.isPending && (
        <Loading className={styles.content}>
          <Skeleton height={68} radius={12} />
          <Skeleton height={320} radius={12} />
        </Loading>
      )}
      {data && (
        <div className={styles.content}>
          <Facts delivery={data} />
          <DeliveryItems results={data.results} />
          <Panel title={m.sources_body()} description={m.sources_body_hint()}>
            <CodeBlock label={m.sources_body()} code={pretty(data.body)} copyLabel={m.sources_copy_body()} />
          </Panel>
          <Panel title={m.sources_headers()}>
            <CodeBlock
              label={m.sources_headers()}
              copyLabel={m.sources_copy_headers()}
              code={data.headers.map(({ name, value }) => `${name}: ${value}`).join("\n")}
              wrap
            />
          </Panel>
        </div>
      )}
    </Page>
  );
}

function Facts({ delivery }: { delivery: DeliveryDetail }) {
  return (
    <>
      {delivery.error && (
        <p role="alert" className={styles.once}>
          {delivery.error}
        </p>
      )}
      <Figures>
        <Figure title={m.sources_received()} wide>{formatMoment(delivery.received_at)}</Figure>
        <Figure title={m.sources_items()}>{formatCount(delivery.items)}</Figure>
        <Figure title={m.sources_outcome_accepted()}>{formatCount(delivery.accepted)}</Figure>
        <Figure title={m.sources_size()}>{m.sources_bytes({ count: delivery.size, shown: formatCount(delivery.size) })}</Figure>
        <Figure title={m.sources_attempts()}>{formatCount(delivery.attempts)}</Figure>
      </Figures>
    </>
  );
}

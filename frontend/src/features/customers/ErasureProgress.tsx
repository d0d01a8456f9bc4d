import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, Eraser } from "lucide-react";
import { erasureQuery } from "@/api/privacy";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { formatCount } from "@/ui/format";
import { LinkButton } from "@/ui/LinkButton";
import styles from "./customers.module.css";

/** How far the removal of a person is, until it is over. */
export function ErasureProgress({ erasureId }: { erasureId: string }) {
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery(erasureQuery(erasureId));
  if (error) return <ErrorState description={problemText(error)} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { state, looked_through, deliveries, items, events } = data;
  const back = (
    <LinkButton to="/w/$slug/customers" params={{ slug }} search={{}}>
      {m.customers_back()}
    </LinkButton>
  );
  return (
    <div role="status" className={styles.erasure}>
      {state === "done" && (
        <EmptyState
          art={<CircleCheck size={32} strokeWidth={1.25} color="var(--positive)" />}
          title={m.customers_erased()}
          description={m.customers_erased_facts({ events: formatCount(events), items: formatCount(items) })}
          actions={back}
        />
      )}
      {state === "dead" && (
        <EmptyState art={<CircleAlert size={32} strokeWidth={1.25} color="var(--negative)" />} title={m.customers_erasure_failed()} description={m.customers_erasure_failed_hint()} actions={back} />
      )}
      {state !== "done" && state !== "dead" && (
        <EmptyState
          art={<Eraser size={32} strokeWidth={1.25} />}
          title={m.customers_erasing()}
          description={
            <>
              <p>{m.customers_erasing_facts({ done: formatCount(looked_through), all: formatCount(deliveries) })}</p>
              <progress value={looked_through} max={Math.max(1, deliveries)} aria-label={m.customers_erasing()} className={styles.progress} />
            </>
          }
        />
      )}
    </div>
  );
}

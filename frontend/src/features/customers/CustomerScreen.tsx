import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Download, UserX } from "lucide-react";
import { useState } from "react";
import { customerEventsQuery, customerQuery, exportAddress } from "@/api/customers";
import { Problem } from "@/api/http";
import { problemText } from "@/api/problem-text";
import { canAdminister, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import buttons from "@/ui/Button.module.css";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { CustomerFacts } from "./CustomerFacts";
import styles from "./customers.module.css";
import { EraseDialog } from "./EraseDialog";
import { ErasureProgress } from "./ErasureProgress";
import { EventTable } from "./EventTable";
import { shortId } from "./formats";
import { Journey } from "./Journey";

/** One person: what is known of them, and their way over a map. */
export function CustomerScreen() {
  const workspace = useWorkspace();
  const { customerId } = useParams({ from: "/app/w/$slug/customers/$customerId" });
  const [erasing, setErasing] = useState(false);
  const [erasureId, setErasureId] = useState<string | null>(null);
  const going = erasureId !== null;
  const customer = useQuery({ ...customerQuery(customerId), enabled: !going });
  const events = useQuery({ ...customerEventsQuery(customerId), enabled: !going });
  const failed = customer.error ?? events.error;
  const gone = failed instanceof Problem && failed.status === 404;
  const { data } = customer;

  return (
    <Page
      title={m.customers_name({ id: shortId(customerId) })}
      crumbs={[{ label: m.customers_title(), href: `/w/${workspace.slug}/customers` }]}
      actions={
        data &&
        !going && (
          <>
            <a href={exportAddress(data.id)} download className={`${buttons.button} ${buttons.secondary}`}>
              <Download size={14} aria-hidden />
              {m.customers_export()}
            </a>
            {canAdminister(workspace) && (
              <Button icon={<UserX size={14} aria-hidden />} onClick={() => setErasing(true)}>
                {m.customers_erase()}
              </Button>
            )}
          </>
        )
      }
    >
      {going && <ErasureProgress erasureId={erasureId} />}
      {!going && failed && (
        <ErrorState
          {...(gone && { title: m.customers_gone() })}
          description={gone ? m.customers_gone_hint() : problemText(failed)}
          {...(!gone && { onRetry: () => void Promise.all([customer.refetch(), events.refetch()]) })}
        />
      )}
      {!going && !failed && (!data || !events.data) && (
        <Loading className={styles.content}>
          <Skeleton height={96} radius={12} />
          <Skeleton height={280} radius={12} />
          <Skeleton height={320} radius={12} />
        </Loading>
      )}
      {!going && data && events.data && (
        <div className={styles.content}>
          <CustomerFacts customer={data} />
          <Journey events={events.data}>{(table) => <EventTable {...table} />}</Journey>
        </div>
      )}
      {erasing && data && (
        <EraseDialog
          customerId={data.id}
          onClose={() => setErasing(false)}
          onStarted={(id) => {
            setErasing(false);
            setErasureId(id);
          }}
        />
      )}
    </Page>
  );
}

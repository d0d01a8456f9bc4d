import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { moreOf } from "@/api/pages";
import { auditQuery, erasuresQuery, isOver } from "@/api/privacy";
import type { AuditEntry, Erasure } from "@/api/privacy";
import { problemText } from "@/api/problem-text";
import { canAdminister, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Badge } from "@/ui/Badge";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { formatCount } from "@/ui/format";
import { Page } from "@/ui/layout/Page";
import { LongList } from "@/ui/long-list/LongList";
import { Panel } from "@/ui/Panel";
import { RecordTable } from "@/ui/RecordTable";
import { Loading, Skeleton } from "@/ui/Skeleton";
import table from "@/ui/Table.module.css";
import styles from "./customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { reasonLabels, reasons } from "./reasons";

/** Who was erased when, by whom and why, without saying who it was. */
export function PrivacyLogScreen() {
  const workspace = useWorkspace();
  const admin = canAdminister(workspace);
  const erasures = useInfiniteQuery({ ...erasuresQuery(workspace.id), enabled: admin });
  const audit = useInfiniteQuery({ ...auditQuery(workspace.id), enabled: admin });
  const failed = [erasures, audit].find(({ isError, isFetchNextPageError }) => isError && !isFetchNextPageError)?.error;
  return (
    <Page title={m.customers_log()} center={<CustomersTabs slug={workspace.slug} />}>
      {!admin && <EmptyState art={<ScrollText size={32} strokeWidth={1.25} />} title={m.customers_admins_only()} description={m.customers_admins_only_hint()} />}
      {failed && <ErrorState description={problemText(failed)} onRetry={() => void Promise.all([erasures.refetch(), audit.refetch()])} />}
      {admin && !failed && (!erasures.data || !audit.data) && (
        <Loading className={styles.content}>
          <Skeleton height={240} radius={12} />
        </Loading>
      )}
      {erasures.data && audit.data && (
        <div className={styles.content}>
          <Erasures rows={erasures.data.pages.flatMap(({ items }) => items)} more={moreOf(erasures)} />
          <Audit rows={audit.data.pages.flatMap(({ items }) => items)} more={moreOf(audit)} />
        </div>
      )}
    </Page>
  );
}

type More = ReturnType<typeof moreOf>;

function Erasures({ rows, more }: { rows: readonly Erasure[]; more: More }) {
  return (
    <Panel title={m.customers_erasures()} description={m.customers_erasures_hint()}>
      {rows.length === 0 && <p className={styles.quiet}>{m.customers_erasures_empty()}</p>}
      {rows.length > 0 && (
        <LongList {...more}>
          <RecordTable
            label={m.customers_erasures()}
            columns={[
              { title: m.customers_when() },
              { title: m.customers_by() },
              { title: m.customers_reason(), wide: true },
              { title: m.customers_state() },
              { title: m.customers_events_removed(), number: true },
            ]}
          >
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Ago at={row.created_at} />
                  </th>
                  <td>{row.actor_name}</td>
                  <td className={table.wide}>{reasonLabels[row.reason]()}</td>
                  <td>
                    <Badge tone={row.state === "done" ? "positive" : row.state === "dead" ? "negative" : "accent"} dot>
                      {isOver(row)
                        ? row.state === "done"
                          ? m.customers_state_done()
                          : m.customers_state_dead()
                        : m.customers_erasing_facts({ done: formatCount(row.looked_through), all: formatCount(row.deliveries) })}
                    </Badge>
                  </td>
                  <td className={table.number}>{formatCount(row.events)}</td>
                </tr>
              ))}
            </tbody>
          </RecordTable>
        </LongList>
      )}
    </Panel>
  );
}

const actions: Record<string, () => string> = { customer_erased: m.customers_action_erased, customer_exported: m.customers_action_exported, import_started: m.customers_action_imported };

function Audit({ rows, more }: { rows: readonly AuditEntry[]; more: More }) {
  return (
    <Panel title={m.customers_audit()} description={m.customers_audit_hint()}>
      {rows.length === 0 && <p className={styles.quiet}>{m.customers_audit_empty()}</p>}
      {rows.length > 0 && (
        <LongList {...more} endless>
          <RecordTable
            label={m.customers_audit()}
            columns={[{ title: m.customers_when() }, { title: m.customers_action() }, { title: m.customers_by() }, { title: m.customers_details(), wide: true }]}
          >
            <tbody>
              {rows.map(({ id, action, actor_name, details, created_at }) => (
                <tr key={id}>
                  <th scope="row">
                    <Ago at={created_at} />
                  </th>
                  <td>{actions[action]?.() ?? action}</td>
                  <td>{actor_name}</td>
                  <td className={table.wide}>{Object.entries(details).filter(([name]) => !name.endsWith("_id")).map(([name, value]) => detailText(name, value)).join(" · ")}</td>
                </tr>
              ))}
            </tbody>
          </RecordTable>
        </LongList>
      )}
    </Panel>
  );
}

const counts: Record<string, (input: { count: number }) => string> = {
  deliveries: m.customers_detail_deliveries,
  items: m.customers_detail_items,
  events: m.customers_detail_events,
  bytes: m.customers_detail_bytes,
};

function detailText(name: string, value: string | number): string {
  const reason = reasons.find((each) => name === "reason" && each === value);
  if (reason) return reasonLabels[reason]();
  return typeof value === "number" && counts[name] ? counts[name]({ count: value }) : `${name}: ${value}`;
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { clsx } from "clsx";
import { ContactRound, SearchX } from "lucide-react";
import { customersQuery } from "@/api/customers";
import type { CustomerSummary } from "@/api/customers";
import { problemText } from "@/api/problem-text";
import { canAdminister, canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { formatCount } from "@/ui/format";
import { Page } from "@/ui/layout/Page";
import { RecordTable } from "@/ui/RecordTable";
import { SearchInput } from "@/ui/SearchInput";
import { useSearchText } from "@/ui/useSearchText";
import { Loading, Skeleton } from "@/ui/Skeleton";
import table from "@/ui/Table.module.css";
import styles from "./customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { shortId } from "./formats";

/** The people in the events, found by an id that a sender gave them. */
export function CustomersScreen() {
  const workspace = useWorkspace();
  return (
    <Page title={m.customers_title()} center={canAdminister(workspace) && <CustomersTabs slug={workspace.slug} />}>
      {canEdit(workspace) ? (
        <Customers />
      ) : (
        <EmptyState art={<ContactRound size={32} strokeWidth={1.25} />} title={m.customers_editors_only()} description={m.customers_editors_only_hint()} />
      )}
    </Page>
  );
}

function Customers() {
  const { id, slug } = useWorkspace();
  const { search = "" } = useSearch({ from: "/app/w/$slug/customers" });
  const navigate = useNavigate();
  const [text, setText] = useSearchText(search, (wanted) =>
    void navigate({ to: "/w/$slug/customers", params: { slug }, search: wanted ? { search: wanted } : {}, replace: true }),
  );
  const customers = useInfiniteQuery(customersQuery(id, search));
  const rows = customers.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div className={styles.content}>
      <div className={styles.find}>
        <SearchInput label={m.customers_find()} placeholder={m.customers_find_example()} value={text} onChange={setText} />
        <p>{m.customers_find_hint()}</p>
      </div>
      {customers.isError && <ErrorState description={problemText(customers.error)} onRetry={() => void customers.refetch()} />}
      {customers.isPending && (
        <Loading>
          <Skeleton height={420} radius={12} />
        </Loading>
      )}
      {customers.data && rows.length === 0 && (
        <EmptyState
          art={search ? <SearchX size={28} strokeWidth={1.5} /> : <ContactRound size={32} strokeWidth={1.25} />}
          title={search ? m.customers_not_found() : m.customers_empty()}
          description={search ? m.customers_not_found_hint() : m.customers_empty_hint()}
        />
      )}
      {rows.length > 0 && (
        <RecordTable
          label={m.customers_title()}
          columns={[
            { title: m.customers_one() },
            { title: m.customers_events(), number: true },
            { title: m.customers_first_seen(), wide: true },
            { title: m.customers_last_seen() },
          ]}
        >
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} slug={slug} />
            ))}
          </tbody>
        </RecordTable>
      )}
      {customers.hasNextPage && (
        <Button className={styles.more} busy={customers.isFetchingNextPage} onClick={() => void customers.fetchNextPage()}>
          {m.common_show_more()}
        </Button>
      )}
    </div>
  );
}

function Row({ row: { id, events, first_seen_at, last_seen_at }, slug }: { row: CustomerSummary; slug: string }) {
  return (
    <tr>
      <th scope="row">
        <Link to="/w/$slug/customers/$customerId" params={{ slug, customerId: id }} className={styles.key}>
          {shortId(id)}
        </Link>
      </th>
      <td className={table.number}>{formatCount(events)}</td>
      <td className={clsx(table.wide)}>{first_seen_at ? <Ago at={first_seen_at} /> : m.customers_never()}</td>
      <td>{last_seen_at ? <Ago at={last_seen_at} /> : m.customers_never()}</td>
    </tr>
  );
}

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { findingSubjectsQuery, openFindingsQuery } from "@/api/workspace-findings";
import { moreOf } from "@/api/pages";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { LongList } from "@/ui/long-list/LongList";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { AttentionFilters } from "./AttentionFilters";
import styles from "./attention.module.css";
import { NothingHere } from "./NothingHere";
import { filterOf, parseAttentionSearch } from "./search";
import type { AttentionSearch } from "./search";
import { SubjectList } from "./SubjectList";

/** What needs a look in the whole workspace: thing by thing, stale maps first. */
export function AttentionScreen() {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const search = parseAttentionSearch(useSearch({ from: "/app/w/$slug/attention" }));
  const filter = filterOf(search);
  const things = useInfiniteQuery(findingSubjectsQuery(workspace.id, filter));
  const open = useQuery(openFindingsQuery(workspace.id));
  const narrow = (next: AttentionSearch) =>
    void navigate({ from: "/w/$slug/attention", to: ".", search: next, replace: true });
  const items = things.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Page title={m.shell_attention()} status={open.data && <Total counts={open.data} />}>
      <div className={styles.content}>
        <AttentionFilters search={search} onChange={narrow} />
        {things.isPending && (
          <Loading className={styles.list}>
            {Array.from({ length: 5 }, (_, index) => (
              <Skeleton key={index} height={64} radius={12} />
            ))}
          </Loading>
        )}
        {things.isError && !things.isFetchNextPageError && <ErrorState description={problemText(things.error)} onRetry={() => void things.refetch()} />}
        {things.data && items.length === 0 && <NothingHere search={search} onShowAll={() => narrow({})} />}
        {items.length > 0 && (
          <LongList {...moreOf(things)} endless>
            <SubjectList key={JSON.stringify(filter)} things={items} filter={filter} />
          </LongList>
        )}
      </div>
    </Page>
  );
}

function Total({ counts }: { counts: { error: number; warning: number; advice: number } }) {
  const count = counts.error + counts.warning + counts.advice;
  if (count === 0) return null;
  return <span className={styles.total}>{m.attention_findings({ count })}</span>;
}

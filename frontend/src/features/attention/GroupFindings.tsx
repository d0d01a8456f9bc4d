import { useInfiniteQuery } from "@tanstack/react-query";
import { FINDINGS_AT_FIRST, FINDINGS_MORE, workspaceFindingsQuery } from "@/api/workspace-findings";
import type { FindingsFilter, FindingSubjectSummary } from "@/api/workspace-findings";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { LinkButton } from "@/ui/LinkButton";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { Problem } from "@/ui/Problem";
import styles from "./attention.module.css";
import { FoundItem } from "./FoundItem";

type Props = { id: string; thing: FindingSubjectSummary; filter: FindingsFilter };

/** What was found of one thing, the worst first, some at a time. */
export function GroupFindings({ id, thing: { subject, counts }, filter }: Props) {
  const workspace = useWorkspace();
  const findings = useInfiniteQuery(workspaceFindingsQuery(workspace.id, { ...filter, subject_id: subject.id }));
  const items = findings.data?.pages.flatMap((page) => page.items) ?? [];
  const expected = counts.error + counts.warning + counts.advice + counts.dismissed;

  return (
    <div id={id} className={styles.found}>
      {findings.isPending && (
        <Loading className={styles.waiting}>
          {Array.from({ length: Math.min(expected, FINDINGS_AT_FIRST) }, (_, index) => (
            <Skeleton key={index} height={40} radius={8} />
          ))}
        </Loading>
      )}
      {findings.isError && (
        <Problem onRetry={() => void findings.refetch()} className={styles.problem}>{problemText(findings.error)}</Problem>
      )}
      <ul aria-label={m.attention_findings_of({ title: subject.title })}>
        {items.map((finding) => (
          <FoundItem key={finding.key} finding={finding} />
        ))}
      </ul>
      {findings.hasNextPage && (
        <div className={styles.rest}>
          <Button look="quiet" busy={findings.isFetchingNextPage} onClick={() => void findings.fetchNextPage()}>
            {m.attention_more_findings({ count: Math.min(expected - items.length, FINDINGS_MORE) })}
          </Button>
          {subject.kind === "map" && (
            <LinkButton look="quiet" to="/maps/$mapId" params={{ mapId: subject.id }} search={{ findings: "all" }}>
              {m.attention_on_map()}
            </LinkButton>
          )}
        </div>
      )}
    </div>
  );
}

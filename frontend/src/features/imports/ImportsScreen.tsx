import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import type { ReactNode } from "react";
import { importsQuery } from "@/api/imports";
import { moreOf } from "@/api/pages";
import { problemText } from "@/api/problem-text";
import { sourcesQuery } from "@/api/sources";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { LongList } from "@/ui/long-list/LongList";
import { Panel } from "@/ui/Panel";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { ImportTable } from "./ImportTable";
import styles from "./imports.module.css";
import { NewImport } from "./NewImport";

type Props = { tabs: ReactNode; /** The source to import into, if somebody came from one. */ sourceId: string | undefined };

/** Drop a file of events here; below, what became of earlier ones. */
export function ImportsScreen({ tabs, sourceId }: Props) {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const sources = useQuery({ ...sourcesQuery(workspace.id), enabled: editable });
  const imports = useInfiniteQuery({ ...importsQuery(workspace.id), enabled: editable });
  const rows = imports.data?.pages.flatMap((page) => page.items) ?? [];
  const ready = sources.data && imports.data;
  const failed = ready ? null : (sources.error ?? imports.error);
  return (
    <Page title={m.imports_title()} crumbs={[{ label: m.shell_sources(), href: `/w/${workspace.slug}/sources` }]} center={editable && tabs}>
      {!editable && <EmptyState art={<FileUp size={32} strokeWidth={1.25} />} title={m.imports_editors_only()} description={m.imports_editors_only_hint()} />}
      {failed && <ErrorState description={problemText(failed)} onRetry={() => void Promise.all([sources.refetch(), imports.refetch()])} />}
      {editable && !failed && !ready && (
        <Loading className={styles.content}>
          <Skeleton height={280} radius={12} />
          <Skeleton height={120} radius={12} />
        </Loading>
      )}
      {ready && (
        <div className={styles.content}>
          <NewImport sources={sources.data} sourceId={sourceId} />
          {rows.length > 0 && (
            <Panel title={m.imports_earlier()} description={m.imports_earlier_hint()}>
              <LongList {...moreOf(imports)} endless>
                <ImportTable rows={rows} sources={sources.data} />
              </LongList>
            </Panel>
          )}
        </div>
      )}
    </Page>
  );
}

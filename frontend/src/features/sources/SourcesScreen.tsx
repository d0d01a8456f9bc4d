import { useQuery } from "@tanstack/react-query";
import { Database, FileUp, Plus } from "lucide-react";
import { problemText } from "@/api/problem-text";
import { sourcesQuery } from "@/api/sources";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { LinkButton } from "@/ui/LinkButton";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { SourceCard } from "./SourceCard";
import styles from "./SourcesScreen.module.css";
import { SourcesTabs } from "./SourcesTabs";

export function SourcesScreen() {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const sources = useQuery(sourcesQuery(workspace.id));
  const list = useGrowing(sources.data?.length ?? 0);
  const newButton = (
    <LinkButton
      look="primary"
      to="/w/$slug/sources/new"
      params={{ slug: workspace.slug }}
      search={{}}
      icon={<Plus size={14} strokeWidth={2.25} aria-hidden />}
    >
      {m.sources_new()}
    </LinkButton>
  );
  const importButton = (
    <LinkButton to="/w/$slug/sources/imports" params={{ slug: workspace.slug }} search={{}} icon={<FileUp size={14} aria-hidden />}>
      {m.imports_new()}
    </LinkButton>
  );

  return (
    <Page title={m.shell_sources()} center={editable && <SourcesTabs slug={workspace.slug} />} actions={editable && sources.data?.length !== 0 && newButton}>
      {sources.isError && <ErrorState description={problemText(sources.error)} onRetry={() => void sources.refetch()} />}
      {sources.isPending && (
        <Loading className={styles.content}>
          <Skeleton height={76} radius={12} />
          <Skeleton height={76} radius={12} />
        </Loading>
      )}
      {sources.data?.length === 0 && (
        <EmptyState
          art={<Database size={32} strokeWidth={1.25} />}
          title={m.sources_empty_title()}
          description={editable ? m.sources_empty_hint() : m.sources_empty_hint_viewer()}
          actions={
            editable && (
              <>
                {newButton}
                {importButton}
              </>
            )
          }
        />
      )}
      {sources.data && sources.data.length > 0 && (
        <LongList {...list} endless className={styles.content}>
          <ul className={styles.cards}>
            {sources.data.slice(0, list.shown).map((source) => (
              <SourceCard key={source.id} source={source} slug={workspace.slug} />
            ))}
          </ul>
        </LongList>
      )}
    </Page>
  );
}

import { useQuery } from "@tanstack/react-query";
import { importQuery } from "@/api/imports";
import type { Import } from "@/api/imports";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { LinkButton } from "@/ui/LinkButton";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { ImportProgress } from "./ImportProgress";
import styles from "./imports.module.css";
import { states } from "./labels";
import { MapColumns } from "./MapColumns";
import { UnfinishedUpload } from "./UnfinishedUpload";

/** One file: what its columns mean, then how far the import is, then what became of it. */
export function ImportScreen({ importId }: { importId: string }) {
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery(importQuery(importId));
  return (
    <Page
      title={data?.name ?? m.imports_one()}
      crumbs={[
        { label: m.shell_sources(), href: `/w/${slug}/sources` },
        { label: m.imports_title(), href: `/w/${slug}/sources/imports` },
      ]}
      status={
        data && (
          <Badge tone={states[data.state].tone} dot>
            {states[data.state].label()}
          </Badge>
        )
      }
    >
      {error && <ErrorState description={problemText(error)} onRetry={() => void refetch()} />}
      {!error && !data && (
        <Loading className={styles.content}>
          <Skeleton height={320} radius={12} />
        </Loading>
      )}
      {data && !error && <Stage found={data} />}
    </Page>
  );
}

function Stage({ found }: { found: Import }) {
  const { slug } = useWorkspace();
  const another = (
    <LinkButton look="primary" to="/w/$slug/sources/imports" params={{ slug }} search={{}}>
      {m.imports_another()}
    </LinkButton>
  );
  if (found.state === "ready") return <MapColumns key={found.id} found={found} />;
  if (found.state === "uploading") return <UnfinishedUpload found={found} />;
  if (found.state === "discarded" && found.rows === 0) return <EmptyState title={m.imports_discarded()} description={m.imports_discarded_hint()} actions={another} />;
  return <ImportProgress found={found} />;
}

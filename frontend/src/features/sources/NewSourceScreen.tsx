import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { problemText } from "@/api/problem-text";
import { sourceFormatsQuery } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { FormatGallery } from "./FormatGallery";
import { NewSourceForm } from "./NewSourceForm";
import styles from "./SourcesScreen.module.css";

/** First who sends, then what is needed for it. The address of the page says how far it is. */
export function NewSourceScreen() {
  const workspace = useWorkspace();
  const { format } = useSearch({ from: "/app/w/$slug/sources/new" });
  const formats = useQuery(sourceFormatsQuery);
  const chosen = formats.data?.find(({ key }) => key === format);

  return (
    <Page title={m.sources_new()} crumbs={[{ label: m.shell_sources(), href: `/w/${workspace.slug}/sources` }]}>
      {formats.isError && <ErrorState description={problemText(formats.error)} onRetry={() => void formats.refetch()} />}
      {formats.isPending && (
        <Loading className={styles.content}>
          <Skeleton width={320} height={30} radius={8} />
          <Skeleton height={420} radius={12} />
        </Loading>
      )}
      {formats.data && !chosen && <FormatGallery formats={formats.data} slug={workspace.slug} />}
      {chosen && <NewSourceForm key={chosen.key} format={chosen} />}
    </Page>
  );
}

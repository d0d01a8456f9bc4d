import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { problemText } from "@/api/problem-text";
import { sourceFormatsQuery, sourceQuery } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { Loading, Skeleton } from "@/ui/Skeleton";
import page from "../SourcesScreen.module.css";

const MappingEditor = lazy(async () => ({ default: (await import("./MappingEditor")).MappingEditor }));

/** How the items of a source are understood. */
export function MappingScreen() {
  const workspace = useWorkspace();
  const { sourceId } = useParams({ from: "/app/w/$slug/sources/$sourceId/mapping" });
  const { item } = useSearch({ from: "/app/w/$slug/sources/$sourceId/mapping" });
  const source = useQuery(sourceQuery(sourceId));
  const formats = useQuery(sourceFormatsQuery);
  const format = formats.data?.find(({ key }) => key === source.data?.format);
  const failed = source.error ?? formats.error;
  const waiting = (
    <Page
      title={m.sources_mapping()}
      crumbs={[
        { label: m.shell_sources(), href: `/w/${workspace.slug}/sources` },
        { label: source.data?.name ?? m.sources_one(), href: `/w/${workspace.slug}/sources/${sourceId}` },
      ]}
    >
      {failed ? (
        <ErrorState description={problemText(failed)} onRetry={() => void Promise.all([source.refetch(), formats.refetch()])} />
      ) : (
        <Loading className={page.content}>
          <Skeleton height={420} radius={12} />
        </Loading>
      )}
    </Page>
  );
  if (!source.data || !format) return waiting;
  return (
    <Suspense fallback={waiting}>
      <MappingEditor key={source.data.id} source={source.data} format={format} item={item ?? null} />
    </Suspense>
  );
}

import { useParams, useSearch } from "@tanstack/react-router";
import { useWorkspace } from "@/api/workspace-context";
import { ImportScreen } from "@/features/imports/ImportScreen";
import { ImportsScreen } from "@/features/imports/ImportsScreen";
import { SourcesTabs } from "@/features/sources/SourcesTabs";

export function ImportsPage() {
  const { slug } = useWorkspace();
  const { source } = useSearch({ from: "/app/w/$slug/sources/imports" });
  return <ImportsScreen tabs={<SourcesTabs slug={slug} />} sourceId={source} />;
}

export function ImportPage() {
  const { importId } = useParams({ from: "/app/w/$slug/sources/imports/$importId" });
  return <ImportScreen importId={importId} />;
}

import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useDeferredValue, useMemo } from "react";
import { mapsQuery } from "@/api/maps";
import { membersQuery } from "@/api/members";
import { personasQuery } from "@/api/personas";
import { problemText } from "@/api/problem-text";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { mapScoresQuery } from "@/api/workspace-findings";
import { m } from "@/i18n/generated/messages";
import { useCommands } from "@/ui/commands/store";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/layout/Page";
import { LinkButton } from "@/ui/LinkButton";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { EmptyGallery, NothingFound } from "./EmptyGallery";
import styles from "./GalleryScreen.module.css";
import { GalleryToolbar } from "./GalleryToolbar";
import { MapGrid } from "./MapGrid";
import { findMaps } from "./search";
import type { GallerySearch } from "./search";
import { useMapDeletion } from "./useMapDeletion";

const none: readonly never[] = [];

export function GalleryScreen() {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const navigate = useNavigate();
  const search = useSearch({ from: "/app/w/$slug/" });
  const maps = useQuery(mapsQuery(workspace.id));
  const personas = useQuery(personasQuery(workspace.id));
  const members = useQuery(membersQuery(workspace.id));
  // What takes a server longest to know comes when the maps are drawn.
  const scores = useQuery({ ...mapScoresQuery(workspace.id), enabled: maps.isSuccess });
  // A long list may take a moment; what is typed never waits for it.
  const wanted = useDeferredValue(search);
  const found = useMemo(() => findMaps(maps.data ?? [], wanted), [maps.data, wanted]);

  const deleteMap = useMapDeletion(workspace.id);

  const narrow = (next: GallerySearch) =>
    void navigate({ from: "/w/$slug/", to: ".", search: next, replace: true });

  useCommands(
    useMemo(
      () =>
        editable
          ? [
              {
                id: "new-map",
                label: m.gallery_new_map(),
                section: m.shell_maps(),
                shortcut: "c",
                run: () => void navigate({ to: "/w/$slug/new", params: { slug: workspace.slug } }),
              },
            ]
          : [],
      [editable, navigate, workspace.slug],
    ),
  );

  return (
    <Page
      title={m.shell_maps()}
      actions={
        editable && (
          <LinkButton
            look="primary"
            icon={<Plus size={14} strokeWidth={2.25} aria-hidden />}
            to="/w/$slug/new"
            params={{ slug: workspace.slug }}
          >
            {m.gallery_new_map()}
          </LinkButton>
        )
      }
    >
      {maps.isPending && <GallerySkeleton />}
      {maps.isError && <ErrorState description={problemText(maps.error)} onRetry={() => void maps.refetch()} />}
      {maps.data?.length === 0 && <EmptyGallery editable={editable} slug={workspace.slug} />}
      {maps.data && maps.data.length > 0 && (
        <div className={styles.content}>
          <GalleryToolbar search={search} personas={personas.data ?? []} count={found.length} onChange={narrow} />
          {found.length === 0 ? (
            <NothingFound onClear={() => narrow({})} />
          ) : (
            <MapGrid
              workspaceId={workspace.id}
              maps={found}
              search={JSON.stringify(wanted)}
              personas={personas.data ?? none}
              members={members.data ?? none}
              scores={scores.data}
              editable={editable}
              onDelete={deleteMap}
            />
          )}
        </div>
      )}
    </Page>
  );
}

function GallerySkeleton() {
  return (
    <Loading className={styles.content}>
      <div className={styles.toolbar}>
        <Skeleton width={280} height={30} radius={8} />
      </div>
      <div className={styles.grid}>
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} height={226} radius={12} />
        ))}
      </div>
    </Loading>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { mapDocumentQuery } from "@/api/map-document";
import { sessionQuery } from "@/api/session";
import { WorkspaceProvider } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { useShortcuts } from "@/ui/commands/useShortcuts";
import { FrameProvider } from "@/ui/layout/frame";
import styles from "./AppShell.module.css";
import { lastWorkspace, rememberWorkspace } from "./last-workspace";
import { Notices } from "./Notices";
import { Rail } from "./Rail";
import { SearchButton } from "./SearchButton";
import { useShellCommands } from "./useShellCommands";
import { useShellStore } from "./store";

const CommandPalette = lazy(() => import("./CommandPalette"));
const ShortcutsSheet = lazy(() => import("./ShortcutsSheet"));

/** A map's address does not name its workspace: the map itself does, once it is read. */
function useMapWorkspace(): string | undefined {
  const { mapId = "" } = useParams({ strict: false });
  return useQuery({ ...mapDocumentQuery(mapId), enabled: false }).data?.workspace_id;
}

/** What surrounds every page of somebody who is signed in. */
export function AppShell() {
  const { data: session } = useQuery(sessionQuery);
  const workspaceId = useMapWorkspace();
  const { slug } = useParams({ strict: false });
  const opened = useShellStore((state) => state.opened);
  const workspaces = session?.workspaces ?? [];
  const workspace = workspaces.find((each) => each.slug === slug || each.id === workspaceId) ?? lastWorkspace(workspaces);

  useEffect(() => {
    if (workspace) rememberWorkspace(workspace.id);
  }, [workspace]);

  useShortcuts();
  useShellCommands(workspace);

  const frame = useMemo(
    () => ({
      rootCrumb: workspace ? { label: workspace.name, href: `/w/${workspace.slug}` } : null,
      topBarEnd: <SearchButton />,
    }),
    [workspace],
  );

  if (!session) return null;
  return (
    <WorkspaceProvider value={workspace ?? null}>
      <FrameProvider value={frame}>
        <a href="#main" className={styles.skip} data-print="hide">
          {m.shell_skip()}
        </a>
        <div className={styles.shell}>
          <Rail user={session.user} workspaces={workspaces} workspace={workspace} />
          <div className={styles.page}>
            <Notices user={session.user} workspace={workspace} />
            <Outlet />
          </div>
        </div>
        <Suspense>
          {opened === "palette" && <CommandPalette workspace={workspace} />}
          {opened === "shortcuts" && <ShortcutsSheet />}
        </Suspense>
      </FrameProvider>
    </WorkspaceProvider>
  );
}

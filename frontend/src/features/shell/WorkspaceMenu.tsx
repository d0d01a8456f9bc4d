import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { OwnWorkspace } from "@/api/session";
import { m } from "@/i18n/generated/messages";
import { Logo } from "@/ui/Logo";
import { MenuButton } from "@/ui/MenuButton";
import styles from "./Rail.module.css";

const NewWorkspaceDialog = lazy(async () => ({ default: (await import("./NewWorkspaceDialog")).NewWorkspaceDialog }));

type Props = { workspaces: readonly OwnWorkspace[]; workspace: OwnWorkspace | undefined };

/** The logo opens the list of workspaces. */
export function WorkspaceMenu({ workspaces, workspace }: Props) {
  const navigate = useNavigate();
  const [naming, setNaming] = useState(false);

  return (
    <>
      <MenuButton
        label={m.shell_workspaces()}
        placement="right top"
        entries={[
          {
            id: "workspaces",
            title: m.shell_workspaces(),
            items: workspaces.map(({ id, name, slug }) => ({
              id,
              label: name,
              selected: id === workspace?.id,
              onAction: () => void navigate({ to: "/w/$slug", params: { slug } }),
            })),
          },
          {
            id: "more",
            items: [
              {
                id: "new",
                label: m.shell_new_workspace(),
                icon: <Plus size={15} aria-hidden />,
                onAction: () => setNaming(true),
              },
            ],
          },
        ]}
      >
        {(trigger) => (
          <button type="button" {...trigger} className={styles.logo} aria-label={m.shell_switch_workspace()}>
            <Logo />
          </button>
        )}
      </MenuButton>
      {naming && (
        <Suspense>
          <NewWorkspaceDialog open onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </>
  );
}

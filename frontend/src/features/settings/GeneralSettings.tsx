import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { useRenameWorkspace, workspaceQuery } from "@/api/workspaces";
import type { Workspace } from "@/api/workspaces";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { Panel } from "@/ui/Panel";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { TextField } from "@/ui/TextField";
import { toast } from "@/ui/toast/store";
import { SettingsPage } from "./SettingsPage";
import styles from "./SettingsPage.module.css";
import { ThemePanel } from "./ThemePanel";

export function GeneralSettings() {
  const { id } = useWorkspace();
  const workspace = useQuery(workspaceQuery(id));
  return (
    <SettingsPage title={m.settings_general()}>
      {workspace.isError && (
        <ErrorState description={problemText(workspace.error)} onRetry={() => void workspace.refetch()} />
      )}
      {workspace.isPending && (
        <Loading>
          <Skeleton height={160} radius={12} />
        </Loading>
      )}
      {workspace.data && <NamePanel key={workspace.data.name} workspace={workspace.data} />}
      <ThemePanel />
    </SettingsPage>
  );
}

function NamePanel({ workspace }: { workspace: Workspace }) {
  const rename = useRenameWorkspace(workspace.id);
  const [value, setValue] = useState(workspace.name);
  const name = value.trim();
  const { edit } = workspace.abilities;

  return (
    <Panel title={m.settings_workspace()} description={edit ? m.settings_workspace_hint() : m.settings_admins_only()}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate(
            { name, revision: workspace.revision },
            { onSuccess: () => toast({ message: m.settings_workspace_saved() }) },
          );
        }}
      >
        <TextField
          label={m.settings_workspace_name()}
          value={value}
          onChange={setValue}
          maxLength={200}
          readOnly={!edit}
          error={rename.error ? problemText(rename.error) : undefined}
        />
        {edit && (
          <div>
            <Button look="primary" type="submit" busy={rename.isPending} disabled={name === "" || name === workspace.name}>
              {m.common_save()}
            </Button>
          </div>
        )}
      </form>
    </Panel>
  );
}

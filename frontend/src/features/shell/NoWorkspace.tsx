import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/layout/Page";
import { Logo } from "@/ui/Logo";
import { NewWorkspaceDialog } from "./NewWorkspaceDialog";

/** For somebody who belongs to no workspace (any more). */
export function NoWorkspace() {
  const [naming, setNaming] = useState(false);
  return (
    <Page title={m.shell_no_workspace_title()}>
      <EmptyState
        art={<Logo size={40} />}
        title={m.shell_no_workspace_title()}
        description={m.shell_no_workspace_hint()}
        actions={
          <Button look="primary" onClick={() => setNaming(true)}>
            {m.shell_new_workspace()}
          </Button>
        }
      />
      <NewWorkspaceDialog open={naming} onClose={() => setNaming(false)} />
    </Page>
  );
}

import { lazy, Suspense, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/layout/Page";
import { Logo } from "@/ui/Logo";

const NewWorkspaceDialog = lazy(async () => ({ default: (await import("./NewWorkspaceDialog")).NewWorkspaceDialog }));

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
      {naming && (
        <Suspense>
          <NewWorkspaceDialog open onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </Page>
  );
}

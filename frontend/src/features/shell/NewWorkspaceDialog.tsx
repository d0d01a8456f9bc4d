import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useCreateWorkspace } from "@/api/workspaces";
import { m } from "@/i18n/generated/messages";
import { problemText } from "@/api/problem-text";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/TextField";

export function NewWorkspaceDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const form = useId();
  const navigate = useNavigate();
  const create = useCreateWorkspace();
  const [name, setName] = useState("");

  const submit = () =>
    create.mutate(name.trim(), {
      onSuccess: (workspace) => {
        setName("");
        onClose();
        void navigate({ to: "/w/$slug", params: { slug: workspace.slug } });
      },
    });

  return (
    <Dialog
      open={open}
      onClose={onClose}
      width={400}
      title={m.shell_new_workspace()}
      description={m.shell_new_workspace_hint()}
      footer={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="primary" type="submit" form={form} busy={create.isPending} disabled={name.trim() === ""}>
            {m.common_create()}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={m.shell_workspace_name()}
          value={name}
          onChange={setName}
          autoFocus
          maxLength={200}
          error={create.error ? problemText(create.error) : undefined}
        />
      </form>
    </Dialog>
  );
}

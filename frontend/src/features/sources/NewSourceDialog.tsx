import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { problemText } from "@/api/problem-text";
import { useCreateSource } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/TextField";
import { ConnectDetails } from "./ConnectDetails";

/** Names a source; then shows, once, what its sender needs. */
export function NewSourceDialog({ onClose }: { onClose: () => void }) {
  const form = useId();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const create = useCreateSource(workspace.id);
  const [name, setName] = useState("");
  const made = create.data;

  if (made) {
    const open = () => {
      onClose();
      void navigate({ to: "/w/$slug/sources/$sourceId", params: { slug: workspace.slug, sourceId: made.id } });
    };
    return (
      <Dialog
        open
        onClose={open}
        width={640}
        title={m.sources_connect_title({ name: made.name })}
        description={m.sources_connect_hint()}
        footer={
          <Button look="primary" onClick={open}>
            {m.sources_secret_kept()}
          </Button>
        }
      >
        <ConnectDetails source={made} secret={made.secret} />
      </Dialog>
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      width={400}
      title={m.sources_new()}
      description={m.sources_new_hint()}
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
          create.mutate({ name: name.trim() });
        }}
      >
        <TextField
          label={m.sources_name()}
          placeholder={m.sources_name_example()}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          error={create.error ? problemText(create.error) : undefined}
        />
      </form>
    </Dialog>
  );
}

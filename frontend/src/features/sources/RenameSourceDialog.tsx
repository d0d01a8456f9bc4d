import { useId, useState } from "react";
import { problemText } from "@/api/problem-text";
import { useSourceChanges } from "@/api/source-changes";
import type { Source } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/TextField";

export function RenameSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const form = useId();
  const workspace = useWorkspace();
  const { update } = useSourceChanges(workspace.id, source.id);
  const [value, setValue] = useState(source.name);
  const name = value.trim();
  return (
    <Dialog
      open
      onClose={onClose}
      width={400}
      title={m.sources_rename_title()}
      footer={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="primary" type="submit" form={form} busy={update.isPending} disabled={name === ""}>
            {m.common_rename()}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate({ revision: source.revision, set: { name } }, { onSuccess: onClose });
        }}
      >
        <TextField
          label={m.sources_name()}
          value={value}
          onChange={setValue}
          maxLength={200}
          autoFocus
          error={update.error ? problemText(update.error) : undefined}
        />
      </form>
    </Dialog>
  );
}

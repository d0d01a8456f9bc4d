import { useId, useState } from "react";
import { useApiKeyChanges } from "@/api/api-keys";
import type { ApiKeyScope } from "@/api/api-keys";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { CopyField } from "@/ui/CopyField";
import { Dialog } from "@/ui/Dialog";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { expiryDate, lifetimes } from "./lifetimes";
import type { Lifetime } from "./lifetimes";
import { scopeOptions } from "./roles";
import styles from "./SettingsPage.module.css";

/** Makes a key; then shows it, once. */
export function NewApiKeyDialog({ workspaceId, onClose }: { workspaceId: string; onClose: () => void }) {
  const form = useId();
  const { create } = useApiKeyChanges(workspaceId);
  const [name, setName] = useState("");
  const [scope, setScope] = useState<ApiKeyScope>("read");
  const [lifetime, setLifetime] = useState<Lifetime>("90");
  const made = create.data;

  if (made) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={m.settings_key_made_title({ name: made.name })}
        description={m.settings_key_made_hint()}
        footer={
          <Button look="primary" onClick={onClose}>
            {m.settings_key_kept()}
          </Button>
        }
      >
        <CopyField label={m.settings_key()} value={made.secret} copyLabel={m.settings_copy_key()} />
        <p className={styles.once}>{m.settings_key_once()}</p>
      </Dialog>
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      width={400}
      title={m.settings_new_key()}
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
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ name: name.trim(), scope, expires_at: expiryDate(lifetime, new Date()) });
        }}
      >
        <TextField
          label={m.settings_key_name()}
          placeholder={m.settings_key_name_example()}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          error={create.error ? problemText(create.error) : undefined}
        />
        <Select label={m.settings_scope()} value={scope} onChange={setScope} options={scopeOptions} />
        <Select
          label={m.settings_expires()}
          value={lifetime}
          onChange={setLifetime}
          options={lifetimes.map((value) => ({
            value,
            label: value === "never" ? m.settings_never_expires() : m.settings_in_days({ count: Number(value) }),
          }))}
        />
      </form>
    </Dialog>
  );
}

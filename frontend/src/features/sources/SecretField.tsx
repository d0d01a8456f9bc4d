import { useState } from "react";
import { fieldProblem, formProblem } from "@/api/problem-text";
import { useSourceChanges } from "@/api/source-changes";
import type { Source } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/TextField";
import { toast } from "@/ui/toast/store";
import styles from "./ConnectScreen.module.css";

type Props = { source: Source; label: string; hint?: string };

/** Takes the secret that the sender made. */
export function SecretField({ source, label, hint }: Props) {
  const workspace = useWorkspace();
  const { rotate } = useSourceChanges(workspace.id, source.id);
  const [secret, setSecret] = useState("");
  return (
    <form
      className={styles.secret}
      onSubmit={(event) => {
        event.preventDefault();
        if (secret.trim() === "") return;
        rotate.mutate(
          { revision: source.revision, secret: secret.trim() },
          {
            onSuccess: () => {
              setSecret("");
              toast({ message: m.sources_secret_entered() });
            },
          },
        );
      }}
    >
      <TextField
        label={label}
        hint={hint}
        value={secret}
        onChange={setSecret}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        error={fieldProblem(rotate.error, "/secret") ?? formProblem(rotate.error, ["/secret"])}
      />
      <Button type="submit" busy={rotate.isPending} disabled={secret.trim() === ""}>
        {m.common_save()}
      </Button>
    </form>
  );
}

import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "../Button";
import { TextArea } from "../TextArea";
import styles from "./finding.module.css";

type Props = { onDismiss: (reason: string) => Promise<unknown>; onCancel: () => void };

/** Puts a finding away, with a word for those who wonder later. */
export function DismissForm({ onDismiss, onCancel }: Props) {
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    await onDismiss(reason.trim()).finally(() => setBusy(false));
  };
  return (
    <form
      className={styles.dismissing}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextArea
        autoFocus
        label={m.findings_reason()}
        hint={m.findings_reason_hint()}
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
      <div className={styles.buttons}>
        <Button look="primary" type="submit" busy={busy}>
          {m.common_dismiss()}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {m.common_cancel()}
        </Button>
      </div>
    </form>
  );
}

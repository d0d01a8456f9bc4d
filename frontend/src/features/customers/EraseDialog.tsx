import { useId, useState } from "react";
import { useErase } from "@/api/privacy";
import type { ErasureReason } from "@/api/privacy";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Select } from "@/ui/Select";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import styles from "./customers.module.css";
import { shortId } from "./formats";
import { reasonLabels, reasons } from "./reasons";

type Props = { customerId: string; onClose: () => void; onStarted: (erasureId: string) => void };

const mostIds = 50;

/** Asks, twice over, before everything of a person is removed for good. */
export function EraseDialog({ customerId, onClose, onStarted }: Props) {
  const form = useId();
  const workspace = useWorkspace();
  const erase = useErase(workspace.id);
  const [reason, setReason] = useState<ErasureReason>("request");
  const [ids, setIds] = useState("");
  const [typed, setTyped] = useState("");
  const word = shortId(customerId);
  const ownIds = ids.split("\n").map((id) => id.trim()).filter(Boolean).slice(0, mostIds);
  const sure = typed.trim().toLowerCase() === word;
  return (
    <Dialog
      open
      onClose={onClose}
      width={480}
      title={m.customers_erase_title()}
      description={m.customers_erase_hint()}
      footer={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="danger" type="submit" form={form} disabled={!sure} busy={erase.isPending}>
            {m.customers_erase_confirm()}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (sure) erase.mutate({ customer_id: customerId, own_ids: ownIds, reason }, { onSuccess: ({ id }) => onStarted(id) });
        }}
      >
        <Select label={m.customers_reason()} value={reason} onChange={setReason} options={reasons.map((each) => ({ value: each, label: reasonLabels[each]() }))} />
        <TextArea label={m.customers_own_ids()} hint={m.customers_own_ids_hint()} value={ids} onChange={setIds} rows={2} spellCheck={false} />
        <TextField
          label={m.customers_type_to_confirm({ word })}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          spellCheck={false}
          error={erase.error ? problemText(erase.error) : undefined}
        />
      </form>
    </Dialog>
  );
}

import { Plus, X } from "lucide-react";
import type { MoneyAt } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { TextField } from "@/ui/TextField";
import styles from "./fields.module.css";
import { isPointer } from "./pointers";
import { PointerField } from "./PointerField";

type Props = {
  label: string;
  value: MoneyAt | null;
  onChange: (change: (value: MoneyAt | null) => MoneyAt | null, about?: string) => void;
};

const start: MoneyAt = { field: "", currency: "", minor_units: false, otherwise: "" };

const isCurrency = (text: string): boolean => isPointer(text) || /^[A-Za-z]{3}$/.test(text);

/** Where an amount is, and in which currency. */
export function MoneyEditor({ label, value, onChange }: Props) {
  const set = (part: Partial<MoneyAt>, about?: string) => onChange((now) => ({ ...(now ?? start), ...part }), about);
  if (!value)
    return (
      <div>
        <Button look="quiet" icon={<Plus size={14} aria-hidden />} onClick={() => onChange(() => start)}>
          {label}
        </Button>
      </div>
    );
  return (
    <div className={styles.stack} role="group" aria-label={label}>
      <div className={styles.line}>
        <div className={styles.pair}>
          <PointerField label={m.sources_value_field()} value={value.field} onChange={(field) => set({ field }, "value-field")} />
          <PointerField label={m.sources_value_currency()} value={value.currency} accepts={isCurrency} onChange={(currency) => set({ currency }, "currency")} />
        </div>
        <IconButton label={m.sources_remove_value()} tooltip={false} onClick={() => onChange(() => null)}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <div className={styles.pair}>
        <label className={styles.tick}>
          <input type="checkbox" checked={value.minor_units ?? false} onChange={(event) => set({ minor_units: event.target.checked })} />
          {m.sources_value_minor()}
        </label>
        <TextField label={m.sources_value_otherwise()} value={value.otherwise ?? ""} onChange={(otherwise) => set({ otherwise }, "otherwise")} maxLength={3} placeholder={m.sources_currency_example()} spellCheck={false} />
      </div>
    </div>
  );
}

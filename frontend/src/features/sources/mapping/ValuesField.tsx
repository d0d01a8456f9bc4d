import { X } from "lucide-react";
import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import styles from "./fields.module.css";
import type { Scalar } from "./pointers";
import { SuggestField } from "./SuggestField";
import { parseValue, writeValue } from "./values";

type Props = {
  label: string;
  values: readonly Scalar[];
  onChange: (values: Scalar[]) => void;
  suggestions: readonly { value: string }[];
};

/** Several values, any of which will do. */
export function ValuesField({ label, values, onChange, suggestions }: Props) {
  const [text, setText] = useState("");
  const add = () => {
    const value = parseValue(text);
    if (text.trim() !== "" && !values.includes(value)) onChange([...values, value]);
    setText("");
  };
  return (
    <div className={styles.stack}>
      {values.length > 0 && (
        <ul className={styles.values} aria-label={label}>
          {values.map((value) => (
            <li key={JSON.stringify(value)} className={styles.chip}>
              {writeValue(value)}
              <IconButton
                label={m.common_remove_item({ item: writeValue(value) })}
                size={24}
                tooltip={false}
                onClick={() => onChange(values.filter((each) => each !== value))}
              >
                <X size={12} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.line}>
        <SuggestField label={label} hideLabel value={text} onChange={setText} suggestions={suggestions} maxLength={500} />
        <Button onClick={add} disabled={text.trim() === ""}>
          {m.common_add()}
        </Button>
      </div>
    </div>
  );
}

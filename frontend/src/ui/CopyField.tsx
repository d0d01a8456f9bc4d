import { CopyButton } from "./CopyButton";
import styles from "./CopyField.module.css";
import { Field } from "./Field";

type Props = { label: string; value: string; hint?: string; copyLabel: string };

/** Something to be taken elsewhere: an address, a secret. */
export function CopyField({ label, value, hint, copyLabel }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className={styles.box}>
          <input {...control} className={styles.value} readOnly value={value} onFocus={(event) => event.target.select()} />
          <CopyButton text={value} label={copyLabel} size={28} />
        </div>
      )}
    </Field>
  );
}

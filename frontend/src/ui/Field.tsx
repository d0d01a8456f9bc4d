import { clsx } from "clsx";
import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./Field.module.css";

/** What a control must carry so that its label, hint and error are read with it. */
export type FieldControl = {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

export type FieldProps = {
  label: string;
  /** The label is read but not seen. */
  hideLabel?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string | undefined;
};

type Props = FieldProps & { children: (control: FieldControl) => ReactNode };

/** Label, control, hint and error, wired together. */
export function Field({ label, hideLabel = false, hint, error, className, children }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(" ");
  return (
    <div className={clsx(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : styles.label}>
        {label}
      </label>
      {children({ id, "aria-invalid": error ? true : undefined, "aria-describedby": describedBy || undefined })}
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

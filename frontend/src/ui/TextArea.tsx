import { clsx } from "clsx";
import type { Ref, TextareaHTMLAttributes } from "react";
import { Field } from "./Field";
import type { FieldProps } from "./Field";
import styles from "./Field.module.css";

type Props = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "onChange" | "className"> & {
    onChange?: (value: string) => void;
    ref?: Ref<HTMLTextAreaElement>;
  };

export function TextArea({ label, hideLabel, hint, error, className, onChange, ...rest }: Props) {
  return (
    <Field {...{ label, hint, error, className }} hideLabel={hideLabel ?? false}>
      {(control) => (
        <textarea
          rows={3}
          {...rest}
          {...control}
          className={clsx(styles.input, styles.area)}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </Field>
  );
}

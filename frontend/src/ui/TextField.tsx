import { clsx } from "clsx";
import type { InputHTMLAttributes, Ref } from "react";
import { Field } from "./Field";
import type { FieldProps } from "./Field";
import styles from "./Field.module.css";

type Props = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "onChange" | "className"> & {
    onChange?: (value: string) => void;
    inputClassName?: string | undefined;
    ref?: Ref<HTMLInputElement>;
  };

export function TextField({ label, hideLabel, hint, error, className, inputClassName, onChange, ...rest }: Props) {
  return (
    <Field {...{ label, hint, error, className }} hideLabel={hideLabel ?? false}>
      {(control) => (
        <input
          {...rest}
          {...control}
          className={clsx(styles.input, inputClassName)}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </Field>
  );
}

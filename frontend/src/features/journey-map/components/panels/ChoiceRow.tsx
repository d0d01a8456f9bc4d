import { useEditor } from "../../context";
import styles from "./panel.module.css";

type Props<Value extends string | number> = {
  label: string;
  value: Value | null;
  options: readonly { value: Value; label: string; title?: string }[];
  onChange: (value: Value | null) => void;
};

/** One of a few, side by side; a second press on the chosen one takes it away. */
export function ChoiceRow<Value extends string | number>({ label, value, options, onChange }: Props<Value>) {
  const { canEdit } = useEditor();
  return (
    <div className={styles.field} role="group" aria-label={label}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <span className={styles.choices}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            disabled={!canEdit}
            aria-pressed={option.value === value}
            {...(option.title !== undefined && { "aria-label": option.title, title: option.title })}
            onClick={() => onChange(option.value === value ? null : option.value)}
          >
            {option.label}
          </button>
        ))}
      </span>
    </div>
  );
}

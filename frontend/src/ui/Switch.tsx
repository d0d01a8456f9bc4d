import styles from "./Switch.module.css";

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean };

/** On or off, at once: a native checkbox in the shape of a switch. */
export function Switch({ label, checked, onChange, disabled = false }: Props) {
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span aria-hidden />
    </label>
  );
}

import { SEVERITY_ICONS, SEVERITY_LABELS } from "./severity";
import styles from "./finding.module.css";
import type { Severity } from "./severity";

/** How bad a finding is: a shape and a colour to look at, a word to listen to. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const Icon = SEVERITY_ICONS[severity];
  const label = SEVERITY_LABELS[severity]();
  return (
    <span className={styles.mark} data-severity={severity} title={label}>
      <Icon size={15} aria-hidden />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

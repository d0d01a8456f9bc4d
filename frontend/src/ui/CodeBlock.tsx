import { CopyButton } from "./CopyButton";
import styles from "./CodeBlock.module.css";

type Props = { label: string; code: string; copyLabel: string; wrap?: boolean };

/** Something to read or to paste into a terminal. */
export function CodeBlock({ label, code, copyLabel, wrap = false }: Props) {
  return (
    <div className={styles.block}>
      <pre className={styles.code} data-wrap={wrap} aria-label={label} role="group" tabIndex={0}>
        <code>{code}</code>
      </pre>
      <span className={styles.copy}>
        <CopyButton text={code} label={copyLabel} size={28} />
      </span>
    </div>
  );
}

import { Spinner } from "../Spinner";
import styles from "./finding.module.css";
import type { ButtonHTMLAttributes } from "react";

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "type"> & { busy?: boolean };

/** What can be done about a finding. */
export function FindingAction({ busy = false, children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={styles.action}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {children}
      {busy && <Spinner size={12} />}
    </button>
  );
}

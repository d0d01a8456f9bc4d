import { clsx } from "clsx";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./Button.module.css";
import { Spinner } from "./Spinner";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook;
  icon?: ReactNode;
  /** Work is going on: the button keeps its width, says so, and takes no second press. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ look = "secondary", icon, busy = false, className, children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={clsx(styles.button, styles[look], className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Spinner size={14} /> : icon}
      {children}
    </button>
  );
}

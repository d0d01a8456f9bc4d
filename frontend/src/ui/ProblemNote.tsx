import { clsx } from "clsx";
import type { ReactNode } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "./Button";
import styles from "./ProblemNote.module.css";

type Props = { children: ReactNode; onRetry?: () => void; className?: string | undefined };

/** Part of a page went wrong: what, beside the rest that is well, and another try where that may help. */
export function ProblemNote({ children, onRetry, className }: Props) {
  return (
    <p role="alert" className={clsx(styles.problem, className)}>
      {children}
      {onRetry && <Button onClick={onRetry}>{m.common_retry()}</Button>}
    </p>
  );
}

import { Check, CircleAlert, CloudOff, GitCompareArrows } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import styles from "./SaveState.module.css";
import { Spinner } from "./Spinner";

type Status = "saved" | "saving" | "unsaved" | "failed" | "offline" | "conflict";

const looks = {
  saved: { icon: <Check size={13} strokeWidth={2.2} aria-hidden />, label: m.common_saved },
  saving: { icon: <Spinner size={13} />, label: m.common_saving },
  unsaved: { icon: <Spinner size={13} />, label: m.common_saving },
  failed: { icon: <CircleAlert size={13} aria-hidden />, label: m.common_not_saved },
  offline: { icon: <CloudOff size={13} aria-hidden />, label: m.common_offline },
  conflict: { icon: <GitCompareArrows size={13} aria-hidden />, label: m.common_conflict },
} as const;

/** Whether what is written here is stored; always in sight while something can be edited. */
export function SaveState({ status, onRetry }: { status: Status; onRetry?: () => void }) {
  const { icon, label } = looks[status];
  return (
    <span className={styles.state} data-status={status} data-print="hide" role="status">
      {icon}
      <span>{label()}</span>
      {status === "failed" && onRetry && (
        <button type="button" className={styles.retry} onClick={onRetry}>
          {m.common_retry()}
        </button>
      )}
    </span>
  );
}

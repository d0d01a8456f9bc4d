import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { formatDay } from "../format";
import { FindingAction } from "./FindingAction";
import styles from "./finding.module.css";

export type Dismissal = { reason: string; actor_name: string; created_at: string };

type Props = { dismissal: Dismissal; onReopen: (() => Promise<unknown>) | undefined };

/** Who put a finding away, when and why, and the way back. */
export function Dismissed({ dismissal: { reason, actor_name, created_at }, onReopen }: Props) {
  const [busy, setBusy] = useState(false);
  const reopen = async (again: () => Promise<unknown>) => {
    setBusy(true);
    await again().finally(() => setBusy(false));
  };
  return (
    <div className={styles.dismissed}>
      <p>{m.findings_dismissed_by({ name: actor_name, day: formatDay(created_at) })}</p>
      {reason !== "" && <blockquote>{reason}</blockquote>}
      {onReopen && (
        <FindingAction busy={busy} onClick={() => void reopen(onReopen)}>
          {m.findings_reopen()}
        </FindingAction>
      )}
    </div>
  );
}

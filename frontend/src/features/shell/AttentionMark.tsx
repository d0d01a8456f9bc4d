import { useQuery } from "@tanstack/react-query";
import { openFindingsQuery } from "@/api/workspace-findings";
import styles from "./Rail.module.css";

const most = 99;

/** How many errors and warnings there are. */
export function AttentionMark({ workspaceId }: { workspaceId: string }) {
  const { data } = useQuery({ ...openFindingsQuery(workspaceId), retry: false });
  const count = data ? data.error + data.warning : 0;
  if (count === 0) return null;
  return (
    <span className={styles.mark} aria-hidden>
      {count > most ? `${most}+` : count}
    </span>
  );
}

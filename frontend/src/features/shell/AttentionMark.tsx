import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { openFindingsQuery } from "@/api/findings";
import styles from "./Rail.module.css";

const afterMs = 1_500;
const most = 99;

/** How many errors and warnings there are; asked for when the page has long been drawn. */
export function AttentionMark({ workspaceId }: { workspaceId: string }) {
  const [enabled, setEnabled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setEnabled(true), afterMs);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useQuery({ ...openFindingsQuery(workspaceId), enabled, retry: false });
  const count = data ? data.error + data.warning : 0;
  if (count === 0) return null;
  return (
    <span className={styles.mark} aria-hidden>
      {count > most ? `${most}+` : count}
    </span>
  );
}

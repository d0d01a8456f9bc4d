import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { isOpen } from "../../model/findings/findings";
import { MapFinding } from "./MapFinding";
import styles from "./findings.module.css";
import type { Findings } from "../../model/findings/findings";

const MOST = 50;

/** What somebody has put away, and the way back. */
export function DismissedFindings({ findings }: { findings: Findings }) {
  const [open, setOpen] = useState(false);
  const { dismissed } = findings.counts;
  if (dismissed === 0) return null;
  const shown = open ? [...findings.items.values()].filter((finding) => !isOpen(finding)).slice(0, MOST) : [];
  return (
    <section className={styles.dismissed}>
      <button type="button" className={styles.ruleHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.ruleTitle}>{m.findings_dismissed_count({ count: dismissed })}</span>
        <ChevronRight size={14} aria-hidden />
      </button>
      {open && (
        <ul className={styles.list}>
          {shown.map((finding) => (
            <MapFinding key={finding.key} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  );
}

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { LongList } from "@/ui/long-list/LongList";
import { useGrowing } from "@/ui/long-list/useGrowing";
import { isOpen } from "../../model/findings/findings";
import { MapFinding } from "./MapFinding";
import styles from "./findings.module.css";
import type { Findings } from "../../model/findings/findings";

/** What somebody has put away, and the way back. */
export function DismissedFindings({ findings }: { findings: Findings }) {
  const [open, setOpen] = useState(false);
  const { dismissed } = findings.counts;
  if (dismissed === 0) return null;
  return (
    <section className={styles.dismissed}>
      <button type="button" className={styles.ruleHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.ruleTitle}>{m.findings_dismissed_count({ count: dismissed })}</span>
        <ChevronRight size={14} aria-hidden />
      </button>
      {open && <Dismissed findings={findings} />}
    </section>
  );
}

function Dismissed({ findings }: { findings: Findings }) {
  const known = [...findings.items.values()].filter((finding) => !isOpen(finding));
  const list = useGrowing(known.length);
  return (
    <LongList {...list} hasMore={list.hasMore || !findings.complete} busy={!findings.complete}>
      <ul className={styles.list}>
        {known.slice(0, list.shown).map((finding) => (
          <MapFinding key={finding.key} finding={finding} />
        ))}
      </ul>
    </LongList>
  );
}

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { SeverityMark } from "@/ui/findings/SeverityMark";
import { formatCount } from "@/ui/format";
import { useUi } from "../../context";
import { MapFinding } from "./MapFinding";
import styles from "./findings.module.css";
import type { Finding } from "@/api/findings";
import type { RuleGroup } from "../../model/findings/sections";

/** A rule that says so few things is not folded. */
const FEW = 3;
const PAGE = 20;

/** What one rule says: item by item, or folded under the rule's name when there is much of it. */
export function RuleFindings({ group }: { group: RuleGroup }) {
  const { findings, title, severity, count } = group;
  const current = useUi((state) => findings.findIndex((finding) => finding.key === state.finding));
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [chosenFor, setChosenFor] = useState(current);
  // Going to a finding unfolds its rule, however it was left.
  if (current !== chosenFor) {
    setChosenFor(current);
    if (current !== -1) setWanted(null);
  }
  if (count <= FEW) return <Items findings={findings} toCome={count - findings.length} />;
  const open = wanted ?? current !== -1;
  return (
    <div className={styles.rule}>
      <button type="button" className={styles.ruleHead} aria-expanded={open} onClick={() => setWanted(!open)}>
        <SeverityMark severity={severity} />
        <span className={styles.ruleTitle}>{title}</span>
        <span className={styles.ruleCount}>{formatCount(count)}</span>
        <ChevronRight size={14} aria-hidden />
      </button>
      {open && <Pages group={group} current={current} />}
    </div>
  );
}

/** Those that are known, and room for those that are on their way. */
function Items({ findings, toCome }: { findings: readonly Finding[]; toCome: number }) {
  return (
    <>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <MapFinding key={finding.key} finding={finding} />
        ))}
      </ul>
      {toCome > 0 && (
        <Loading className={styles.toCome}>
          {Array.from({ length: toCome }, (_, index) => (
            <Skeleton key={index} height={60} radius={10} />
          ))}
        </Loading>
      )}
    </>
  );
}

/** Twenty at a time: the page stays small, however much there is to say. */
function Pages({ group: { findings, count }, current }: { group: RuleGroup; current: number }) {
  const [turned, setTurned] = useState({ current, page: 0 });
  const last = Math.ceil(count / PAGE) - 1;
  const found = current === -1 ? 0 : Math.floor(current / PAGE);
  const page = Math.min(last, turned.current === current ? turned.page : found);
  if (turned.current !== current) setTurned({ current, page: found });
  const from = page * PAGE;
  const to = Math.min(count, from + PAGE);
  const shown = findings.slice(from, to);
  return (
    <>
      <Items findings={shown} toCome={to - from - shown.length} />
      {last > 0 && (
        <div className={styles.pages}>
          <IconButton label={m.findings_page_before()} size={24} disabled={page === 0} onClick={() => setTurned({ current, page: page - 1 })}>
            <ChevronLeft size={14} aria-hidden />
          </IconButton>
          <span>{m.findings_page({ from: from + 1, to, count })}</span>
          <IconButton label={m.findings_page_after()} size={24} disabled={page === last} onClick={() => setTurned({ current, page: page + 1 })}>
            <ChevronRight size={14} aria-hidden />
          </IconButton>
        </div>
      )}
    </>
  );
}

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { SeverityMark } from "@/ui/findings/SeverityMark";
import { formatCount } from "@/ui/format";
import { useQuery } from "@tanstack/react-query";
import { rulesQuery } from "@/api/findings";
import { useUi } from "../../context";
import { MapFinding } from "./MapFinding";
import styles from "./findings.module.css";
import type { RuleGroup } from "../../model/findings/sections";

/** A rule that says so few things is not folded. */
const FEW = 3;
const PAGE = 20;

/** What one rule says: item by item, or folded under the rule's name when there is much of it. */
export function RuleFindings({ group }: { group: RuleGroup }) {
  const { findings, ruleId, severity } = group;
  const current = useUi((state) => findings.findIndex((finding) => finding.key === state.finding));
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [chosenFor, setChosenFor] = useState(current);
  // Going to a finding unfolds its rule, however it was left.
  if (current !== chosenFor) {
    setChosenFor(current);
    if (current !== -1) setWanted(null);
  }
  const { data: title } = useQuery({
    ...rulesQuery(),
    select: (rules) => rules.find((rule) => rule.id === ruleId)?.title,
    enabled: findings.length > FEW,
  });
  if (findings.length <= FEW) {
    return (
      <ul className={styles.list}>
        {findings.map((finding) => (
          <MapFinding key={finding.key} finding={finding} />
        ))}
      </ul>
    );
  }
  const open = wanted ?? current !== -1;
  return (
    <div className={styles.rule}>
      <button type="button" className={styles.ruleHead} aria-expanded={open} onClick={() => setWanted(!open)}>
        <SeverityMark severity={severity} />
        <span className={styles.ruleTitle}>{title ?? ruleId}</span>
        <span className={styles.ruleCount}>{formatCount(findings.length)}</span>
        <ChevronRight size={14} aria-hidden />
      </button>
      {open && <Pages group={group} current={current} />}
    </div>
  );
}

/** Twenty at a time: the page stays small, however much there is to say. */
function Pages({ group: { findings }, current }: { group: RuleGroup; current: number }) {
  const [turned, setTurned] = useState({ current, page: 0 });
  const last = Math.ceil(findings.length / PAGE) - 1;
  const found = current === -1 ? 0 : Math.floor(current / PAGE);
  const page = Math.min(last, turned.current === current ? turned.page : found);
  if (turned.current !== current) setTurned({ current, page: found });
  const from = page * PAGE;
  const shown = findings.slice(from, from + PAGE);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((finding) => (
          <MapFinding key={finding.key} finding={finding} />
        ))}
      </ul>
      {last > 0 && (
        <div className={styles.pages}>
          <IconButton label={m.findings_page_before()} size={24} disabled={page === 0} onClick={() => setTurned({ current, page: page - 1 })}>
            <ChevronLeft size={14} aria-hidden />
          </IconButton>
          <span>{m.findings_page({ from: from + 1, to: from + shown.length, count: findings.length })}</span>
          <IconButton label={m.findings_page_after()} size={24} disabled={page === last} onClick={() => setTurned({ current, page: page + 1 })}>
            <ChevronRight size={14} aria-hidden />
          </IconButton>
        </div>
      )}
    </>
  );
}

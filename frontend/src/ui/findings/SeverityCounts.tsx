import { m } from "@/i18n/generated/messages";
import { formatCount } from "../format";
import { SEVERITIES, SEVERITY_ICONS } from "./severity";
import styles from "./SeverityCounts.module.css";
import type { Severity } from "./severity";

const spoken: Record<Severity, (inputs: { count: number }) => string> = {
  error: m.findings_errors,
  warning: m.findings_warnings,
  advice: m.findings_pieces_of_advice,
};

/** How many findings there are of each severity; what there is none of is left out. */
export function SeverityCounts({ counts }: { counts: Record<Severity, number> }) {
  const some = SEVERITIES.filter((severity) => counts[severity] > 0);
  return (
    <span className={styles.counts}>
      {some.map((severity) => {
        const Icon = SEVERITY_ICONS[severity];
        const label = spoken[severity]({ count: counts[severity] });
        return (
          <span key={severity} className={styles.count} data-severity={severity} title={label}>
            <Icon size={13} strokeWidth={2} aria-hidden />
            <span aria-hidden>{formatCount(counts[severity])}</span>
            <span className="visually-hidden">{label}</span>
          </span>
        );
      })}
    </span>
  );
}

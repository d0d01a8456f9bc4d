import { ShieldCheck } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { ProblemNote } from "@/ui/ProblemNote";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { SegmentedControl } from "@/ui/SegmentedControl";
import { SEVERITIES, SEVERITY_LABELS } from "@/ui/findings/severity";
import { formatCount } from "@/ui/format";
import { useEditor, useSnapshot } from "../../context";
import { openCount } from "../../model/findings/findings";
import { countOf, sectionsOf } from "../../model/findings/sections";
import { DismissedFindings } from "./DismissedFindings";
import { QualityHead } from "./QualityHead";
import { RuleFindings } from "./RuleFindings";
import styles from "./findings.module.css";
import type { Severity } from "@/api/findings";
import type { Findings } from "../../model/findings/findings";
import type { Section, SectionKind } from "../../model/findings/sections";

const TITLES: Record<SectionKind, () => string> = {
  disagreement: m.findings_section_disagreement,
  evidence: m.findings_section_evidence,
  structure: m.findings_section_structure,
};
/** From so many on, it helps to look at the worst alone. */
const MANY = 12;

/** What the rules say of the map: how good it is, what is wrong with it, and how to mend it. */
export default function FindingsPanel() {
  const editor = useEditor();
  const findings = useSnapshot((state) => state.findings);
  // What is chosen may have come to lie behind the panel.
  useEffect(() => {
    editor.ui.setState(({ finding, focusTick, onlyShown }) =>
      finding === null ? {} : { focusTick: focusTick + 1, onlyShown: onlyShown || document.activeElement !== document.body },
    );
  }, [editor]);
  if (findings === null) return <FindingsToCome />;
  return (
    <>
      <QualityHead findings={findings} />
      <ReadingProblem />
      {findings.failures.length > 0 && <Failures findings={findings} />}
      <List findings={findings} />
      <DismissedFindings findings={findings} />
    </>
  );
}

/** Until the first findings are there; the map's stream or the next asking brings them, or somebody who tries again. */
function FindingsToCome() {
  const failed = useSnapshot((state) => state.findingsProblem !== null);
  if (failed) return <ReadingProblem />;
  return (
    <Loading className={styles.skeleton}>
      {[72, 44, 60, 60, 44, 60].map((height, index) => (
        <Skeleton key={index} height={height} radius={10} />
      ))}
    </Loading>
  );
}

function ReadingProblem() {
  const problem = useSnapshot((state) => state.findingsProblem);
  if (problem === null) return null;
  return (
    <ProblemNote className={styles.failed} onRetry={problem.retry}>
      {problemText(problem.error)}
    </ProblemNote>
  );
}

function Failures({ findings }: { findings: Findings }) {
  return (
    <ul className={styles.failures}>
      {findings.failures.map(({ rule_id, message }) => (
        <li key={rule_id}>{message}</li>
      ))}
    </ul>
  );
}

function List({ findings }: { findings: Findings }) {
  const columnOfStep = useSnapshot((state) => state.layout.columnOfStep);
  const stepsOf = useSnapshot((state) => state.structure.stepsOf);
  const [severity, setSeverity] = useState<Severity | "all">("all");
  const sections = useMemo(() => sectionsOf(findings, { columnOfStep, stepsOf }), [findings, columnOfStep, stepsOf]);
  const there = SEVERITIES.filter((one) => findings.counts[one] > 0);
  const chosen = severity !== "all" && there.includes(severity) ? severity : "all";
  const shown = chosen === "all" ? sections : sections.map((section) => only(section, chosen)).filter(({ count }) => count > 0);
  if (sections.length === 0) return <Nothing />;
  return (
    <>
      {openCount(findings.counts) > MANY && there.length > 1 && (
        <div className={styles.filter}>
          <SegmentedControl
            label={m.findings_filter()}
            value={chosen}
            options={[
              { value: "all", label: m.findings_filter_all() },
              ...there.map((one) => ({ value: one, label: SEVERITY_LABELS[one]() })),
            ]}
            onChange={setSeverity}
          />
        </div>
      )}
      {shown.map((section) => (
        <section key={section.kind} className={styles.section} aria-labelledby={`findings-${section.kind}`}>
          <h3 id={`findings-${section.kind}`}>
            {TITLES[section.kind]()}
            <span className={styles.sectionCount}>{formatCount(section.count)}</span>
          </h3>
          {section.groups.map((group) => (
            <RuleFindings key={group.ruleId} group={group} />
          ))}
        </section>
      ))}
    </>
  );
}

function only({ kind, groups }: Section, severity: Severity): Section {
  const own = groups.filter((group) => group.severity === severity);
  return { kind, groups: own, count: countOf(own) };
}

function Nothing() {
  return (
    <div className={styles.nothing}>
      <ShieldCheck size={22} aria-hidden />
      <h3>{m.findings_empty_title()}</h3>
      <p>{m.findings_empty_text()}</p>
    </div>
  );
}

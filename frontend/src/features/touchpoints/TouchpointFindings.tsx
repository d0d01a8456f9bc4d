import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { touchpointFindingsQuery } from "@/api/findings";
import type { Finding } from "@/api/findings";
import { problemText } from "@/api/problem-text";
import type { Touchpoint } from "@/api/touchpoints";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { FindingAction } from "@/ui/findings/FindingAction";
import finding from "@/ui/findings/finding.module.css";
import { Panel } from "@/ui/Panel";
import { focusField } from "@/ui/focus-field";
import { ProblemNote } from "@/ui/ProblemNote";
import styles from "./TouchpointScreen.module.css";

/** Draws a list of findings; how belongs to another feature. */
export type ListedFindings = (list: {
  label: string;
  findings: readonly Finding[];
  actionOf: (finding: Finding) => ReactNode;
}) => ReactNode;

type Props = { touchpoint: Touchpoint; listed: ListedFindings; editable: boolean };

/** What there is to say of a touchpoint; nothing is shown where nothing is. */
export function TouchpointFindings({ touchpoint, listed, editable }: Props) {
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery(touchpointFindingsQuery(touchpoint.id));
  // What was just changed may have mended something, or brought something back.
  useEffect(() => void refetch(), [refetch, touchpoint.revision]);
  if (error) {
    return (
      <ProblemNote onRetry={() => void refetch()}>{problemText(error)}</ProblemNote>
    );
  }
  if (!data || data.items.length === 0) return null;

  const actionOf = ({ rule_id, place: { field } }: Finding): ReactNode => {
    if (!editable) return null;
    if (rule_id === "TCH005") {
      return (
        <Link to="/w/$slug/sources" params={{ slug }} className={finding.action}>
          {m.touchpoints_feed()}
        </Link>
      );
    }
    if (field === null) return null;
    const label = field === "channel_id" ? m.touchpoints_choose_channel() : m.touchpoints_rename_it();
    return <FindingAction onClick={() => focusField(field)}>{label}</FindingAction>;
  };
  const open = data.items.filter(({ state }) => state === "open");
  const dismissed = data.items.filter(({ state }) => state === "dismissed");
  return (
    <Panel title={m.touchpoints_findings()}>
      <div className={styles.findings}>
        {open.length > 0 ? listed({ label: m.touchpoints_findings(), findings: open, actionOf }) : <p>{m.touchpoints_findings_none()}</p>}
        {dismissed.length > 0 && (
          <details>
            <summary>{m.findings_dismissed_count({ count: dismissed.length })}</summary>
            {listed({ label: m.findings_dismissed_count({ count: dismissed.length }), findings: dismissed, actionOf })}
          </details>
        )}
      </div>
    </Panel>
  );
}

import { useEffect, useRef } from "react";
import { useFindingChanges } from "@/api/findings";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { FindingAction } from "@/ui/findings/FindingAction";
import { FindingItem } from "@/ui/findings/FindingItem";
import { toast } from "@/ui/toast/store";
import { goToFinding } from "../../commands/findings";
import { useEditor, useSnapshot, useUi } from "../../context";
import { withFinding } from "../../model/findings/findings";
import { FixPreview } from "./FixPreview";
import { HandsOn } from "./HandsOn";
import { wayOf } from "./where";
import type { Finding } from "@/api/findings";

/** One finding of the open map: it goes to what it points at, and mends it. */
export function MapFinding({ finding }: { finding: Finding }) {
  const editor = useEditor();
  const { id: workspaceId } = useWorkspace();
  const { dismiss, reopen } = useFindingChanges(workspaceId);
  const current = useUi((state) => state.finding === finding.key);
  const where = useSnapshot((state) => wayOf(finding, state.structure));
  const mending = useUi((state) => state.mending === finding.key);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const settle = (settled: Finding) => {
    const { findings } = editor.snapshot;
    if (findings !== null) editor.publish({ findings: withFinding(findings, settled) });
  };
  const failed = (error: unknown) => toast({ message: problemText(error), tone: "negative" });
  const onDismiss = (reason: string) =>
    dismiss.mutateAsync({ finding, reason }).then((dismissal) => {
      settle({ ...finding, state: "dismissed", dismissal });
      toast({ message: m.findings_dismissed(), action: { label: m.common_undo(), run: () => void bringBack(dismissal.id) } });
    }, failed);
  const bringBack = (dismissalId: string) =>
    reopen.mutateAsync(dismissalId).then(() => settle({ ...finding, state: "open", dismissal: null }), failed);

  const { dismissal } = finding;
  const mayEdit = editor.canEdit;
  const point = (here: boolean) =>
    editor.ui.setState((state) => ({
      pointedFinding: here ? finding.key : state.pointedFinding === finding.key ? null : state.pointedFinding,
    }));
  const action =
    mayEdit && finding.fix !== null && finding.subject.kind === "map" ? (
      <FindingAction onClick={() => editor.ui.setState({ mending: finding.key })}>{finding.fix.label}</FindingAction>
    ) : (
      <HandsOn finding={finding} />
    );
  return (
    <FindingItem
      ref={item}
      severity={finding.severity}
      title={finding.message}
      secondary={finding.detail ?? where}
      why={finding.why}
      ruleId={finding.rule_id}
      action={action}
      dismissal={dismissal && { ...dismissal }}
      current={current}
      onSelect={() => goToFinding(editor, finding, true)}
      onHover={point}
      {...(mayEdit && { onDismiss })}
      {...(mayEdit && dismissal && { onReopen: () => bringBack(dismissal.id) })}
    >
      {mending && <FixPreview finding={finding} />}
    </FindingItem>
  );
}

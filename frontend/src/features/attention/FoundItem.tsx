import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { useFindingChanges } from "@/api/findings";
import type { Finding } from "@/api/findings";
import { problemText } from "@/api/problem-text";
import { useTakingBack } from "@/api/workspace-findings";
import { canEdit, useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { FindingAction } from "@/ui/findings/FindingAction";
import { FindingItem } from "@/ui/findings/FindingItem";
import styles from "@/ui/findings/finding.module.css";
import { toast } from "@/ui/toast/store";
import { placeOfFinding, placeOfFix } from "./places";

/** The rule whose fixes say all in their labels, who owns a map and that it was reviewed: they are made here. */
const UPKEEP = "MAP004";

type Props = {
  finding: Finding;
  /** Whether it is shown on the page of what it is of, and leads nowhere else. */
  at?: "home";
  action?: ReactNode;
};

/** One finding: its sentence leads to where it can be mended, its fix to where that is looked at before it is made. */
export function FoundItem({ finding, at, action }: Props) {
  const workspace = useWorkspace();
  const editable = canEdit(workspace);
  const { dismiss, reopen, mend } = useFindingChanges(workspace.id);
  const takeBack = useTakingBack();
  const complain = (error: Error) => void toast({ message: problemText(error), tone: "negative" });
  const { dismissal, fix, subject } = finding;

  // What is mended leaves the list before it can say so itself: the promise outlives it.
  const mendHere = () =>
    void mend.mutateAsync({ mapId: subject.id, key: finding.key }).then(
      ({ change }) =>
        toast({
          message: m.attention_mended({ title: subject.title }),
          ...(change && { action: { label: m.common_undo(), run: () => takeBack.mutate(change, { onError: complain }) } }),
        }),
      complain,
    );

  return (
    <FindingItem
      wide
      severity={finding.severity}
      title={finding.message}
      {...(at !== "home" && { link: placeOfFinding(finding, workspace.slug) })}
      secondary={finding.detail}
      why={finding.why}
      ruleId={finding.rule_id}
      dismissal={dismissal}
      action={
        action ??
        (editable &&
          fix &&
          subject.kind === "map" &&
          (finding.rule_id === UPKEEP ? (
            <FindingAction busy={mend.isPending} onClick={mendHere}>
              {fix.label}
            </FindingAction>
          ) : (
            <Link {...placeOfFix(finding)} className={styles.action}>
              {fix.label}
              <ArrowRight size={12} aria-hidden />
            </Link>
          )))
      }
      {...(editable && {
        onDismiss: async (reason: string) => {
          await dismiss.mutateAsync({ finding, reason }).then(
            ({ id }) =>
              toast({
                message: m.attention_dismissed_toast(),
                action: { label: m.common_undo(), run: () => reopen.mutate(id, { onError: complain }) },
              }),
            complain,
          );
        },
      })}
      {...(editable &&
        dismissal && {
          onReopen: async () => {
            await reopen.mutateAsync(dismissal.id).then(() => toast({ message: m.attention_reopened() }), complain);
          },
        })}
    />
  );
}

import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Check, CircleHelp, EyeOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { personaFindingsQuery, useFindingChanges } from "@/api/findings";
import type { Finding } from "@/api/findings";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { AboutCheck } from "@/ui/findings/AboutCheck";
import { useNextFinding } from "@/ui/findings/hand-over";
import { focusField } from "@/ui/focus-field";
import { IconButton } from "@/ui/IconButton";
import { Problem } from "@/ui/Problem";
import { toast } from "@/ui/toast/store";
import type { PartProps } from "./part";
import { checklistOf } from "./parts";
import type { OpenPart } from "./parts";
import styles from "./PersonaChecklist.module.css";
import screenStyles from "./PersonaScreen.module.css";

/** Draws a list of findings; how belongs to another feature. */
export type ListedFindings = (list: { label: string; findings: readonly Finding[] }) => ReactNode;

type Props = Omit<PartProps, "edit"> & { revision: number; listed: ListedFindings };

const aFew = 3;

/** What of a persona is there, and the next questions worth asking. */
export function PersonaChecklist({ persona, revision, readOnly, listed }: Props) {
  const { data, error, refetch } = useQuery(personaFindingsQuery(persona.id));
  const [all, setAll] = useState(false);
  useEffect(() => void refetch(), [refetch, revision]);
  if (error) return <Problem onRetry={() => void refetch()}>{problemText(error)}</Problem>;
  if (!data) return null;
  const { done, open, others, dismissed } = checklistOf(persona, data.items);
  const parts = done.length + open.length;
  const shown = all ? open : open.slice(0, aFew);

  return (
    <section className={screenStyles.panel} aria-label={m.personas_checklist()}>
      <div className={styles.head}>
        <h2>{open.length === 0 ? m.personas_checklist_done({ name: persona.name }) : m.personas_checklist_title({ name: persona.name })}</h2>
        <span>{m.personas_checklist_progress({ done: done.length, count: parts })}</span>
      </div>
      <div className={styles.bar} aria-hidden>
        {Array.from({ length: parts }, (_, index) => (
          <span key={index} data-done={index < done.length || undefined} />
        ))}
      </div>
      {shown.length > 0 && (
        <ul className={styles.questions}>
          {shown.map((part) => (
            <Question key={part.field} part={part} readOnly={readOnly} />
          ))}
        </ul>
      )}
      {open.length > aFew && (
        <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? m.personas_checklist_less() : m.personas_checklist_more({ count: open.length - aFew })}
        </Button>
      )}
      {others.length > 0 && <div className={styles.others}>{listed({ label: m.personas_findings(), findings: others })}</div>}
      {dismissed.length > 0 && (
        <details className={styles.dismissed}>
          <summary>{m.findings_dismissed_count({ count: dismissed.length })}</summary>
          {listed({ label: m.findings_dismissed_count({ count: dismissed.length }), findings: dismissed })}
        </details>
      )}
    </section>
  );
}

function Question({ part: { field, label, finding }, readOnly }: { part: OpenPart; readOnly: boolean }) {
  const workspace = useWorkspace();
  const { dismiss, reopen } = useFindingChanges(workspace.id);
  const item = useRef<HTMLLIElement>(null);
  useNextFinding(item);
  const complain = (error: Error) => void toast({ message: problemText(error), tone: "negative" });
  // What is left out leaves the list before it can say so itself: the promise outlives it.
  const leaveOut = () =>
    void dismiss.mutateAsync({ finding, reason: "" }).then(
      ({ id }) =>
        toast({
          message: m.personas_left_out({ part: label }),
          action: { label: m.common_undo(), run: () => reopen.mutate(id, { onError: complain }) },
        }),
      complain,
    );
  return (
    <li ref={item} className={styles.question} data-finding="">
      <span className={styles.circle} aria-hidden>
        <Check size={11} strokeWidth={3} />
      </span>
      <div className={styles.words}>
        {readOnly ? (
          <p>{finding.message}</p>
        ) : (
          <button type="button" onClick={() => focusField(field)}>
            {finding.message}
            <ArrowRight size={13} aria-hidden />
          </button>
        )}
        <small>{finding.why}</small>
      </div>
      <span className={styles.away}>
        <AboutCheck ruleId={finding.rule_id}>
          {(open) => (
            <IconButton label={m.findings_about_check()} size={24} onClick={open}>
              <CircleHelp size={14} aria-hidden />
            </IconButton>
          )}
        </AboutCheck>
        {!readOnly && (
          <IconButton label={m.personas_leave_out({ part: label })} size={24} onClick={leaveOut}>
            <EyeOff size={14} aria-hidden />
          </IconButton>
        )}
      </span>
    </li>
  );
}

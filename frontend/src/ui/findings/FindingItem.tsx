import { Link } from "@tanstack/react-router";
import { CircleHelp, EyeOff } from "lucide-react";
import { useId, useRef, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "../IconButton";
import { AboutCheck } from "./AboutCheck";
import { DismissForm } from "./DismissForm";
import { Dismissed } from "./Dismissed";
import { FindingAction } from "./FindingAction";
import { useBackToFinding, useNextFinding } from "./hand-over";
import { SeverityMark } from "./SeverityMark";
import styles from "./finding.module.css";
import type { LinkProps } from "@tanstack/react-router";
import type { ReactNode, RefObject } from "react";
import type { Dismissal } from "./Dismissed";
import type { Severity } from "./severity";

type Props = {
  severity: Severity;
  /** What is wrong here, in one sentence. */
  title: string;
  /** Where it is, or what it rests on. */
  secondary?: ReactNode;
  /** Why it matters; shown when asked for, with the way to all there is to read about the check. */
  why: string;
  ruleId: string;
  /** The one thing to do about it, usually a FindingAction. */
  action?: ReactNode;
  /** What the action has opened, e.g. the preview of a fix; it takes the place of the actions. */
  children?: ReactNode;
  /** Set when somebody has put it away. */
  dismissal?: Dismissal | null;
  /** There is room beside the sentence for what can be done. */
  wide?: boolean;
  /** The one that was chosen last. */
  current?: boolean;
  /** Shows what it points at, here, */
  onSelect?: () => void;
  /** or elsewhere. */
  link?: LinkProps;
  /** The pointer or the focus came, or went. */
  onHover?: (here: boolean) => void;
  onDismiss?: (reason: string) => Promise<unknown>;
  onReopen?: () => Promise<unknown>;
  ref?: RefObject<HTMLLIElement | null>;
};

/** One finding in a list: how bad, what, where, what to do about it; why it matters and dismissing are one press away. */
export function FindingItem({ onHover, current = false, wide = false, ref, ...finding }: Props) {
  const title = useId();
  const own = useRef<HTMLLIElement>(null);
  const item = ref ?? own;
  useNextFinding(item);
  const enter = () => onHover?.(true);
  const leave = () => onHover?.(false);
  return (
    <li
      ref={item}
      className={styles.item}
      data-finding=""
      aria-labelledby={title}
      data-current={current || undefined}
      data-wide={wide || undefined}
      data-selectable={finding.onSelect || finding.link ? "" : undefined}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocus={enter}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && leave()}
    >
      <SeverityMark severity={finding.severity} />
      <div className={styles.body}>
        <Title id={title} title={finding.title} current={current} onSelect={finding.onSelect} link={finding.link} />
        {finding.secondary != null && <div className={styles.secondary}>{finding.secondary}</div>}
        <Below {...finding} />
      </div>
    </li>
  );
}

type TitleProps = Pick<Props, "title"> & { id: string; current: boolean; onSelect: Props["onSelect"]; link: Props["link"] };

function Title({ id, title, current, onSelect, link }: TitleProps) {
  if (link)
    return (
      <Link {...link} id={id} className={styles.title} data-finding-title="">
        {title}
      </Link>
    );
  if (!onSelect)
    return (
      <p id={id} className={styles.title}>
        {title}
      </p>
    );
  return (
    <button
      id={id}
      type="button"
      className={styles.title}
      aria-current={current || undefined}
      data-finding-title=""
      onClick={onSelect}
    >
      {title}
    </button>
  );
}

type BelowProps = Pick<Props, "why" | "ruleId" | "action" | "children" | "dismissal" | "onDismiss" | "onReopen">;

function Below({ why, ruleId, action, children, dismissal, onDismiss, onReopen }: BelowProps) {
  const [explained, setExplained] = useState(false);
  const [dismissing, setDismissing] = useState(false);
  const reason = useId();
  if (children) return <Opened>{children}</Opened>;
  if (dismissing && onDismiss) {
    return (
      <Opened>
        <DismissForm onDismiss={onDismiss} onCancel={() => setDismissing(false)} />
      </Opened>
    );
  }
  return (
    <>
      {dismissal && <Dismissed dismissal={dismissal} onReopen={onReopen} />}
      <div className={styles.actions} data-finding-actions="">
        {!dismissal && action}
        <span className={styles.aside}>
          <IconButton
            size={24}
            label={m.findings_why()}
            aria-expanded={explained}
            aria-controls={explained ? reason : undefined}
            onClick={() => setExplained(!explained)}
          >
            <CircleHelp size={14} aria-hidden />
          </IconButton>
          {!dismissal && onDismiss && (
            <IconButton size={24} label={m.findings_dismiss_this()} onClick={() => setDismissing(true)}>
              <EyeOff size={14} aria-hidden />
            </IconButton>
          )}
        </span>
      </div>
      {explained && (
        <div id={reason} className={styles.why}>
          <p>{why}</p>
          <AboutCheck ruleId={ruleId}>
            {(open) => <FindingAction onClick={open}>{m.findings_about_check()}</FindingAction>}
          </AboutCheck>
        </div>
      )}
    </>
  );
}

function Opened({ children }: { children: ReactNode }) {
  const opened = useRef<HTMLDivElement>(null);
  useBackToFinding(opened);
  return (
    <div ref={opened} className={styles.opened}>
      {children}
    </div>
  );
}

import { clsx } from "clsx";
import { ChevronRight, RotateCcw } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import type { Rule } from "@/api/findings";
import { m } from "@/i18n/generated/messages";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { SEVERITIES, SEVERITY_ICONS, SEVERITY_LABELS } from "@/ui/findings/severity";
import { MenuSelect } from "@/ui/MenuSelect";
import { Switch } from "@/ui/Switch";
import { isUsual, usual } from "./rule-book";
import type { Settled } from "./rule-book";
import { RuleConflict } from "./RuleConflict";
import { RuleExamples } from "./RuleExamples";
import { ThresholdField } from "./ThresholdField";
import styles from "./checks.module.css";

type Props = {
  rule: Rule;
  settled: Settled;
  onSettle: (settled: Settled) => void;
  readOnly: boolean;
  /** The address points at it: it is shown unfolded. */
  linked: boolean;
  /** What somebody else has settled meanwhile, while it is not decided whose counts. */
  theirs: Settled | undefined;
  onResolve: (choice: "mine" | "theirs") => void;
};

/** A rule: on or off, how bad, and behind its name the rest. */
export function RuleRow({ rule, settled, onSettle, readOnly, linked, theirs, onResolve }: Props) {
  const [open, setOpen] = useState(linked);
  const name = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (linked) name.current?.focus();
  }, [linked]);
  const details = useId();
  const changed = !isUsual(rule, settled);
  const Icon = SEVERITY_ICONS[settled.severity];

  return (
    <li className={styles.rule} data-off={!settled.enabled || undefined}>
      <div className={styles.head}>
        <Switch
          label={m.settings_rule_switch({ rule: rule.title })}
          checked={settled.enabled}
          disabled={readOnly}
          onChange={(enabled) => onSettle({ ...settled, enabled })}
        />
        <button ref={name} type="button" className={styles.name} aria-expanded={open} aria-controls={open ? details : undefined} onClick={() => setOpen(!open)}>
          <ChevronRight size={14} aria-hidden className={styles.chevron} />
          <span className={styles.words}>
            <span>{rule.title}</span>
            <code>{rule.id}</code>
            {changed && <Badge tone="accent">{m.settings_rule_changed()}</Badge>}
          </span>
        </button>
        {readOnly ? (
          <span className={styles.severity} data-severity={settled.severity}>
            <Icon size={14} aria-hidden />
            {SEVERITY_LABELS[settled.severity]()}
          </span>
        ) : (
          <MenuSelect
            look="quiet"
            label={m.settings_rule_severity({ rule: rule.title })}
            value={settled.severity}
            onChange={(severity) => onSettle({ ...settled, severity })}
            choices={SEVERITIES.map((severity) => {
              const Mark = SEVERITY_ICONS[severity];
              return { value: severity, label: SEVERITY_LABELS[severity](), icon: <Mark size={14} aria-hidden /> };
            })}
          />
        )}
      </div>
      {theirs && <RuleConflict mine={settled} theirs={theirs} rule={rule} onResolve={onResolve} />}
      {open && (
        <div id={details} className={styles.details}>
          <p>{rule.why}</p>
          <Details rule={rule} settled={settled} onSettle={onSettle} readOnly={readOnly} />
          {changed && !readOnly && (
            <Button look="quiet" icon={<RotateCcw size={13} aria-hidden />} className={clsx(styles.reset)} onClick={() => onSettle(usual(rule))}>
              {m.settings_rule_reset()}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Details({ rule, settled, onSettle, readOnly }: Pick<Props, "rule" | "settled" | "onSettle" | "readOnly">) {
  const [shown, setShown] = useState(false);
  return (
    <>
      {rule.parameters.length > 0 && (
        // A rule that is put back to its usual thresholds forgets what was typed in their fields.
        <div className={styles.thresholds} key={String(isUsual(rule, settled))}>
          {rule.parameters.map((parameter) => (
            <ThresholdField
              key={parameter.name}
              parameter={parameter}
              value={settled.parameters[parameter.name] ?? parameter.default}
              onChange={(value) => onSettle({ ...settled, parameters: { ...settled.parameters, [parameter.name]: value } })}
              readOnly={readOnly}
            />
          ))}
        </div>
      )}
      {shown ? (
        <RuleExamples ruleId={rule.id} />
      ) : (
        <Button className={clsx(styles.reset)} onClick={() => setShown(true)}>
          {m.settings_rule_examples()}
        </Button>
      )}
    </>
  );
}

import type { Rule } from "@/api/findings";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { SEVERITY_LABELS } from "@/ui/findings/severity";
import { shownNumber } from "./rule-book";
import type { Settled } from "./rule-book";
import styles from "./checks.module.css";

type Props = { rule: Rule; mine: Settled; theirs: Settled; onResolve: (choice: "mine" | "theirs") => void };

/** Two people have settled something else about one rule: both, and a decision. */
export function RuleConflict({ rule, mine, theirs, onResolve }: Props) {
  return (
    <section role="alert" className={styles.conflict} aria-label={m.settings_rule_conflict({ rule: rule.title })}>
      <p>{m.settings_rule_conflict({ rule: rule.title })}</p>
      <dl>
        <div>
          <dt>{m.common_conflict_yours()}</dt>
          <dd>
            {inWords(rule, mine)}
            <Button onClick={() => onResolve("mine")}>{m.common_conflict_keep_mine()}</Button>
          </dd>
        </div>
        <div>
          <dt>{m.common_conflict_theirs()}</dt>
          <dd>
            {inWords(rule, theirs)}
            <Button onClick={() => onResolve("theirs")}>{m.common_conflict_take_theirs()}</Button>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function inWords(rule: Rule, { enabled, severity, parameters }: Settled) {
  return (
    <ul>
      <li>{enabled ? m.settings_rule_on() : m.settings_rule_off()}</li>
      <li>{SEVERITY_LABELS[severity]()}</li>
      {rule.parameters.map((parameter) => (
        <li key={parameter.name}>
          {m.settings_rule_value({ label: parameter.label, value: shownNumber(parameter, parameters[parameter.name] ?? parameter.default) })}
        </li>
      ))}
    </ul>
  );
}

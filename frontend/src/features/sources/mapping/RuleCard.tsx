import { ArrowDown, ArrowUp, ChevronDown, Copy, GripVertical, Plus, Trash2 } from "lucide-react";
import { v7 } from "uuid";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { MoreMenu } from "@/ui/MoreMenu";
import { ConditionRow } from "./ConditionRow";
import { duplicateRule, emptyCondition, isRuleComplete, removeRule, setRule } from "./draft";
import type { RuleDraft } from "./draft";
import fields from "./fields.module.css";
import { MoneyEditor } from "./MoneyEditor";
import styles from "./rules.module.css";
import { RuleSentence } from "./RuleSentence";
import { ScoreEditor } from "./ScoreEditor";
import { TargetEditor } from "./TargetEditor";
import type { Edit } from "./useDraft";

type Props = {
  rule: RuleDraft;
  position: number;
  last: boolean;
  open: boolean;
  onToggle: () => void;
  edit: Edit;
  move: (to: number) => void;
  onGrab: (event: React.PointerEvent) => void;
};

/** One rule: a sentence that opens into its parts. */
export function RuleCard({ rule, position, last, open, onToggle, edit, move, onGrab }: Props) {
  const { id } = rule;
  const change = (part: (now: RuleDraft) => RuleDraft, about?: string) =>
    edit((draft) => setRule(draft, id, part), about && `${id}-${about}`);
  const index = position - 1;
  const complete = isRuleComplete(rule);
  return (
    <li className={styles.rule} data-rule={id} data-open={open}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.grip}
          aria-label={m.sources_rule_grip({ position })}
          onPointerDown={onGrab}
          onKeyDown={(event) => {
            const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
            if (step === undefined) return;
            event.preventDefault();
            move(index + step);
          }}
        >
          <GripVertical size={14} aria-hidden />
        </button>
        <button type="button" className={styles.summary} aria-expanded={open} onClick={onToggle}>
          <span className={styles.number}>{position}</span>
          <RuleSentence rule={rule} />
          {!complete && <span className={styles.unfinished}>{m.sources_rule_unfinished()}</span>}
          <ChevronDown size={14} aria-hidden className={styles.chevron} />
        </button>
        <MoreMenu
          label={m.sources_rule_menu({ position })}
          entries={[
            { id: "up", label: m.sources_rule_up(), icon: <ArrowUp size={15} aria-hidden />, disabled: index === 0, onAction: () => move(index - 1) },
            { id: "down", label: m.sources_rule_down(), icon: <ArrowDown size={15} aria-hidden />, disabled: last, onAction: () => move(index + 1) },
            { id: "duplicate", label: m.common_duplicate(), icon: <Copy size={15} aria-hidden />, onAction: () => edit((draft) => duplicateRule(draft, id, v7())) },
            { id: "remove", label: m.common_remove(), icon: <Trash2 size={15} aria-hidden />, danger: true, onAction: () => edit((draft) => removeRule(draft, id)) },
          ]}
        />
      </div>
      {open && (
        <div className={styles.body}>
          <div className={fields.stack}>
            <p className={styles.label}>{rule.when.length === 0 ? m.sources_when_always_hint() : m.sources_when_all()}</p>
            {rule.when.length > 0 && (
              <ul className={fields.stack}>
                {rule.when.map((condition, place) => (
                  <ConditionRow
                    key={place}
                    position={place + 1}
                    condition={condition}
                    onChange={(next, about) => change((now) => ({ ...now, when: now.when.map((each, at) => (at === place ? next(each) : each)) }), about && `${place}-${about}`)}
                    onRemove={() => change((now) => ({ ...now, when: now.when.toSpliced(place, 1) }))}
                  />
                ))}
              </ul>
            )}
            {rule.when.length < 20 && (
              <div>
                <Button look="quiet" icon={<Plus size={14} aria-hidden />} onClick={() => change((now) => ({ ...now, when: [...now.when, emptyCondition] }))}>
                  {m.sources_add_condition()}
                </Button>
              </div>
            )}
          </div>
          <TargetEditor then={rule.then} onChange={(next, about) => change((now) => ({ ...now, then: next(now.then) }), about)} />
          {rule.then.do !== "identify" && rule.then.do !== "ignore" && (
            <div className={styles.extras}>
              <ScoreEditor label={m.sources_rule_score()} score={rule.score ?? null} onChange={(next, about) => change((now) => ({ ...now, score: next(now.score ?? null) }), about)} />
              <MoneyEditor label={m.sources_rule_value()} value={rule.value ?? null} onChange={(next, about) => change((now) => ({ ...now, value: next(now.value ?? null) }), about)} />
            </div>
          )}
        </div>
      )}
    </li>
  );
}

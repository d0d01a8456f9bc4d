import { ArrowRight, X } from "lucide-react";
import type { Touchpoint } from "@/api/touchpoints";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import type { RuleDraft } from "./rules";
import styles from "./SourcesScreen.module.css";

type Props = {
  position: number;
  rule: RuleDraft;
  touchpoints: readonly Touchpoint[];
  readOnly: boolean;
  onChange: (rule: RuleDraft) => void;
  onRemove: () => void;
};

/** If a field of the event equals a value, it happened at this touchpoint. */
export function RuleRow({ position, rule, touchpoints, readOnly, onChange, onRemove }: Props) {
  return (
    <li className={styles.rule}>
      <TextField
        label={m.sources_rule_field({ position })}
        hideLabel
        placeholder={m.sources_rule_field_example()}
        value={rule.field}
        onChange={(field) => onChange({ ...rule, field })}
        readOnly={readOnly}
        spellCheck={false}
        maxLength={200}
      />
      <span className={styles.between}>{m.sources_rule_equals()}</span>
      <TextField
        label={m.sources_rule_value({ position })}
        hideLabel
        placeholder={m.sources_rule_value_example()}
        value={rule.value}
        onChange={(value) => onChange({ ...rule, value })}
        readOnly={readOnly}
        spellCheck={false}
        maxLength={500}
      />
      <span className={styles.between}>
        <ArrowRight size={14} aria-label={m.sources_rule_means()} />
      </span>
      <Select
        label={m.sources_rule_touchpoint({ position })}
        hideLabel
        value={rule.touchpointId}
        placeholder={m.sources_rule_choose()}
        onChange={(touchpointId) => onChange({ ...rule, touchpointId })}
        disabled={readOnly}
        options={touchpoints.map(({ id, name, key }) => ({ value: id, label: name, description: key }))}
      />
      {!readOnly && (
        <IconButton label={m.sources_remove_rule({ position })} tooltip={false} onClick={onRemove} className={styles.ruleEnd}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

import { useState } from "react";
import type { RuleParameter } from "@/api/finding-settings";
import { m } from "@/i18n/generated/messages";
import { Field } from "@/ui/Field";
import fieldStyles from "@/ui/Field.module.css";
import { readNumber, shownNumber } from "./rule-book";
import styles from "./checks.module.css";

type Props = { parameter: RuleParameter; value: number; onChange: (value: number) => void; readOnly: boolean };

const units: Record<RuleParameter["measure"], (() => string) | null> = {
  count: null,
  days: m.settings_unit_days,
  share: m.settings_unit_percent,
  mood: m.settings_unit_mood,
};

/** A number within bounds. What does not fit is said beside it, and goes nowhere. */
export function ThresholdField({ parameter, value, onChange, readOnly }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const unit = units[parameter.measure]?.();
  const bounds = {
    from: shownNumber(parameter, parameter.minimum),
    to: shownNumber(parameter, parameter.maximum),
  };
  const wrong = typed !== null && readNumber(parameter, typed) === undefined;
  const problem = parameter.whole ? m.settings_threshold_whole(bounds) : m.settings_threshold_number(bounds);

  const change = (text: string) => {
    setTyped(text);
    const read = readNumber(parameter, text);
    if (read !== undefined && read !== value) onChange(read);
  };

  return (
    <Field
      label={parameter.label}
      hint={m.settings_threshold_hint({ ...bounds, usual: shownNumber(parameter, parameter.default) })}
      error={wrong ? problem : undefined}
    >
      {(control) => (
        <span className={styles.number}>
          <input
            {...control}
            className={fieldStyles.input}
            inputMode={parameter.whole ? "numeric" : "decimal"}
            value={typed ?? shownNumber(parameter, value)}
            readOnly={readOnly}
            onChange={(event) => change(event.target.value)}
            onBlur={() => !wrong && setTyped(null)}
          />
          {unit && <span aria-hidden>{unit}</span>}
        </span>
      )}
    </Field>
  );
}

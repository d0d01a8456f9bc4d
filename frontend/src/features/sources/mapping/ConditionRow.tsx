import { X } from "lucide-react";
import { useMemo } from "react";
import type { Condition } from "@/api/sources";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";
import { needsValue, retest } from "./draft";
import styles from "./fields.module.css";
import { usePicking } from "./picking";
import { isPointer, isScalar, valuesAt } from "./pointers";
import { PointerField } from "./PointerField";
import { SuggestField } from "./SuggestField";
import { testLabels, tests } from "./tests";
import { parseValue, writeValue } from "./values";
import { ValuesField } from "./ValuesField";

type Props = {
  position: number;
  condition: Condition;
  onChange: (change: (condition: Condition) => Condition, about?: string) => void;
  onRemove: () => void;
};

/** One thing that must hold: what is at a place, compared with something. */
export function ConditionRow({ position, condition, onChange, onRemove }: Props) {
  const { items } = usePicking();
  const { field, test = "equals", value = null } = condition;
  const suggestions = useMemo(
    () => (isPointer(field) ? valuesAt(field, items) : []).slice(0, 50).map((each) => ({ value: writeValue(each) })),
    [field, items],
  );
  const textual = test === "contains" || test === "starts_with";
  const setValue = (text: string) => onChange((now) => ({ ...now, value: textual ? text : parseValue(text) }), "value");
  return (
    <li className={styles.condition}>
      <PointerField
        label={m.sources_condition_field({ position })}
        hideLabel
        value={field}
        onChange={(pointer, seen) =>
          onChange((now) => {
            const fresh = seen !== undefined && (now.value === "" || now.field !== pointer) && now.test !== "one_of" && needsValue(now);
            return { ...now, field: pointer, ...(fresh && { value: textual ? String(seen) : seen }) };
          }, "field")
        }
      />
      <Select
        label={m.sources_condition_test({ position })}
        hideLabel
        value={test}
        onChange={(next) => onChange((now) => retest(now, next))}
        options={tests.map((each) => ({ value: each, label: testLabels[each]() }))}
      />
      {test === "one_of" ? (
        <ValuesField
          label={m.sources_condition_values({ position })}
          values={Array.isArray(value) ? value : []}
          onChange={(values) => onChange((now) => ({ ...now, value: values }))}
          suggestions={suggestions}
        />
      ) : needsValue(condition) ? (
        <ConditionValue key={test} {...{ position, suggestions, textual }} value={isScalar(value) ? value : null} onChange={setValue} />
      ) : (
        <span />
      )}
      <IconButton label={m.sources_remove_condition({ position })} tooltip={false} onClick={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

type ValueProps = {
  position: number;
  value: string | number | boolean | null;
  textual: boolean;
  suggestions: { value: string }[];
  onChange: (text: string) => void;
};

function ConditionValue({ position, value, textual, suggestions, onChange }: ValueProps) {
  return (
    <SuggestField
      label={m.sources_condition_value({ position })}
      hideLabel
      value={textual && typeof value === "string" ? value : writeValue(value)}
      onChange={onChange}
      suggestions={suggestions}
      placeholder={m.sources_condition_value_example()}
      maxLength={500}
    />
  );
}

import { Check, ChevronDown } from "lucide-react";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from "react-aria-components";
import fieldStyles from "./Field.module.css";
import optionStyles from "./Options.module.css";
import styles from "./Select.module.css";

export type Option<Value extends string> = { value: Value; label: string; description?: string; icon?: ReactNode };

type Props<Value extends string> = {
  label: string;
  hideLabel?: boolean;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  className?: string | undefined;
};

/** One of a few. For many, or for typing to find, use Combobox. */
export function Select<Value extends string>({ label, hideLabel = false, options, value, onChange, disabled = false, placeholder = "", className }: Props<Value>) {
  return (
    <AriaSelect
      className={clsx(fieldStyles.field, className)}
      value={value === "" ? null : value}
      onChange={(key) => onChange(key as Value)}
      isDisabled={disabled}
      {...(hideLabel && { "aria-label": label })}
    >
      {!hideLabel && <Label className={clsx(fieldStyles.label)}>{label}</Label>}
      <Button className={clsx(styles.button)}>
        <SelectValue className={clsx(styles.value)}>
          {() => {
            const chosen = options.find((option) => option.value === value);
            return (
              <>
                {chosen?.icon}
                <span>{chosen?.label ?? placeholder}</span>
              </>
            );
          }}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={clsx(optionStyles.popover, styles.popover)} offset={4}>
        <ListBox className={clsx(optionStyles.list, styles.list)} items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={clsx(optionStyles.option)}>
              {option.icon}
              <span className={clsx(optionStyles.words)}>
                <Text slot="label">{option.label}</Text>
                {option.description && (
                  <Text slot="description" className={clsx(optionStyles.description)}>
                    {option.description}
                  </Text>
                )}
              </span>
              <Check size={14} aria-hidden className={clsx(optionStyles.tick, styles.tick)} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

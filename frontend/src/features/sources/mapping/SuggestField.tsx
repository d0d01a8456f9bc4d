import { ChevronDown } from "lucide-react";
import { clsx } from "clsx";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import fieldStyles from "@/ui/Field.module.css";
import options from "@/ui/Options.module.css";
import selectStyles from "@/ui/Select.module.css";
import styles from "./fields.module.css";

export type Suggestion = { value: string; note?: string };

type Props = {
  label: string;
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  suggestions: readonly Suggestion[];
  placeholder?: string;
  hint?: string | undefined;
  invalid?: boolean;
  /** This field takes what is clicked in the sample. */
  picking?: boolean;
  onFocus?: () => void;
  autoFocus?: boolean;
  maxLength?: number;
};

/** Any text, with what is likely in a list. */
export function SuggestField({ label, hideLabel = false, value, onChange, suggestions, placeholder = "", hint, invalid = false, picking = false, onFocus, autoFocus = false, maxLength = 200 }: Props) {
  return (
    <ComboBox
      className={clsx(fieldStyles.field, styles.suggest)}
      inputValue={value}
      onInputChange={onChange}
      defaultItems={suggestions}
      allowsCustomValue
      menuTrigger="input"
      isInvalid={invalid}
      {...(hideLabel && { "aria-label": label })}
      {...(onFocus && { onFocus })}
    >
      {!hideLabel && <Label className={clsx(fieldStyles.label)}>{label}</Label>}
      <div className={styles.box} data-picking={picking || undefined}>
        <Input className={clsx(fieldStyles.input, styles.mono)} placeholder={placeholder} spellCheck={false} autoComplete="off" maxLength={maxLength} autoFocus={autoFocus} />
        {suggestions.length > 0 && (
          <Button className={clsx(styles.open)}>
            <ChevronDown size={14} aria-hidden />
          </Button>
        )}
      </div>
      {hint && (
        <Text slot="description" className={clsx(fieldStyles.hint, styles.hint)}>
          {hint}
        </Text>
      )}
      <Popover className={clsx(options.popover, styles.popover)} offset={4}>
        <ListBox<Suggestion> className={clsx(options.list, selectStyles.list)}>
          {({ value: suggested, note }) => (
            <ListBoxItem id={suggested} textValue={suggested} className={clsx(options.option)}>
              <span className={clsx(options.words)}>
                <Text slot="label" className={clsx(styles.mono)}>
                  {suggested}
                </Text>
                {note && (
                  <Text slot="description" className={clsx(options.description)}>
                    {note}
                  </Text>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

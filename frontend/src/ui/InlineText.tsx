import { clsx } from "clsx";
import { useId, useState } from "react";
import type { KeyboardEvent, Ref } from "react";
import styles from "./InlineText.module.css";

type Props = {
  label: string;
  /** Shown above the text; otherwise the label is only read. */
  showLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Enter makes a new line instead of ending. */
  multiline?: boolean;
  readOnly?: boolean;
  maxLength?: number;
  className?: string | undefined;
  textClassName?: string | undefined;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onBlur?: () => void;
  ref?: Ref<HTMLTextAreaElement>;
};

/** Text that can be edited where it stands; it grows with what is written. */
export function InlineText({
  label,
  showLabel = false,
  value,
  onChange,
  placeholder,
  multiline = false,
  readOnly = false,
  maxLength = multiline ? 4000 : 200,
  className,
  textClassName,
  onKeyDown,
  onBlur,
  ref,
}: Props) {
  const id = useId();
  // While somebody writes, what they see is theirs: a save that trims or a refresh must not move under their hands.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const change = (next: string) => {
    const text = multiline ? next : next.replaceAll(/[\r\n]+/g, " ");
    setTyped(text);
    onChange(text);
  };
  return (
    <div className={clsx(styles.field, className)}>
      {showLabel && (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      {/* The twin behind the text gives it its height where field-sizing is not known yet. */}
      <div className={styles.grow} data-twin={`${shown === "" ? (placeholder ?? "") : shown} `}>
        <textarea
          ref={ref}
          id={id}
          rows={1}
          {...(!showLabel && { "aria-label": label })}
          className={clsx(styles.text, textClassName)}
          value={shown}
          placeholder={readOnly ? "" : placeholder}
          readOnly={readOnly}
          maxLength={maxLength}
          spellCheck={!readOnly}
          onChange={(event) => change(event.target.value)}
          onBlur={() => {
            setTyped(null);
            onBlur?.();
          }}
          onKeyDown={(event) => {
            onKeyDown?.(event);
            if (event.defaultPrevented || multiline || event.key !== "Enter") return;
            event.preventDefault();
            event.currentTarget.blur();
          }}
        />
      </div>
    </div>
  );
}

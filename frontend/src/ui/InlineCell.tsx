import { useRef, useState } from "react";
import { clsx } from "clsx";
import { InlineText } from "./InlineText";

type Props = {
  label: string;
  value: string;
  /** Called once, when the person has finished and the text differs. */
  onCommit: (value: string) => void;
  placeholder?: string;
  multiline?: boolean;
  readOnly?: boolean;
  /** An empty text is no value: it is put back. */
  required?: boolean;
  maxLength?: number;
  className?: string | undefined;
};

/** A table cell that can be edited in place: Enter or leaving keeps, Esc puts back. */
export function InlineCell({ value, onCommit, required = false, className, ...rest }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const cancelled = useRef(false);
  const finish = () => {
    const text = draft?.trim();
    setDraft(null);
    if (cancelled.current) cancelled.current = false;
    else if (text !== undefined && text !== value && !(required && text === "")) onCommit(text);
  };
  return (
    <InlineText
      {...rest}
      className={clsx(className)}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          cancelled.current = true;
          event.currentTarget.blur();
        }
        if (event.key === "Enter" && !event.shiftKey) {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
    />
  );
}

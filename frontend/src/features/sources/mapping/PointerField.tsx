import { useEffect, useId, useMemo, useRef } from "react";
import { m } from "@/i18n/generated/messages";
import { usePicking } from "./picking";
import { brief, isPointer, resolve } from "./pointers";
import type { Scalar } from "./pointers";
import { SuggestField } from "./SuggestField";

type Props = {
  label: string;
  hideLabel?: boolean;
  value: string;
  /** `seen` is the value that was clicked, if the place came from a click. */
  onChange: (pointer: string, seen?: Scalar) => void;
  autoFocus?: boolean;
  /** Something else than a pointer is fine too, e.g. the code of a currency. */
  accepts?: (text: string) => boolean;
};

/** Where something is in an item: typed, chosen from the places there are, or clicked in the sample. */
export function PointerField({ label, hideLabel = false, value, onChange, autoFocus = false, accepts = isPointer }: Props) {
  const id = useId();
  const { active, setActive, places, items } = usePicking();
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const suggestions = useMemo(() => places.map(({ pointer, example }) => ({ value: pointer, note: example })), [places]);
  const seen = useMemo(() => items.map((item) => resolve(value, item)).find((found) => found !== undefined), [items, value]);
  const hint = !isPointer(value) ? undefined : seen === undefined ? (items.length > 0 ? m.sources_pointer_not_seen() : undefined) : m.sources_pointer_seen({ value: brief(seen) });
  return (
    <SuggestField
      label={label}
      hideLabel={hideLabel}
      value={value}
      onChange={(pointer) => onChange(pointer)}
      suggestions={suggestions}
      placeholder={m.sources_pointer_example()}
      invalid={value !== "" && !accepts(value)}
      hint={hint}
      picking={active?.id === id}
      autoFocus={autoFocus}
      onFocus={() => setActive({ id, label, pick: (pointer, clicked) => latest.current(pointer, clicked) })}
    />
  );
}

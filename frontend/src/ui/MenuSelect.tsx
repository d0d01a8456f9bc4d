import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button";
import type { ButtonLook } from "./Button";
import { MenuButton } from "./MenuButton";

type Choice<Value extends string> = { value: Value; label: string; icon?: ReactNode };

type Props<Value extends string> = {
  /** What is chosen here, e.g. "State"; read before the chosen value. */
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  look?: ButtonLook;
};

/** A filter in a toolbar: light on the first load, unlike Select, because its list is a lazily fetched menu. */
export function MenuSelect<Value extends string>({ label, choices, value, onChange, look = "secondary" }: Props<Value>) {
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <MenuButton
      label={label}
      entries={choices.map((choice) => ({
        id: choice.value,
        label: choice.label,
        icon: choice.icon,
        selected: choice.value === value,
        onAction: () => onChange(choice.value),
      }))}
    >
      {(trigger) => (
        <Button {...trigger} look={look} icon={chosen?.icon}>
          <span className="visually-hidden">{label}</span>
          {chosen?.label}
          <ChevronDown size={13} aria-hidden />
        </Button>
      )}
    </MenuButton>
  );
}

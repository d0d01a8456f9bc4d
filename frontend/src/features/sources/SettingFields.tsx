import type { SourceFormat } from "@/api/sources";
import { fieldProblem } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { choiceLabel, settingWords } from "./formats";

export type Settings = Record<string, string>;

type Props = {
  format: SourceFormat;
  values: Settings;
  onChange: (values: Settings) => void;
  readOnly?: boolean;
  error: unknown;
};

/** What a format wants to know beside the secret. */
export function SettingFields({ format, values, onChange, readOnly = false, error }: Props) {
  return format.settings.map(({ key, required, choices, example, default: otherwise }) => {
    const { label, hint } = settingWords(key);
    const set = (value: string) => onChange({ ...values, [key]: value });
    if (choices.length > 0)
      return (
        <Select
          key={key}
          label={label()}
          value={values[key] ?? otherwise}
          onChange={set}
          disabled={readOnly}
          options={choices.map((choice) => ({ value: choice, label: choiceLabel(choice) }))}
        />
      );
    return (
      <TextField
        key={key}
        label={required ? label() : m.sources_optional({ label: label() })}
        hint={hint?.()}
        placeholder={otherwise || example}
        value={values[key] ?? ""}
        onChange={set}
        readOnly={readOnly}
        required={required}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        error={fieldProblem(error, `/settings/${key}`)}
      />
    );
  });
}

/** Is everything there that must be? */
export const settingsComplete = (format: SourceFormat, values: Settings): boolean =>
  format.settings.every(({ key, required }) => !required || Boolean(values[key]?.trim()));

/** The settings that say something; an empty one means what the format suggests. */
export const settingsOf = (values: Settings): Settings =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value.trim() === "" ? [] : [[key, value.trim()]])));

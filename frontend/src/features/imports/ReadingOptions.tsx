import type { Import } from "@/api/imports";
import { m } from "@/i18n/generated/messages";
import { Select } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import type { Draft, Options } from "./draft";
import styles from "./imports.module.css";

type Props = { found: Import; draft: Draft; onChange: (draft: Draft) => void };

const forms = [
  { value: "usual", label: m.imports_time_usual },
  { value: "day-first", label: m.imports_time_day_first },
  { value: "unix", label: m.imports_time_unix },
  { value: "unix-ms", label: m.imports_time_unix_ms },
  { value: "other", label: m.imports_time_other },
];

const delimiters = [
  { value: "auto", label: m.imports_delimiter_auto },
  { value: ",", label: m.imports_delimiter_comma },
  { value: ";", label: m.imports_delimiter_semicolon },
  { value: "\t", label: m.imports_delimiter_tab },
  { value: "|", label: m.imports_delimiter_bar },
];

const encodings = ["utf-8", "utf-16", "latin-1", "windows-1252"];

/** How the file is written, where that is not what is usual. */
export function ReadingOptions({ found, draft, onChange }: Props) {
  const { options } = draft;
  const set = (changes: Partial<Options>) => onChange({ ...draft, options: { ...options, ...changes } });
  const isText = found.kind === "csv" || found.kind === "tsv";
  const plainForm = options.day_first ? "day-first" : "usual";
  const known = options.time_format === "unix" || options.time_format === "unix-ms" ? options.time_format : "other";
  const form = options.time_format === "" ? plainForm : known;
  const choose = (value: string) => {
    if (value === "usual" || value === "day-first") set({ time_format: "", day_first: value === "day-first" });
    else set({ day_first: false, time_format: value === "other" ? "%d %b %Y" : value });
  };
  return (
    <details className={styles.options}>
      <summary>{m.imports_options()}</summary>
      <div className={styles.optionGrid}>
        <Select label={m.imports_times()} options={forms.map(({ value, label }) => ({ value, label: label() }))} value={form} onChange={choose} />
        {form === "other" && (
          <TextField
            label={m.imports_time_format()}
            hint={m.imports_time_format_hint()}
            value={options.time_format}
            maxLength={60}
            spellCheck={false}
            onChange={(time_format) => set({ time_format })}
          />
        )}
        <TextField
          label={m.imports_timezone()}
          hint={m.imports_timezone_hint()}
          value={options.timezone}
          maxLength={60}
          spellCheck={false}
          onChange={(timezone) => set({ timezone: timezone || "UTC" })}
        />
        {isText && (
          <Select
            label={m.imports_delimiter()}
            options={delimiters.map(({ value, label }) => ({ value, label: label() }))}
            value={options.delimiter || "auto"}
            onChange={(value) => set({ delimiter: value === "auto" ? "" : value })}
          />
        )}
        {isText && (
          <Select
            label={m.imports_encoding()}
            options={[{ value: "auto", label: m.imports_encoding_auto() }, ...encodings.map((value) => ({ value, label: value }))]}
            value={options.encoding || "auto"}
            onChange={(value) => set({ encoding: value === "auto" ? "" : value })}
          />
        )}
        <label className={styles.check}>
          <input type="checkbox" checked={options.keep_rest} onChange={(event) => set({ keep_rest: event.target.checked })} />
          {m.imports_keep_rest()}
        </label>
      </div>
    </details>
  );
}

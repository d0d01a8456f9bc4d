import type { ImportPreview } from "@/api/imports";
import { m } from "@/i18n/generated/messages";
import { Select } from "@/ui/Select";
import type { Option } from "@/ui/Select";
import { TextField } from "@/ui/TextField";
import { fieldNames, withField } from "./draft";
import type { Draft, FieldName, Taken } from "./draft";
import styles from "./imports.module.css";
import { fieldLabels, scales } from "./labels";

type Columns = ImportPreview["columns"];
type Props = { columns: Columns; draft: Draft; onChange: (draft: Draft) => void };

const needed: readonly FieldName[] = ["customer", "time"];
const dependent: Partial<Record<FieldName, FieldName>> = { scale: "score", currency: "amount" };

/** For everything an event can say: the column it comes from, or what it is for all rows. */
export function FieldList({ columns, draft, onChange }: Props) {
  const shown = fieldNames.filter((name) => {
    const on = dependent[name];
    return on === undefined || draft.fields[on] !== undefined;
  });
  return (
    <ul className={styles.fields}>
      {shown.map((name) => (
        <FieldRow
          key={name}
          name={name}
          columns={columns}
          taken={draft.fields[name] ?? null}
          onChange={(taken) => onChange(withField(draft, name, taken))}
        />
      ))}
    </ul>
  );
}

type RowProps = { name: FieldName; columns: Columns; taken: Taken | null; onChange: (taken: Taken | null) => void };

function FieldRow({ name, columns, taken, onChange }: RowProps) {
  const { label, hint } = fieldLabels[name];
  const title = needed.includes(name) ? m.imports_needed({ label: label() }) : label();
  const textLabel = taken?.take === "template" ? m.imports_template_of({ field: label() }) : m.imports_value_of({ field: label() });
  return (
    <li className={styles.field}>
      <div>
        <p className={styles.fieldName}>{title}</p>
        {hint && <p className={styles.quiet}>{hint()}</p>}
      </div>
      <div className={styles.from}>
        <Select
          hideLabel
          label={label()}
          placeholder={m.imports_choose_column()}
          options={optionsOf(name, columns)}
          value={keyOf(taken)}
          onChange={(key) => onChange(takenBy(key))}
        />
        {taken && taken.take !== "column" && name !== "scale" && (
          <TextField
            hideLabel
            label={textLabel}
            value={taken.text}
            maxLength={500}
            spellCheck={false}
            placeholder={taken.take === "template" ? templateExample : m.imports_value_example()}
            onChange={(text) => onChange({ ...taken, text })}
          />
        )}
      </div>
    </li>
  );
}

const templateExample = "first-contact-{origin}";

const nothing = "nothing";

/** The select's key for where a field comes from. */
function keyOf(taken: Taken | null): string {
  if (!taken) return nothing;
  if (taken.take === "column") return `column ${taken.text}`;
  return scales.some(({ value }) => value === taken.text) ? `scale ${taken.text}` : taken.take;
}

function takenBy(key: string): Taken | null {
  if (key === nothing) return null;
  if (key.startsWith("column ")) return { take: "column", text: key.slice("column ".length) };
  if (key.startsWith("scale ")) return { take: "value", text: key.slice("scale ".length) };
  return { take: key === "template" ? "template" : "value", text: "" };
}

function optionsOf(name: FieldName, columns: Columns): Option<string>[] {
  const fromColumns = columns.map((column) => ({
    value: `column ${column.name}`,
    label: column.name,
    description: column.examples.join(" · "),
  }));
  if (name === "scale") return [...scales.map(({ value, label }) => ({ value: `scale ${value}`, label: label() })), ...fromColumns];
  const free = [
    { value: "value", label: m.imports_take_value(), description: m.imports_take_value_hint() },
    { value: "template", label: m.imports_take_template(), description: m.imports_take_template_hint({ example: templateExample }) },
  ];
  const none = needed.includes(name) || name === "currency" ? [] : [{ value: nothing, label: m.imports_take_nothing() }];
  return [...none, ...fromColumns, ...(name === "id" ? [] : free)];
}

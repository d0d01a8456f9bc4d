import { InlineText } from "@/ui/InlineText";
import type { FactField, ProseField } from "./fields";
import type { PartProps } from "./part";

type Props = PartProps & {
  fields: readonly { field: FactField | ProseField; label: () => string; placeholder: () => string }[];
  multiline?: boolean;
};

/** Texts of a persona, each under its name and edited where it stands. */
export function PersonaTexts({ persona, edit, readOnly, fields, multiline = false }: Props) {
  return fields.map(({ field, label, placeholder }) => (
    <div key={field} data-field={field}>
      <InlineText
        label={label()}
        showLabel
        value={persona[field]}
        placeholder={placeholder()}
        onChange={(value) => edit({ [field]: value })}
        readOnly={readOnly}
        multiline={multiline}
      />
    </div>
  ));
}

import { useState } from "react";
import { m } from "@/i18n/generated/messages";
import { TextField } from "@/ui/TextField";
import { useEditor } from "../../context";

const WEB = /^(https?:\/\/[^\s<>"]+)?$/;

type Props = { label: string; value: string; onChange: (value: string) => void };

/** A web address. It is kept only when it is one; until then the field says what is missing. */
export function UrlField({ label, value, onChange }: Props) {
  const { canEdit } = useEditor();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value;
  const wrong = !WEB.test(shown);
  const change = (text: string) => {
    setDraft(text);
    if (WEB.test(text)) onChange(text);
  };
  return (
    <TextField
      label={label}
      type="url"
      inputMode="url"
      placeholder="https://"
      value={shown}
      maxLength={2000}
      readOnly={!canEdit}
      error={wrong ? m.map_link_wrong() : undefined}
      onChange={change}
      onBlur={() => !wrong && setDraft(null)}
    />
  );
}

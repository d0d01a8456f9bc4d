import { useId, useState } from "react";
import type { PersonaSource } from "@/api/personas";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Select } from "@/ui/Select";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { sourceKindLabels, sourceKinds } from "./source-kinds";

type Props = { source: PersonaSource | null; onSave: (source: PersonaSource) => void; onClose: () => void };

const isAddress = (url: string) => url === "" || /^https?:\/\/[^\s<>"]+$/.test(url);

export function SourceDialog({ source, onSave, onClose }: Props) {
  const form = useId();
  const [draft, setDraft] = useState<Required<PersonaSource>>({ kind: "interview", text: "", url: "", ...source });
  const [checked, setChecked] = useState(false);
  const text = draft.text.trim();
  const url = draft.url.trim();
  const textProblem = checked && text === "" && url === "" ? m.personas_source_text_missing() : undefined;
  const urlProblem = checked && !isAddress(url) ? m.personas_source_url_invalid() : undefined;

  const submit = () => {
    setChecked(true);
    if ((text !== "" || url !== "") && isAddress(url)) onSave({ ...draft, text, url });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={source ? m.personas_source_edit_title() : m.personas_add_source()}
      footer={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="primary" type="submit" form={form}>
            {source ? m.common_save() : m.common_add()}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        style={{ display: "grid", gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Select
          label={m.personas_source_kind()}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind })}
          options={sourceKinds.map((kind) => ({ value: kind, label: sourceKindLabels[kind]() }))}
        />
        <TextArea
          label={m.personas_source_text()}
          placeholder={m.personas_source_text_example()}
          value={draft.text}
          onChange={(value) => setDraft({ ...draft, text: value })}
          error={textProblem}
          maxLength={4000}
        />
        <TextField
          label={m.personas_source_url()}
          type="url"
          placeholder="https://"
          value={draft.url}
          onChange={(value) => setDraft({ ...draft, url: value })}
          error={urlProblem}
          maxLength={2000}
        />
      </form>
    </Dialog>
  );
}

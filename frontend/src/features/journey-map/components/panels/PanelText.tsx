import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { useEditor } from "../../context";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  hint?: string;
  placeholder?: string;
  type?: "text" | "number" | "date";
  maxLength?: number;
  /** By which a finding leads to it. */
  name?: string;
};

/** A field of a panel: saved while it is written, read-only for viewers. */
export function PanelText({ rows, type, maxLength = rows === undefined ? 200 : 4000, ...props }: Props) {
  const { canEdit } = useEditor();
  if (rows === undefined)
    return <TextField {...props} maxLength={maxLength} {...(type && { type })} readOnly={!canEdit} dir="auto" />;
  return <TextArea {...props} maxLength={maxLength} rows={rows} readOnly={!canEdit} dir="auto" />;
}

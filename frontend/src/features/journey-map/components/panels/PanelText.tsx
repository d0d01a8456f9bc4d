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
  type?: "text" | "url" | "number" | "date";
};

/** A field of a panel: saved while it is written, read-only for viewers. */
export function PanelText({ rows, type, ...props }: Props) {
  const { canEdit } = useEditor();
  if (rows === undefined) return <TextField {...props} {...(type && { type })} readOnly={!canEdit} dir="auto" />;
  return <TextArea {...props} rows={rows} readOnly={!canEdit} dir="auto" />;
}

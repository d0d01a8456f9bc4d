import { useId, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/TextField";

type Props = { title: string; onRename: (title: string) => void; onClose: () => void };

export function RenameDialog({ title, onRename, onClose }: Props) {
  const form = useId();
  const [value, setValue] = useState(title);
  const name = value.trim();
  return (
    <Dialog
      open
      onClose={onClose}
      width={400}
      title={m.gallery_rename_title()}
      footer={
        <>
          <Button onClick={onClose}>{m.common_cancel()}</Button>
          <Button look="primary" type="submit" form={form} disabled={name === ""}>
            {m.common_rename()}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== "") onRename(name);
        }}
      >
        <TextField
          label={m.gallery_title()}
          value={value}
          onChange={setValue}
          maxLength={200}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
        />
      </form>
    </Dialog>
  );
}

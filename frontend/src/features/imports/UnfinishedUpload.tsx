import { useState } from "react";
import { useImportCommands } from "@/api/imports";
import type { Import } from "@/api/imports";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import { Problem } from "@/ui/Problem";
import { FileSender } from "./FileSender";
import styles from "./imports.module.css";
import { useFileUpload } from "./useFileUpload";

/** A file whose upload was interrupted: given again, it goes on where it was. */
export function UnfinishedUpload({ found }: { found: Import }) {
  const { id, name, size } = found;
  const { discard } = useImportCommands(useWorkspace().id, id);
  const upload = useFileUpload(() => Promise.resolve(id));
  const [another, setAnother] = useState<File | null>(null);
  const onFile = (file: File) => {
    const same = file.name === name && file.size === size;
    setAnother(same ? null : file);
    if (same) upload.send(file);
  };
  return (
    <div className={styles.content}>
      <Panel title={m.imports_incomplete()} description={m.imports_incomplete_hint({ name })}>
        <FileSender upload={upload} onFile={onFile} />
        {another && <Problem>{m.imports_another_file({ name: another.name, wanted: name })}</Problem>}
        <Button className={styles.more} busy={discard.isPending} onClick={() => discard.mutate()}>
          {m.imports_discard()}
        </Button>
      </Panel>
    </div>
  );
}

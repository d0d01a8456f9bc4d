import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { announceFile } from "@/api/imports";
import { useCreateSource } from "@/api/source-changes";
import type { Source } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Panel } from "@/ui/Panel";
import { Select } from "@/ui/Select";
import { FileSender } from "./FileSender";
import styles from "./imports.module.css";
import { useFileUpload } from "./useFileUpload";

const aNew = "new";
const nativeFormat = "waymark";

/** Where the events go to, and the file that they are in. */
export function NewImport({ sources, sourceId }: { sources: readonly Source[]; sourceId: string | undefined }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const create = useCreateSource(workspace.id);
  const open = sources.filter(({ format, state }) => format === nativeFormat && state !== "retired");
  const [chosen, setChosen] = useState(open.find(({ id }) => id === sourceId)?.id ?? aNew);

  const begin = async (file: File) => {
    const name = sourceNameOf(file.name);
    // The same file goes into the same source, where what is in already is known.
    const namesake = open.find((source) => source.name === name)?.id;
    const id = chosen === aNew ? (namesake ?? (await create.mutateAsync({ name, format: nativeFormat })).id) : chosen;
    setChosen(id);
    return announceFile(id, file);
  };
  const upload = useFileUpload(begin, ({ id }) => {
    void navigate({ to: "/w/$slug/sources/imports/$importId", params: { slug: workspace.slug, importId: id } });
  });

  return (
    <Panel title={m.imports_new()} description={m.imports_new_hint()}>
      <Select
        className={styles.into}
        label={m.imports_into()}
        options={[
          { value: aNew, label: m.imports_into_new(), description: m.imports_into_new_hint() },
          ...open.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={chosen}
        onChange={setChosen}
        disabled={upload.busy}
      />
      <FileSender upload={upload} />
    </Panel>
  );
}

/** “CRM export 2026.csv.gz” goes into a source “CRM export 2026”. */
export const sourceNameOf = (fileName: string): string => fileName.replace(/\.gz$/i, "").replace(/\.[a-z]+$/i, "").slice(0, 200) || fileName;

import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useUpload } from "@/api/imports";
import { problemText } from "@/api/problem-text";
import { useCreateSource } from "@/api/source-changes";
import type { Source } from "@/api/sources";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import { ProblemNote } from "@/ui/ProblemNote";
import { Select } from "@/ui/Select";
import { DropZone } from "./DropZone";
import styles from "./imports.module.css";

const aNew = "new";
const nativeFormat = "waymark";

/** Where the events go to, and the file that they are in. */
export function NewImport({ sources, sourceId }: { sources: readonly Source[]; sourceId: string | undefined }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const create = useCreateSource(workspace.id);
  const upload = useUpload(workspace.id);
  const [share, setShare] = useState(0);
  const running = useRef<AbortController | null>(null);
  const open = sources.filter(({ format, state }) => format === nativeFormat && state !== "retired");
  const [chosen, setChosen] = useState(open.find(({ id }) => id === sourceId)?.id ?? aNew);
  const [file, setFile] = useState<File | null>(null);
  const error = create.error ?? upload.error;

  useEffect(() => () => running.current?.abort(), []);

  const bringIn = async (given: File) => {
    const controller = new AbortController();
    running.current = controller;
    setFile(given);
    setShare(0);
    create.reset();
    upload.reset();
    try {
      const name = sourceNameOf(given.name);
      // The same file goes into the same source, where what is in already is known.
      const namesake = open.find((source) => source.name === name)?.id;
      const id = chosen === aNew ? (namesake ?? (await create.mutateAsync({ name, format: nativeFormat })).id) : chosen;
      setChosen(id);
      const made = await upload.mutateAsync({ sourceId: id, file: given, onProgress: setShare, signal: controller.signal });
      void navigate({ to: "/w/$slug/sources/imports/$importId", params: { slug: workspace.slug, importId: made.id } });
    } catch {
      // What went wrong is in `error`, where it is told with a way to try again.
    }
  };
  const busy = create.isPending || upload.isPending;
  const cancelled = upload.error instanceof DOMException;

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
        disabled={busy}
      />
      {busy && file ? (
        <div className={styles.uploading} role="status">
          <p>{m.imports_uploading({ name: file.name })}</p>
          <progress value={share} max={1} aria-label={m.imports_upload_label()} />
          <Button onClick={() => running.current?.abort()}>{m.common_cancel()}</Button>
        </div>
      ) : (
        <DropZone onFile={(given) => void bringIn(given)} />
      )}
      {error && !busy && !cancelled && (
        <ProblemNote {...(file && { onRetry: () => void bringIn(file) })}>{problemText(error)}</ProblemNote>
      )}
    </Panel>
  );
}

/** “CRM export 2026.csv.gz” goes into a source “CRM export 2026”. */
export const sourceNameOf = (fileName: string): string => fileName.replace(/\.gz$/i, "").replace(/\.[a-z]+$/i, "").slice(0, 200) || fileName;

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { Upload } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { importPreviewQuery, useImportCommands } from "@/api/imports";
import type { Import, ImportPreview } from "@/api/imports";
import { problemText } from "@/api/problem-text";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { Loading, Skeleton } from "@/ui/Skeleton";
import { toast } from "@/ui/toast/store";
import { draftOf, mappingOf } from "./draft";
import type { Draft } from "./draft";
import { FieldList } from "./FieldList";
import styles from "./imports.module.css";
import { MissingTouchpoints } from "./MissingTouchpoints";
import { PreviewTable } from "./PreviewTable";
import { ReadingOptions } from "./ReadingOptions";

/** What the columns mean: guessed, corrected, and shown at once in what the first rows become. */
export function MapColumns({ found }: { found: Import }) {
  const workspace = useWorkspace();
  const { discard } = useImportCommands(workspace.id, found.id);
  const guessed = useQuery(importPreviewQuery(found.id, null));
  if (guessed.data) return <Mapped found={found} guessed={guessed.data} />;
  if (guessed.error) {
    return (
      <EmptyState
        title={m.imports_unreadable()}
        description={problemText(guessed.error)}
        actions={
          <>
            <Button look="primary" onClick={() => void guessed.refetch()} busy={guessed.isFetching}>
              {m.common_retry()}
            </Button>
            <Button busy={discard.isPending} onClick={() => discard.mutate()}>
              {m.imports_discard()}
            </Button>
          </>
        }
      />
    );
  }
  return (
    <Loading className={styles.content}>
      <Skeleton height={320} radius={12} />
    </Loading>
  );
}

function Mapped({ found, guessed }: { found: Import; guessed: ImportPreview }) {
  const workspace = useWorkspace();
  const { start, discard } = useImportCommands(workspace.id, found.id);
  const [draft, setDraft] = useState<Draft>(() => draftOf(guessed.mapping));
  const mapping = mappingOf(useDeferredValue(draft));
  const preview = useQuery(importPreviewQuery(found.id, mapping));
  const shown = preview.data ?? guessed;
  const complain = (error: Error) => toast({ message: problemText(error), tone: "negative" });
  const complete = draft.fields.customer !== undefined && draft.fields.time !== undefined;
  return (
    <div className={clsx(styles.content, styles.mapping)}>
      <Panel title={m.imports_columns()} description={m.imports_columns_hint({ count: guessed.columns.length })}>
        <FieldList columns={guessed.columns} draft={draft} onChange={setDraft} />
        <ReadingOptions found={found} draft={draft} onChange={setDraft} />
      </Panel>
      <div className={styles.result}>
        <MissingTouchpoints importId={found.id} missing={shown.missing_touchpoints} />
        <PreviewTable preview={shown} error={preview.error} stale={preview.isPlaceholderData || preview.isFetching} />
        <div className={styles.buttons}>
          <Button busy={discard.isPending} onClick={() => discard.mutate(undefined, { onError: complain })}>
            {m.imports_discard()}
          </Button>
          <Button
            look="primary"
            icon={<Upload size={14} aria-hidden />}
            busy={start.isPending}
            disabled={!complete || preview.isError}
            onClick={() => start.mutate(mappingOf(draft), { onError: complain })}
          >
            {m.imports_start()}
          </Button>
        </div>
      </div>
    </div>
  );
}

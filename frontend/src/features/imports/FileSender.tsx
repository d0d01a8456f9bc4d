import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Problem } from "@/ui/Problem";
import { DropZone } from "./DropZone";
import styles from "./imports.module.css";
import type { FileUpload } from "./useFileUpload";

/** Where a file is dropped; then how much of it has arrived, or what went wrong. */
export function FileSender({ upload, onFile = upload.send }: { upload: FileUpload; onFile?: (file: File) => void }) {
  const { file, busy, share, error, send, cancel } = upload;
  return (
    <>
      {busy && file ? (
        <div className={styles.uploading} role="status">
          <p>{m.imports_uploading({ name: file.name })}</p>
          <progress value={share} max={1} aria-label={m.imports_upload_label()} />
          <Button onClick={cancel}>{m.common_cancel()}</Button>
        </div>
      ) : (
        <DropZone onFile={onFile} />
      )}
      {error && !busy && <Problem {...(file && { onRetry: () => send(file) })}>{problemText(error)}</Problem>}
    </>
  );
}

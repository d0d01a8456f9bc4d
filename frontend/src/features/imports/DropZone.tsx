import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import styles from "./imports.module.css";

const accepted = ".csv,.txt,.tsv,.tab,.ndjson,.jsonl,.json,.xes,.parquet,.pq,.gz";

/** Takes one file: dropped, or chosen with the button, which is all that the keyboard needs. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <div
      className={clsx(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <FileUp size={28} strokeWidth={1.25} aria-hidden />
      <p className={styles.dropTitle}>{m.imports_drop()}</p>
      <p className={styles.quiet}>{m.imports_kinds()}</p>
      <input
        ref={input}
        type="file"
        accept={accepted}
        className="visually-hidden"
        aria-label={m.imports_file()}
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      <Button look="primary" onClick={() => input.current?.click()}>
        {m.imports_choose()}
      </Button>
    </div>
  );
}

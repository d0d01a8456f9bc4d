import { useMutation, useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { previewFix } from "@/api/findings";
import { Problem } from "@/api/http";
import { problemText } from "@/api/problem-text";
import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { Spinner } from "@/ui/Spinner";
import { toast } from "@/ui/toast/store";
import { goToFinding } from "../../commands/findings";
import { useEditor, useSnapshot } from "../../context";
import { fixWords } from "./fix-words";
import styles from "./findings.module.css";
import type { Finding } from "@/api/findings";
import type { Operation } from "../../model/operations";

type Props = { finding: Finding };

/** The server answers that there is nothing to mend any more. */
const isOutdated = (error: unknown): boolean => error instanceof Problem && (error.status === 409 || error.status === 404);
const words = (error: unknown): string => (isOutdated(error) ? m.findings_fix_outdated() : problemText(error));

/** What would be changed, before and after; applied, it is one step that can be undone. */
export function FixPreview({ finding }: Props) {
  const editor = useEditor();
  const onClose = () => editor.ui.setState({ mending: null });
  const { id } = editor.structure.doc;
  const saved = useSnapshot((state) => state.sync.status === "saved");
  const first = useRef<HTMLDivElement>(null);
  const preview = useQuery({
    queryKey: ["map", id, "fix", finding.key],
    queryFn: () => previewFix(id, finding.key),
    enabled: saved,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
  const apply = useMutation({
    // Asked for again: what was shown may be of a minute ago.
    mutationFn: () => previewFix(id, finding.key),
    onSuccess: ({ operations, label }) => {
      editor.edit(operations as readonly Operation[]);
      toast({ message: m.findings_fixed({ label }), action: { label: m.common_undo(), run: () => editor.undo() } });
      onClose();
    },
    // Said beside the list: whoever has mended it took the finding, and this preview, off it.
    onError: (error) => {
      if (!isOutdated(error)) return;
      toast({ message: m.findings_fix_outdated() });
      onClose();
    },
  });
  useEffect(() => {
    goToFinding(editor, finding, true);
    editor.endGesture();
    first.current?.focus();
  }, [editor, finding]);

  const error = apply.error ?? preview.error;
  return (
    <div
      ref={first}
      tabIndex={-1}
      role="group"
      aria-label={m.findings_fix_preview()}
      className={styles.fix}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {preview.data !== undefined && error === null && (
        <ul className={styles.differences}>
          {fixWords(editor, preview.data.operations as readonly Operation[]).map((difference, index) => (
            <li key={index}>
              <span className={styles.differenceWhat}>{difference.what}</span>
              {(difference.before !== null || difference.after !== null) && (
                <span className={styles.beforeAfter}>
                  {difference.before !== null && <del>{difference.before}</del>}
                  {difference.before !== null && difference.after !== null && <ArrowRight size={12} aria-hidden />}
                  {difference.after !== null && <ins>{difference.after}</ins>}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {preview.data === undefined && error === null && (
        <p className={styles.hint} role="status">
          <Spinner size={12} /> {saved ? m.findings_fix_looking() : m.findings_fix_saving()}
        </p>
      )}
      {error !== null && (
        <p className={styles.problem} role="alert">
          {words(error)}
        </p>
      )}
      <div className={styles.buttons}>
        {error === null && (
          <Button look="primary" busy={apply.isPending} disabled={preview.data === undefined} onClick={() => apply.mutate()}>
            {m.findings_fix_apply()}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {error === null ? m.common_cancel() : m.common_close()}
        </Button>
      </div>
    </div>
  );
}

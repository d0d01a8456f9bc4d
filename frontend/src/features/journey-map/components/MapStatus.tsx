import { m } from "@/i18n/generated/messages";
import { Button } from "@/ui/Button";
import { SaveState } from "@/ui/SaveState";
import { useEditor, useSnapshot } from "../context";

/** Saving, saved, offline or conflict: always in sight. */
export function MapStatus() {
  const editor = useEditor();
  const status = useSnapshot((state) => state.sync.status);
  const unsent = useSnapshot((state) => state.sync.unsent);
  if (!editor.canEdit) return <span>{m.map_read_only()}</span>;
  return (
    <>
      <span title={status === "offline" ? m.map_offline_kept({ count: unsent }) : undefined}>
        <SaveState status={status} />
      </span>
      {status === "offline" && unsent > 0 && (
        <span className="visually-hidden">{m.map_offline_kept({ count: unsent })}</span>
      )}
      {status === "conflict" && (
        <Button look="danger" onClick={() => editor.ui.setState({ deciding: true })}>
          {m.map_conflict_open()}
        </Button>
      )}
    </>
  );
}

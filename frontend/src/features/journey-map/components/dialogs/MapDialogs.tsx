import { lazy, Suspense } from "react";
import { useEditor, useUi } from "../../context";
import type { MapDialog } from "../../store";
import type { Writer } from "../../writer";

const MoveDialog = lazy(() => import("./MoveDialog"));
const PasteDialog = lazy(() => import("./PasteDialog"));
const TouchpointDialog = lazy(() => import("./TouchpointDialog"));
const ConflictDialog = lazy(() => import("./ConflictDialog"));
const LaneDialog = lazy(() => import("./LaneDialog"));

/** The one dialog that is open over the map, fetched when it is first needed. */
export function MapDialogs({ writer }: { writer: Writer }) {
  const editor = useEditor();
  const dialog = useUi((state) => state.dialog);
  const deciding = useUi((state) => state.deciding);
  const close = () => editor.ui.setState({ dialog: null });
  return (
    <Suspense>
      {dialog !== null && contents(dialog, close)}
      {deciding && <ConflictDialog sync={writer.sync} />}
    </Suspense>
  );
}

function contents(dialog: MapDialog, close: () => void) {
  switch (dialog.kind) {
    case "move":
      return <MoveDialog cardIds={dialog.cardIds} onClose={close} />;
    case "paste":
      return <PasteDialog table={dialog.table} at={dialog.at} onClose={close} />;
    case "touchpoint":
      return <TouchpointDialog stepId={dialog.stepId} typed={dialog.typed} onClose={close} />;
    case "lane":
      return <LaneDialog index={dialog.index} onClose={close} />;
  }
}

import { lazy, Suspense } from "react";
import { useEditor, useUi } from "../../context";
import type { MapDialog } from "../../store";

const MoveDialog = lazy(() => import("./MoveDialog"));
const PasteDialog = lazy(() => import("./PasteDialog"));
const TouchpointDialog = lazy(() => import("./TouchpointDialog"));
const LaneDialog = lazy(() => import("./LaneDialog"));

/** The one dialog that is open over the map, fetched when it is first needed. */
export function MapDialogs() {
  const editor = useEditor();
  const dialog = useUi((state) => state.dialog);
  if (dialog === null) return null;
  const close = () => editor.ui.setState({ dialog: null });
  return <Suspense>{contents(dialog, close)}</Suspense>;
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

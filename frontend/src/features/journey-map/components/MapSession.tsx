import { useState } from "react";
import { useEditor } from "../context";
import { Writer } from "../writer";
import { MapDialogs } from "./dialogs/MapDialogs";
import { useMapCommands } from "./useMapCommands";
import { useSession } from "./useSession";

/** Makes the drawn map one that can be changed: commands, dialogs, undo and the way to the server. */
export function MapSession({ linkedCard }: { linkedCard: string | undefined }) {
  const editor = useEditor();
  const [writer] = useState(() => new Writer(editor));
  useSession(writer, linkedCard);
  useMapCommands();
  return <MapDialogs writer={writer} />;
}

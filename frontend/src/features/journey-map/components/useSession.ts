import { useEffect } from "react";
import { toast } from "@/ui/toast/store";
import { m } from "@/i18n/generated/messages";
import { goToCard } from "../commands/unfold";
import { useEditor, useSnapshot } from "../context";
import { rememberView } from "../remembered-view";
import type { Writer } from "../writer";

const POLL_MS = 12_000;

/** Keeps the open map in step with the server and with the window it is in. */
export function useSession(writer: Writer, linkedCard: string | undefined): void {
  const editor = useEditor();

  useEffect(() => {
    const { sync } = writer;
    sync.open();
    const stop = editor.connect(writer);
    void sync.resume();
    const poll = () => {
      if (document.visibilityState === "visible") void sync.poll();
      else sync.flush();
    };
    const timer = setInterval(() => !editor.ui.getState().live && poll(), POLL_MS);
    const flush = () => sync.flush();
    window.addEventListener("online", flush);
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", poll);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", poll);
      stop();
      sync.close();
    };
  }, [editor, writer]);

  useEffect(
    () =>
      editor.ui.subscribe((now, before) => {
        if (now.collapsed !== before.collapsed || now.zoom !== before.zoom) rememberView(editor.structure.doc.id, now);
      }),
    [editor],
  );

  useEffect(() => {
    if (linkedCard === undefined) return;
    if (!editor.structure.doc.items.card.has(linkedCard)) {
      toast({ message: m.map_said_card_gone() });
      return;
    }
    goToCard(editor, linkedCard);
    editor.ui.setState({ panel: { kind: "card", id: linkedCard } });
  }, [editor, linkedCard]);

  const rejected = useSnapshot((state) => state.sync.rejected);
  useEffect(() => {
    if (rejected !== null) toast({ message: m.map_said_rejected({ reason: rejected }), tone: "negative" });
  }, [rejected]);
}

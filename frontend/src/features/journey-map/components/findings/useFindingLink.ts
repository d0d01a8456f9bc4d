import { useEffect, useEffectEvent, useRef } from "react";
import { m } from "@/i18n/generated/messages";
import { toast } from "@/ui/toast/store";
import { goToFinding } from "../../commands/findings";
import { useEditor, useSnapshot, useUi } from "../../context";
import type { MapSearch } from "../../search";
import type { UiState } from "../../store";

/** In the address: nothing while findings are not shown, and that they are while none is chosen. */
const ALL = "all";
const ADDRESS_AFTER_MS = 250;

const linkOf = ({ panel, finding }: UiState): string | undefined =>
  panel?.kind === "findings" ? (finding ?? ALL) : undefined;

/** Opens what the address says, and keeps the address at what is open. */
export function useFindingLink(linked: MapSearch, onLink: (finding: string | undefined) => void): void {
  const editor = useEditor();
  const first = useRef(linked.findings);
  const withFix = useRef(linked.fix === true);
  const complete = useSnapshot((state) => state.findings?.complete ?? false);
  const arrived = useSnapshot((state) => complete || state.findings?.items.has(first.current ?? "") === true);
  const ready = useUi((state) => state.ready);

  useEffect(() => {
    if (first.current !== undefined) editor.ui.setState({ panel: { kind: "findings" } });
  }, [editor]);

  useEffect(() => {
    const key = first.current;
    if (key === undefined || key === ALL || !arrived || !ready) return;
    first.current = undefined;
    const finding = editor.snapshot.findings?.items.get(key);
    if (finding === undefined) toast({ message: m.findings_link_gone() });
    else goToFinding(editor, finding, true);
    if (withFix.current && editor.canEdit && finding?.fix != null) editor.ui.setState({ mending: key });
  }, [editor, arrived, ready]);

  const tell = useEffectEvent(() => onLink(linkOf(editor.ui.getState())));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.ui.subscribe((now, before) => {
      if (linkOf(now) === linkOf(before)) return;
      clearTimeout(timer);
      timer = setTimeout(tell, ADDRESS_AFTER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [editor]);
}

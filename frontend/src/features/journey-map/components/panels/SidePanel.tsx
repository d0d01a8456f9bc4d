import { ChevronLeft, X } from "lucide-react";
import { lazy, Suspense, useEffect, useEffectEvent, useRef } from "react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { Badge } from "@/ui/Badge";
import { formatCount } from "@/ui/format";
import { useEditor, useSnapshot, useUi } from "../../context";
import { openCount, worstOf } from "../../model/findings/findings";
import styles from "./panel.module.css";
import type { Panel } from "../../store";

const MapPanel = lazy(() => import("./MapPanel"));
const CardPanel = lazy(() => import("./CardPanel"));
const PartPanel = lazy(() => import("./PartPanel"));
const PlacementPanel = lazy(() => import("./PlacementPanel"));
const FindingsPanel = lazy(() => import("../findings/FindingsPanel"));

const TITLES: Record<Panel["kind"], () => string> = {
  map: m.map_panel_map,
  findings: m.findings_title,
  card: m.map_panel_card,
  stage: m.map_panel_stage,
  step: m.map_panel_step,
  placement: m.map_panel_touchpoint,
};

/** All fields of what was asked for, at the side of the map. */
export default function SidePanel() {
  const editor = useEditor();
  const panel = useUi((state) => state.panel);
  const element = useRef<HTMLElement>(null);
  const key = panel === null ? "" : "id" in panel ? panel.id : panel.kind;
  const quiet = panel?.kind === "findings" && panel.quiet === true;
  const takeFocus = useEffectEvent(() => {
    // What is in it may have taken the focus already: a fix to look at, a field to write in.
    if (!quiet && !element.current?.contains(document.activeElement)) element.current?.focus();
  });
  useEffect(() => takeFocus(), [key]);
  if (panel === null) return null;
  const title = TITLES[panel.kind]();
  const close = () => editor.ui.setState((state) => ({ panel: null, focusTick: state.focusTick + 1, onlyShown: false }));
  return (
    <aside
      ref={element}
      tabIndex={-1}
      className={styles.panel}
      aria-label={title}
      data-print="hide"
      data-kind={panel.kind}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close();
      }}
    >
      <header className={styles.header}>
        {"from" in panel && (
          <IconButton label={m.findings_back()} onClick={() => editor.ui.setState({ panel: { kind: "findings" } })}>
            <ChevronLeft size={15} aria-hidden />
          </IconButton>
        )}
        <div className={styles.heading}>
          <h2>{title}</h2>
          {panel.kind === "findings" && <FindingsCount />}
        </div>
        <IconButton label={m.common_close()} onClick={close}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      <div className={styles.content} data-kind={panel.kind} onBlur={() => editor.endGesture()}>
        <Suspense>
          <Contents panel={panel} />
          {"field" in panel && <FieldFocus field={panel.field} />}
        </Suspense>
      </div>
    </aside>
  );
}

function FindingsCount() {
  const counts = useSnapshot((state) => state.findings?.counts);
  const worst = counts === undefined ? null : worstOf(counts);
  if (counts === undefined || worst === null) return null;
  const tone = { error: "negative", warning: "warning", advice: "neutral" } as const;
  return <Badge tone={tone[worst]}>{formatCount(openCount(counts))}</Badge>;
}

/** Puts the cursor into the field for which the panel was opened, once that is there. */
function FieldFocus({ field }: { field: string | undefined }) {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const content = here.current?.parentElement;
    const name = CSS.escape(field ?? "");
    const wanted = `[name="${name}"], [data-field="${name}"] :is(input, textarea, select, button)`;
    content?.querySelector<HTMLElement>(wanted)?.focus();
  }, [field]);
  return <span ref={here} hidden />;
}

function Contents({ panel }: { panel: Panel }) {
  switch (panel.kind) {
    case "map":
      return <MapPanel />;
    case "findings":
      return <FindingsPanel />;
    case "card":
      return <CardPanel key={panel.id} id={panel.id} />;
    case "placement":
      return <PlacementPanel key={panel.id} id={panel.id} />;
    default:
      return <PartPanel key={panel.id} part={panel.kind} id={panel.id} />;
  }
}

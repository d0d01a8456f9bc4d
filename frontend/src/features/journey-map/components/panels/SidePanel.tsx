import { X } from "lucide-react";
import { lazy, Suspense, useEffect, useRef } from "react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { useEditor, useUi } from "../../context";
import styles from "./panel.module.css";
import type { Panel } from "../../store";

const MapPanel = lazy(() => import("./MapPanel"));
const CardPanel = lazy(() => import("./CardPanel"));
const PartPanel = lazy(() => import("./PartPanel"));
const PlacementPanel = lazy(() => import("./PlacementPanel"));

const TITLES: Record<Panel["kind"], () => string> = {
  map: m.map_panel_map,
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
  const key = panel === null ? "" : panel.kind === "map" ? "map" : panel.id;
  useEffect(() => element.current?.focus(), [key]);
  if (panel === null) return null;
  const title = TITLES[panel.kind]();
  const close = () => editor.ui.setState((state) => ({ panel: null, focusTick: state.focusTick + 1 }));
  return (
    <aside
      ref={element}
      tabIndex={-1}
      className={styles.panel}
      aria-label={title}
      data-print="hide"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close();
      }}
    >
      <header className={styles.header}>
        <h2>{title}</h2>
        <IconButton label={m.common_close()} onClick={close}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      <div className={styles.content} onBlur={() => editor.endGesture()}>
        <Suspense>
          <Contents panel={panel} />
        </Suspense>
      </div>
    </aside>
  );
}

function Contents({ panel }: { panel: Panel }) {
  switch (panel.kind) {
    case "map":
      return <MapPanel />;
    case "card":
      return <CardPanel key={panel.id} id={panel.id} />;
    case "placement":
      return <PlacementPanel key={panel.id} id={panel.id} />;
    default:
      return <PartPanel key={panel.id} part={panel.kind} id={panel.id} />;
  }
}

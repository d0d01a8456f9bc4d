import { Hand, Maximize, Minus, MousePointer2, Plus, Redo2, SquarePlus, Undo2 } from "lucide-react";
import { m } from "@/i18n/generated/messages";
import { IconButton } from "@/ui/IconButton";
import { addCardCommand } from "../commands/add-card";
import { historyCommands } from "../commands/history";
import { viewCommands, ZOOM } from "../commands/view";
import { useEditor, useSnapshot, useUi } from "../context";
import styles from "./dock.module.css";
import type { ReactNode } from "react";
import type { MapCommand } from "../commands/command";

const COMMANDS = new Map([addCardCommand, ...historyCommands, ...viewCommands].map((command) => [command.id, command]));

function commandOf(id: string): MapCommand {
  const command = COMMANDS.get(id);
  if (command === undefined) throw new Error(`the dock knows no command ${id}`);
  return command;
}

/** The tools at the bottom: hand, new card, back and forth, zoom. */
export function Dock() {
  const editor = useEditor();
  const canUndo = useSnapshot((state) => state.canUndo);
  const canRedo = useSnapshot((state) => state.canRedo);
  const hasLanes = useSnapshot((state) => state.structure.lanes.length > 0);
  const tool = useUi((state) => state.tool);
  const zoom = useUi((state) => state.zoom);
  return (
    <div className={styles.dock} role="toolbar" aria-label={m.map_tools()} data-print="hide">
      <Tool id="map.tool.select" pressed={tool === "select"}>
        <MousePointer2 size={17} strokeWidth={1.75} aria-hidden />
      </Tool>
      <Tool id="map.tool.pan" pressed={tool === "pan"}>
        <Hand size={17} strokeWidth={1.75} aria-hidden />
      </Tool>
      {editor.canEdit && (
        <>
          <Tool id="map.card.add" disabled={!hasLanes}>
            <SquarePlus size={17} strokeWidth={1.75} aria-hidden />
          </Tool>
          <span className={styles.divider} />
          <Tool id="map.undo" disabled={!canUndo}>
            <Undo2 size={17} strokeWidth={1.75} aria-hidden />
          </Tool>
          <Tool id="map.redo" disabled={!canRedo}>
            <Redo2 size={17} strokeWidth={1.75} aria-hidden />
          </Tool>
        </>
      )}
      <span className={styles.divider} />
      <Tool id="map.zoom.out" disabled={zoom <= ZOOM.least}>
        <Minus size={16} strokeWidth={1.75} aria-hidden />
      </Tool>
      <button
        type="button"
        className={styles.zoom}
        aria-label={m.map_zoom_now({ percent: Math.round(zoom * 100) })}
        onClick={() => commandOf("map.zoom.reset").run(editor)}
      >
        {m.common_percent({ value: Math.round(zoom * 100) })}
      </button>
      <Tool id="map.zoom.in" disabled={zoom >= ZOOM.most}>
        <Plus size={16} strokeWidth={1.75} aria-hidden />
      </Tool>
      <Tool id="map.zoom.fit">
        <Maximize size={15} strokeWidth={1.75} aria-hidden />
      </Tool>
    </div>
  );
}

type ToolProps = { id: string; pressed?: boolean; disabled?: boolean; children: ReactNode };

function Tool({ id, pressed, disabled = false, children }: ToolProps) {
  const editor = useEditor();
  const command = commandOf(id);
  return (
    <IconButton
      label={command.label()}
      {...(command.shortcut !== undefined && { shortcut: command.shortcut })}
      {...(pressed !== undefined && { "aria-pressed": pressed })}
      className={styles.tool}
      size={30}
      tooltipSide="top"
      disabled={disabled}
      onClick={() => command.run(editor)}
    >
      {children}
    </IconButton>
  );
}

import { m } from "@/i18n/generated/messages";
import { toggleMapPanel } from "./open";
import type { Editor } from "../editor";
import type { Id } from "../model/document";
import type { MapCommand } from "./command";

export const ZOOM = { least: 0.25, most: 2, step: 1.25 } as const;

const clamp = (zoom: number) => Math.min(ZOOM.most, Math.max(ZOOM.least, Math.round(zoom * 100) / 100));

function viewportElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-map-viewport]");
}

/** Zooms and keeps the point under the pointer (or the middle of the view) where it is. */
export function zoomTo(editor: Editor, wanted: number, around?: { x: number; y: number }): void {
  const before = editor.ui.getState().zoom;
  const zoom = clamp(wanted);
  const element = viewportElement();
  if (zoom === before || element === null) return;
  const point = around ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 };
  const x = (element.scrollLeft + point.x) / before;
  const y = (element.scrollTop + point.y) / before;
  editor.ui.setState({ zoom });
  requestAnimationFrame(() => element.scrollTo({ left: x * zoom - point.x, top: y * zoom - point.y }));
}

export function zoomBy(editor: Editor, direction: 1 | -1): void {
  const { zoom } = editor.ui.getState();
  zoomTo(editor, direction === 1 ? zoom * ZOOM.step : zoom / ZOOM.step);
}

/** Fits the whole map into the window. */
export function zoomToFit(editor: Editor): void {
  const element = viewportElement();
  if (element === null) return;
  const { layout } = editor;
  const wide = element.clientWidth / (layout.headerWidth + layout.width);
  const high = element.clientHeight / (layout.height + 56);
  editor.ui.setState({ zoom: clamp(Math.floor(Math.min(1, wide, high) * 100) / 100) });
  requestAnimationFrame(() => element.scrollTo({ left: 0, top: 0 }));
}

export function toggleCollapsed(editor: Editor, id: Id): void {
  const collapsed = new Set(editor.ui.getState().collapsed);
  const folded = !collapsed.delete(id);
  if (folded) collapsed.add(id);
  editor.ui.setState({ collapsed, editing: null });
  const { stage, lane } = editor.structure.doc.items;
  const title = stage.get(id)?.title ?? lane.get(id)?.title ?? "";
  if (stage.has(id)) editor.focus("stages", editor.layout.columns.find((column) => column.stageId === id)?.key ?? "");
  else editor.focus(id, "");
  editor.announce(folded ? m.map_said_collapsed({ title }) : m.map_said_expanded({ title }));
}

const always = () => true;

export const viewCommands: readonly MapCommand[] = [
  {
    id: "map.zoom.in",
    group: "view",
    label: m.map_zoom_in,
    shortcut: "Mod+=",
    when: always,
    reads: true,
    run: (editor) => zoomBy(editor, 1),
  },
  {
    id: "map.zoom.out",
    group: "view",
    label: m.map_zoom_out,
    shortcut: "Mod+-",
    when: always,
    reads: true,
    run: (editor) => zoomBy(editor, -1),
  },
  {
    id: "map.zoom.reset",
    group: "view",
    label: m.map_zoom_reset,
    shortcut: "Mod+0",
    when: always,
    reads: true,
    run: (editor) => zoomTo(editor, 1),
  },
  { id: "map.zoom.fit", group: "view", label: m.map_zoom_fit, shortcut: "!", when: always, reads: true, run: zoomToFit },
  {
    id: "map.tool.select",
    group: "view",
    label: m.map_tool_select,
    when: always,
    reads: true,
    run: (editor) => editor.ui.setState({ tool: "select" }),
  },
  {
    id: "map.tool.pan",
    group: "view",
    label: m.map_tool_pan,
    when: always,
    reads: true,
    run: (editor) => editor.ui.setState({ tool: "pan" }),
  },
  {
    id: "map.details",
    group: "map",
    label: m.map_cmd_map_details,
    shortcut: "Mod+I",
    when: always,
    reads: true,
    run: toggleMapPanel,
  },
  { id: "map.print", group: "map", label: m.map_cmd_print, when: always, reads: true, run: () => window.print() },
];

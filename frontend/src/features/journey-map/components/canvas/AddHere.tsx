import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { m } from "@/i18n/generated/messages";
import { addTo } from "../../commands/cells";
import { useEditor, useSnapshot, useUi } from "../../context";
import { CURVE } from "../../model/curve";
import { cellOf } from "./pointer/hit";
import styles from "./add.module.css";
import type { Editor } from "../../editor";
import type { Lane } from "../../model/document";
import type { Layout } from "../../model/layout";
import type { Place } from "../../model/navigation";

/** The cell under the pointer; null when it is nowhere on the map. */
function usePointedCell(viewport: HTMLElement): Place | null {
  const [pointed, setPointed] = useState<Place | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const onOver = ({ target }: Event) => {
      const element = target as Element;
      if (element.closest("[data-map-overlay]") !== null) return;
      const cell = cellOf(element);
      setPointed((before) => (before?.row === cell?.row && before?.column === cell?.column ? before : cell));
    };
    viewport.addEventListener("pointerover", onOver, { signal, passive: true });
    viewport.addEventListener("pointerleave", () => setPointed(null), { signal });
    return () => controller.abort();
  }, [viewport]);
  return pointed;
}

interface Spot {
  readonly lane: Lane;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly empty: boolean;
}

function spotOf({ structure }: Editor, layout: Layout, { row, column }: Place, hasEmotion: boolean): Spot | null {
  const line = layout.rowOfKey.get(row);
  const at = layout.columnOfStep.get(column);
  if (line?.lane == null || line.collapsed || at?.kind !== "step" || !structure.doc.items.step.has(column)) return null;
  const { lane } = line;
  if (lane.kind === "emotions" && hasEmotion) return null;
  const x = layout.headerWidth + at.x;
  if (lane.kind === "emotions") {
    return { lane, x, y: line.y + CURVE.zero - 20, width: at.width, height: 40, empty: true };
  }
  const empty = !line.layout?.cells.has(column);
  return { lane, x, y: line.y, width: at.width, height: line.height, empty };
}

function labelOf({ kind, title }: Lane): string {
  if (kind === "touchpoints") return m.map_add_touchpoint();
  return kind === "emotions" ? m.map_add_emotion() : m.map_add_card_to({ lane: title });
}

/** The "+" of the cell under the pointer, or of the one that has the focus: one for the whole map. */
export function AddHere({ viewport }: { viewport: HTMLElement }) {
  const editor = useEditor();
  const pointed = usePointedCell(viewport);
  const active = useUi((state) => state.active);
  const busy = useUi((state) => state.editing !== null || state.carried !== null || state.dragging || state.tool === "pan");
  const personaId = useUi((state) => state.personaId);
  const layout = useSnapshot((state) => state.layout);
  const place = pointed ?? active;
  const hasEmotion = useSnapshot((state) => state.structure.emotions.get(personaId)?.has(place.column) ?? false);
  const spot = busy || !editor.canEdit ? null : spotOf(editor, layout, place, hasEmotion);
  if (spot === null) return null;
  const { x, y, width, height, empty } = spot;
  const label = labelOf(spot.lane);
  return (
    <div className={styles.here} data-empty={empty || undefined} style={{ left: x, top: y, width, height }}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.add}
        aria-label={label}
        title={label}
        onClick={() => addTo(editor, place)}
      >
        <Plus size={14} aria-hidden />
      </button>
    </div>
  );
}

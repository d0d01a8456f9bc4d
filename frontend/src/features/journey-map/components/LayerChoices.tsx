import { m } from "@/i18n/generated/messages";
import { laneLabel } from "@/i18n/lane-label";
import { useEditor, useSnapshot, useUi } from "../context";
import { hasMeasures } from "../model/measures";
import { CompareChoice } from "./CompareChoice";
import styles from "./context.module.css";
import type { LaneKind } from "../model/document";
import type { Layers as LayersState } from "../store";

function toggled(kinds: ReadonlySet<LaneKind>, kind: LaneKind): ReadonlySet<LaneKind> {
  const next = new Set(kinds);
  if (!next.delete(kind)) next.add(kind);
  return next;
}

/** Which lanes and figures are on this screen. */
export default function LayerChoices() {
  const editor = useEditor();
  const layers = useUi((state) => state.layers);
  const lanes = useSnapshot((state) => state.structure.lanes);
  const measured = useSnapshot((state) => hasMeasures(state.measures));
  const kinds = [...new Set(lanes.map((lane) => lane.kind))];
  const set = (patch: Partial<LayersState>) => editor.ui.setState({ layers: { ...layers, ...patch } });
  return (
    <div className={styles.layersPanel}>
      <fieldset className={styles.layers}>
        <legend>{m.map_layers()}</legend>
        {measured && (
          <>
            <Layer label={m.map_layer_flow()} on={layers.flow} onChange={(flow) => set({ flow })} />
            <Layer label={m.map_layer_satisfaction()} on={layers.measured} onChange={(on) => set({ measured: on })} />
          </>
        )}
        {kinds.map((kind) => (
          <Layer
            key={kind}
            label={laneLabel(kind)}
            on={!layers.hiddenKinds.has(kind)}
            onChange={() => set({ hiddenKinds: toggled(layers.hiddenKinds, kind) })}
          />
        ))}
      </fieldset>
      {kinds.includes("emotions") && <CompareChoice />}
    </div>
  );
}

function Layer({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className={styles.layer}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

import { useQuery } from "@tanstack/react-query";
import { mapsQuery } from "@/api/maps";
import type { MapSummary } from "@/api/maps";
import { useWorkspace } from "@/api/workspace-context";
import { m } from "@/i18n/generated/messages";
import { Select } from "@/ui/Select";
import { useEditor, useSnapshot, useUi } from "../context";
import { stateLabel } from "./labels";

const none = "none";

/** Maps of another state first: as-is is mostly held against to-be. */
function ranked(maps: readonly MapSummary[], { id, state }: Pick<MapSummary, "id" | "state">): MapSummary[] {
  const others = maps.filter((map) => map.id !== id);
  return [...others.filter((map) => map.state !== state), ...others.filter((map) => map.state === state)];
}

/** Whose emotion curve is drawn beside this map's. */
export function CompareChoice() {
  const editor = useEditor();
  const { data: maps = [] } = useQuery(mapsQuery(useWorkspace().id));
  const id = useSnapshot((snapshot) => snapshot.structure.doc.id);
  const state = useSnapshot((snapshot) => snapshot.structure.doc.map.state);
  const layers = useUi((ui) => ui.layers);
  const choices = ranked(maps, { id, state });
  if (choices.length === 0) return null;
  return (
    <Select
      label={m.map_compare()}
      options={[
        { value: none, label: m.map_compare_none() },
        ...choices.map((map) => ({ value: map.id, label: map.title, description: stateLabel(map.state) })),
      ]}
      value={layers.compared ?? none}
      onChange={(value) => editor.ui.setState({ layers: { ...layers, compared: value === none ? null : value } })}
    />
  );
}

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { channelsQuery } from "@/api/channels";
import { measuresQuery } from "@/api/measures";
import { membersQuery } from "@/api/members";
import { personasQuery } from "@/api/personas";
import { touchpointsQuery } from "@/api/touchpoints";
import { catalogueOf } from "../catalogue";
import { useEditor, useSnapshot } from "../context";
import type { Period } from "@/api/measures";
import type { Catalogue } from "../catalogue";
import type { Measures } from "../model/measures";

export type MeasuresState = {
  readonly data: Measures | undefined;
  readonly failed: boolean;
  readonly retry: () => void;
};

/** What figures depend on: another step, another touchpoint or another goal gives other figures. */
function useShape(): string {
  const steps = useSnapshot((state) => state.structure.steps);
  const placements = useSnapshot((state) => state.structure.placements);
  const goal = useSnapshot((state) => state.structure.doc.map.goal_step_id);
  const saved = useSnapshot((state) => state.sync.status === "saved");
  return useMemo(() => {
    const touchpoints = steps.map((step) => (placements.get(step.id) ?? []).map((one) => one.touchpoint_id).join("+"));
    return JSON.stringify([steps.map((step) => `${step.stage_id}/${step.id}`), touchpoints, goal, saved]);
  }, [steps, placements, goal, saved]);
}

/** What a map of the workspace can name. `waiting`: names that take room on the map are still on their way. */
export function useCatalogue(workspaceId: string): { catalogue: Catalogue; waiting: boolean } {
  const { data: personas, isPending: waitsForPersonas } = useQuery(personasQuery(workspaceId));
  const { data: touchpoints, isPending: waitsForTouchpoints } = useQuery(touchpointsQuery(workspaceId));
  const { data: channels } = useQuery(channelsQuery(workspaceId));
  const { data: members } = useQuery(membersQuery(workspaceId));
  const catalogue = useMemo(
    () =>
      catalogueOf({
        personas: personas ?? [],
        touchpoints: touchpoints ?? [],
        channels: channels ?? [],
        members: members ?? [],
      }),
    [personas, touchpoints, channels, members],
  );
  return { catalogue, waiting: waitsForPersonas || waitsForTouchpoints };
}

/** Fetches what the map names and what was measured, and hands both to the editor. */
export function useMapData(period: Period): MeasuresState {
  const editor = useEditor();
  const { id, workspaceId } = editor.structure.doc;
  const shape = useShape();
  const measures = useQuery(measuresQuery(id, period, shape));
  const { catalogue } = useCatalogue(workspaceId);
  useEffect(() => editor.setCatalogue(catalogue), [editor, catalogue]);
  useEffect(
    () => editor.setMeasures(measures.data ?? null, !measures.isPending),
    [editor, measures.data, measures.isPending],
  );
  return { data: measures.data, failed: measures.isError, retry: () => void measures.refetch() };
}

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

/** Fetches what the map names and what was measured, and hands both to the editor. */
export function useMapData(period: Period): MeasuresState {
  const editor = useEditor();
  const { id, workspaceId } = editor.structure.doc;
  const shape = useShape();
  const measures = useQuery(measuresQuery(id, period, shape));
  const { data: personas } = useQuery(personasQuery(workspaceId));
  const { data: touchpoints } = useQuery(touchpointsQuery(workspaceId));
  const { data: channels } = useQuery(channelsQuery(workspaceId));
  const { data: members } = useQuery(membersQuery(workspaceId));
  useEffect(() => {
    editor.setCatalogue(
      catalogueOf({
        personas: personas ?? [],
        touchpoints: touchpoints ?? [],
        channels: channels ?? [],
        members: members ?? [],
      }),
    );
  }, [editor, personas, touchpoints, channels, members]);
  useEffect(() => editor.setMeasures(measures.data ?? null), [editor, measures.data]);
  return { data: measures.data, failed: measures.isError, retry: () => void measures.refetch() };
}

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/maps.gen";
import type { MapSummary, NewMap } from "./generated/types.gen";
import { answer, ifMatch, once } from "./http";
import { staying } from "./map-deletion";
import { listAll } from "./pages";

export type { MapState, MapSummary } from "./generated/types.gen";

/** Only the maps of a persona, or those on which a touchpoint is placed. */
export type MapFilter = { persona_id: string } | { touchpoint_id: string };

/** The maps of a workspace as the gallery shows them. */
export const mapsQuery = (workspaceId: string, filter?: MapFilter) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "maps", ...(filter ? [filter] : [])],
    queryFn: async ({ signal }) =>
      staying(await listAll((page) => sdk.listMaps({ path: { workspace_id: workspaceId }, query: { ...page, ...filter }, signal }))),
  });

export function useMapChanges(workspaceId: string) {
  const client = useQueryClient();
  const { queryKey } = mapsQuery(workspaceId);
  const onSettled = () => client.invalidateQueries({ queryKey });
  return {
    create: useMutation({
      mutationFn: (body: NewMap) =>
        answer(sdk.createMap({ path: { workspace_id: workspaceId }, body, headers: once() })),
      onSettled,
    }),
    rename: useMutation({
      mutationFn: ({ map: { id, revision }, title }: { map: MapSummary; title: string }) =>
        answer(sdk.updateMap({ path: { map_id: id }, body: { title }, headers: ifMatch(revision) })),
      onMutate: ({ map, title }) =>
        client.setQueryData(queryKey, (maps) => maps?.map((each) => (each.id === map.id ? { ...each, title } : each))),
      onSettled,
    }),
    duplicate: useMutation({
      mutationFn: ({ map: { id }, title }: { map: MapSummary; title: string }) =>
        answer(sdk.duplicateMap({ path: { map_id: id }, body: { title }, headers: once() })),
      onSettled,
    }),
  };
}

import { queryOptions } from "@tanstack/react-query";
import * as sdk from "./generated/operations/maps.gen";
import type { Change, NewChange } from "./generated/types.gen";
import { answer, once } from "./http";

export type { Change, MapDocument, NewChange } from "./generated/types.gen";

/** The whole map. The editor keeps it in step from then on, so it is read once per visit. */
export const mapDocumentQuery = (mapId: string) =>
  queryOptions({
    queryKey: ["map", mapId, "document"],
    queryFn: ({ signal }) => answer(sdk.getMap({ path: { map_id: mapId }, signal })),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Applies operations to a map. The key makes a repeated request harmless. */
export const postChange = (mapId: string, change: NewChange, idempotencyKey: string): Promise<Change> =>
  answer(sdk.changeMapByOperations({ path: { map_id: mapId }, body: change, headers: once(idempotencyKey) }));

const mostAtOnce = 200;

/** Everybody's changes after a revision, oldest first. */
export async function listChangesAfter(mapId: string, revision: number): Promise<Change[]> {
  const all: Change[] = [];
  for (let after = revision; ; after = all.at(-1)?.revision ?? after) {
    const query = { after, limit: mostAtOnce };
    const { items } = await answer(sdk.listChanges({ path: { map_id: mapId }, query }));
    all.push(...items);
    if (items.length < mostAtOnce) return all;
  }
}

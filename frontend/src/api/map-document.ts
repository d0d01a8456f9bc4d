import { queryOptions } from "@tanstack/react-query";
import { request } from "./http";

/** A change as the API tells it. */
export type AppliedChange<Operation> = {
  map_id: string;
  revision: number;
  base_revision: number;
  operations: Operation[];
  inverse: Operation[];
  actor_id: string | null;
  actor_name: string | null;
  created_at: string;
};

type NewChange = { base_revision: number; operations: readonly unknown[] };

/** The whole map. The editor keeps it in step from then on, so it is read once per visit. */
export const mapDocumentQuery = <Document>(mapId: string) =>
  queryOptions({
    queryKey: ["map", mapId, "document"],
    queryFn: ({ signal }) => request<Document>("GET", `/maps/${mapId}`, { signal }),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Applies operations to a map. The key makes a repeated request harmless. */
export const postChange = <Operation>(mapId: string, change: NewChange, idempotencyKey: string) =>
  request<AppliedChange<Operation>>("POST", `/maps/${mapId}/changes`, { body: change, idempotencyKey });

const mostAtOnce = 200;

/** Everybody's changes after a revision, oldest first. */
export async function listChangesAfter<Operation>(
  mapId: string,
  revision: number,
): Promise<AppliedChange<Operation>[]> {
  const all: AppliedChange<Operation>[] = [];
  for (let after = revision; ; after = all.at(-1)?.revision ?? after) {
    const path = `/maps/${mapId}/changes?after=${after}&limit=${mostAtOnce}`;
    const { items } = await request<{ items: AppliedChange<Operation>[] }>("GET", path);
    all.push(...items);
    if (items.length < mostAtOnce) return all;
  }
}

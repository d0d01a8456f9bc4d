import type { QueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/maps.gen";
import type { MapSummary } from "./generated/types.gen";
import { answer, ifMatch, Problem } from "./http";

const leaving = new Set<string>();

/** The maps that nobody has just deleted here. */
export const staying = (maps: MapSummary[]): MapSummary[] => maps.filter(({ id }) => !leaving.has(id));

export type Deletion = {
  /** Brings the map back; nothing was sent. */
  undo: () => void;
  /** Deletes it on the server. */
  send: () => void;
};

/**
 * Takes a map out of every list at once and deletes it on the server only when `send` is called or the page is left.
 * Until then `undo` is exact, because the map was never touched; a browser that dies in between deletes nothing.
 * When the server refuses, the map is back in the lists and `onRefused` hears why.
 */
export function deferDeletion(
  client: QueryClient,
  queryKey: readonly unknown[],
  map: MapSummary,
  onRefused: (error: unknown) => void,
): Deletion {
  let open = true;
  const close = () => {
    const first = open;
    open = false;
    window.removeEventListener("pagehide", send);
    return first;
  };
  const comeBack = () => {
    leaving.delete(map.id);
    client.setQueryData<MapSummary[]>(queryKey, (maps) => (maps?.some(({ id }) => id === map.id) ? maps : maps && [...maps, map]));
  };
  const request = async () => {
    try {
      await answer(sdk.deleteMap({ path: { map_id: map.id }, headers: ifMatch(map.revision), keepalive: true }));
      leaving.delete(map.id);
    } catch (error) {
      const goneAnyway = error instanceof Problem && error.status === 404;
      comeBack();
      if (!goneAnyway) onRefused(error);
    }
    await client.invalidateQueries({ queryKey });
  };
  function send(): void {
    if (close()) void request();
  }

  leaving.add(map.id);
  client.setQueriesData<MapSummary[]>({ queryKey }, (maps) => maps && staying(maps));
  window.addEventListener("pagehide", send);
  return {
    send,
    undo: () => {
      if (!close()) return;
      comeBack();
      void client.invalidateQueries({ queryKey });
    },
  };
}

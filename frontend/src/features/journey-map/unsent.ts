import type { Id } from "./model/document";

/** A mark that changes of a map wait in this browser: asking IndexedDB itself would need its code on the first load. */
const keyOf = (mapId: Id) => `waymark:unsent:${mapId}`;

export function hasUnsent(mapId: Id): boolean {
  try {
    return localStorage.getItem(keyOf(mapId)) !== null;
  } catch {
    return true;
  }
}

export function markUnsent(mapId: Id, waits: boolean): void {
  try {
    if (waits) localStorage.setItem(keyOf(mapId), "");
    else localStorage.removeItem(keyOf(mapId));
  } catch {
    // Without storage the answer is always that there may be some.
  }
}

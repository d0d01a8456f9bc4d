import type { Doc, Id } from "./model/document";

/** How somebody left a map on this device: what was folded away, and how large it was drawn. */
export interface RememberedView {
  readonly collapsed: ReadonlySet<Id>;
  readonly zoom: number;
}

const keyOf = (mapId: Id) => `waymark.map.${mapId}`;

/** The view of the last visit; null when there is none, or the browser keeps nothing. */
export function recallView({ id, items }: Doc): RememberedView | null {
  try {
    const { collapsed, zoom } = JSON.parse(localStorage.getItem(keyOf(id)) ?? "null") as { collapsed: Id[]; zoom: number };
    const there = collapsed.filter((one) => items.stage.has(one) || items.lane.has(one));
    return { collapsed: new Set(there), zoom: zoom >= 0.25 && zoom <= 2 ? zoom : 1 };
  } catch {
    return null;
  }
}

export function rememberView(mapId: Id, { collapsed, zoom }: RememberedView): void {
  try {
    if (collapsed.size === 0 && zoom === 1) localStorage.removeItem(keyOf(mapId));
    else localStorage.setItem(keyOf(mapId), JSON.stringify({ collapsed: [...collapsed], zoom }));
  } catch {
    // A browser that keeps nothing forgets the view, nothing else.
  }
}

const unmeasuredKey = (mapId: Id) => `${keyOf(mapId)}.unmeasured`;

/** Had this map nothing measured when it was last open here? Unknown counts as no. */
export function recallUnmeasured(mapId: Id): boolean {
  try {
    return localStorage.getItem(unmeasuredKey(mapId)) !== null;
  } catch {
    return false;
  }
}

export function rememberUnmeasured(mapId: Id, unmeasured: boolean): void {
  try {
    if (unmeasured) localStorage.setItem(unmeasuredKey(mapId), "");
    else localStorage.removeItem(unmeasuredKey(mapId));
  } catch {
    // The next visit keeps a place for figures that do not come, nothing else.
  }
}

import type { MapState, MapSummary } from "@/api/maps";

export const mapStates = ["current", "future", "ideal"] as const satisfies readonly MapState[];
export const sorts = ["updated", "title"] as const;
export type Sort = (typeof sorts)[number];

/** How the gallery is narrowed and ordered; lives in the address, so that it can be shared and gone back to. */
export type GallerySearch = { q?: string; state?: MapState; persona?: string; sort?: Sort };

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((each) => each === value);

export function parseGallerySearch(search: Record<string, unknown>): GallerySearch {
  const q = typeof search.q === "string" ? search.q : "";
  const state = oneOf(mapStates, search.state);
  const sort = oneOf(sorts, search.sort);
  const persona = typeof search.persona === "string" ? search.persona : undefined;
  return { ...(q && { q }), ...(state && { state }), ...(persona && { persona }), ...(sort && { sort }) };
}

const byTitle = (a: MapSummary, b: MapSummary) => a.title.localeCompare(b.title);
const byUpdate = (a: MapSummary, b: MapSummary) => b.updated_at.localeCompare(a.updated_at) || byTitle(a, b);

/** The maps that fit the search, in its order. */
export function findMaps(maps: readonly MapSummary[], { q = "", state, persona, sort }: GallerySearch): MapSummary[] {
  const words = q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return maps
    .filter((map) => !state || map.state === state)
    .filter((map) => !persona || map.persona_ids.includes(persona))
    .filter((map) => {
      const haystack = [map.title, ...map.miniature.stages.map((stage) => stage.title)].join(" ").toLocaleLowerCase();
      return words.every((word) => haystack.includes(word));
    })
    .sort(sort === "title" ? byTitle : byUpdate);
}

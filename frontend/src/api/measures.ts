import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import * as sdk from "./generated/operations/measures.gen";
import { answer } from "./http";

/** Days `YYYY-MM-DD`, both included, in UTC. */
export type Period = { from: string; to: string };

/** What was measured on a map. `shape` is what the figures depend on besides the days: other steps, other figures. */
export const measuresQuery = (mapId: string, { from, to }: Period, shape: string) =>
  queryOptions({
    queryKey: ["map", mapId, "measures", from, to, shape],
    queryFn: ({ signal }) => answer(sdk.getMeasures({ path: { map_id: mapId }, query: { from, to }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchInterval: 60_000,
  });

import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { request } from "./http";

/** Days `YYYY-MM-DD`, both included, in UTC. */
export type Period = { from: string; to: string };

export const measuresQuery = <Measures>(mapId: string, { from, to }: Period, shape: string) =>
  queryOptions({
    // Steps and touchpoints decide what is counted: another structure, other figures.
    queryKey: ["map", mapId, "measures", from, to, shape],
    queryFn: ({ signal }) => request<Measures>("GET", `/maps/${mapId}/measures?from=${from}&to=${to}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchInterval: 60_000,
  });

import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/deliveries.gen";
import type { Delivery, Kind, QuarantinedItem, QuarantineTotal, Replay, ReplaySelection } from "./generated/types.gen";
import { answer } from "./http";
import type { Page } from "./pages";

export type { Delivery, DeliveryDetail, JudgedItem, QuarantinedItem, QuarantineTotal, Replay, ReplaySelection } from "./generated/types.gen";
export type DeliveryKind = Kind;

/** Which deliveries a list shows: those that meet all of it. Times are RFC 3339. */
export type DeliveryFilter = { kind?: Kind; source_id?: string; since?: string; until?: string; search?: string };

const rowsAtOnce = 50;
const freshMs = 5_000;
const progressMs = 600;

const cursorOf = (cursor: string | null) => (cursor === null ? {} : { cursor });

export const deliveriesQuery = (workspaceId: string, filter: DeliveryFilter = {}, rows: number = rowsAtOnce) =>
  infiniteQueryOptions({
    queryKey: ["workspace", workspaceId, "deliveries", filter, rows],
    queryFn: ({ signal, pageParam }) =>
      answer(
        sdk.listDeliveries({
          path: { workspace_id: workspaceId },
          query: { ...filter, limit: rows, ...cursorOf(pageParam) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<Delivery>) => page.next,
    // Whoever reads further down has it stand still.
    refetchInterval: ({ state }) => (state.data && state.data.pages.length > 1 ? false : freshMs),
  });

export const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ["delivery", deliveryId],
    queryFn: ({ signal }) => answer(sdk.getDelivery({ path: { delivery_id: deliveryId }, signal })),
    refetchInterval: ({ state }) => (state.data && isWaiting(state.data) ? progressMs : false),
  });

/** Is it still to be processed, or to be processed again? */
export const isWaiting = ({ state }: Pick<Delivery, "state">): boolean => state === "received" || state === "leased" || state === "retry";

/** The items that wait in quarantine at one source, for one reason, newest first. */
export const quarantineQuery = (workspaceId: string, { source_id, code, touchpoint_key }: QuarantineTotal) =>
  infiniteQueryOptions({
    queryKey: ["workspace", workspaceId, "quarantine", source_id, code, touchpoint_key],
    queryFn: ({ signal, pageParam }) =>
      answer(
        sdk.listQuarantine({
          path: { workspace_id: workspaceId },
          query: { limit: 50, source_id, code, touchpoint_key, ...cursorOf(pageParam) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<QuarantinedItem>) => page.next,
  });

/** How much waits in quarantine, by source, reason and missing touchpoint: each with an example. */
export const quarantineTotalsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "quarantine", "totals"],
    queryFn: async ({ signal }) =>
      (await answer(sdk.listQuarantineTotals({ path: { workspace_id: workspaceId }, signal }))).items,
    refetchInterval: freshMs,
  });

/** The last time that deliveries of a workspace were processed again, watched closely until it is over. */
export const lastReplayQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "last-replay"],
    queryFn: async ({ signal }): Promise<Replay | null> => {
      const { items } = await answer(sdk.listReplays({ path: { workspace_id: workspaceId }, query: { limit: 1 }, signal }));
      return items[0] ?? null;
    },
    refetchInterval: ({ state }) => (state.data && state.data.waiting > 0 ? progressMs : false),
  });

/** Reads again what a replay changes: deliveries, quarantine, the health of sources. */
export function useRefreshDeliveries(workspaceId: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["workspace", workspaceId, "deliveries"] }),
      client.invalidateQueries({ queryKey: ["workspace", workspaceId, "quarantine"] }),
      client.invalidateQueries({ queryKey: ["workspace", workspaceId, "sources"] }),
      client.invalidateQueries({ queryKey: ["source"] }),
      client.invalidateQueries({ queryKey: ["delivery"] }),
    ]);
}

export function useStartReplay(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (selection: ReplaySelection) =>
      answer(sdk.createReplay({ path: { workspace_id: workspaceId }, body: selection })),
    onSuccess: (replay) => client.setQueryData(lastReplayQuery(workspaceId).queryKey, replay),
  });
}

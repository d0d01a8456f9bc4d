import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/sdk.gen";
import type { Delivery, QuarantinedItem, Source, NewSource, SourceUpdate } from "./generated/types.gen";
import { answer, ifMatch, once } from "./http";
import { listAll } from "./pages";
import type { Page } from "./pages";

export type {
  Delivery,
  DeliveryDetail,
  DeliveryItem,
  QuarantinedItem,
  Source,
  SourceRule,
  SourceWithSecret,
} from "./generated/types.gen";

const rowsAtFirst = 10;
const rowsAtOnce = 50;
const freshMs = 10_000;

export const sourcesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "sources"],
    queryFn: ({ signal }) =>
      listAll((query) => sdk.listSources({ path: { workspace_id: workspaceId }, query, signal })),
    refetchInterval: freshMs,
  });

export const sourceQuery = (sourceId: string) =>
  queryOptions({
    queryKey: ["source", sourceId],
    queryFn: ({ signal }) => answer(sdk.getSource({ path: { source_id: sourceId }, signal })),
    refetchInterval: freshMs,
  });

const cursorOf = (cursor: string | null) => (cursor === null ? {} : { cursor });

export const deliveriesQuery = (sourceId: string) =>
  infiniteQueryOptions({
    queryKey: ["source", sourceId, "deliveries"],
    queryFn: ({ signal, pageParam }) =>
      answer(
        sdk.listDeliveries({
          path: { source_id: sourceId },
          query: { limit: pageParam === null ? rowsAtFirst : rowsAtOnce, ...cursorOf(pageParam) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<Delivery>) => page.next,
    refetchInterval: freshMs,
  });

export const deliveryQuery = (deliveryId: string) =>
  queryOptions({
    queryKey: ["delivery", deliveryId],
    queryFn: ({ signal }) => answer(sdk.getDelivery({ path: { delivery_id: deliveryId }, signal })),
  });

export const quarantineQuery = (workspaceId: string, sourceId?: string) =>
  infiniteQueryOptions({
    queryKey: ["workspace", workspaceId, "quarantine", sourceId ?? null],
    queryFn: ({ signal, pageParam }) =>
      answer(
        sdk.listQuarantine({
          path: { workspace_id: workspaceId },
          query: { limit: rowsAtOnce, ...(sourceId && { source_id: sourceId }), ...cursorOf(pageParam) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<QuarantinedItem>) => page.next,
  });

export function useCreateSource(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewSource) =>
      answer(sdk.createSource({ path: { workspace_id: workspaceId }, body, headers: once() })),
    onSettled: () => client.invalidateQueries(sourcesQuery(workspaceId)),
  });
}

export function useSourceChanges(workspaceId: string, sourceId: string) {
  const client = useQueryClient();
  const { queryKey } = sourceQuery(sourceId);
  const at = (revision: number) => ({ path: { source_id: sourceId }, headers: ifMatch(revision) });
  const put = (source: Source) => {
    client.setQueryData(queryKey, source);
    return client.invalidateQueries(sourcesQuery(workspaceId));
  };
  const reload = () => client.invalidateQueries({ queryKey });
  return {
    update: useMutation({
      mutationFn: ({ revision, set }: { revision: number; set: SourceUpdate }) =>
        answer(sdk.updateSource({ ...at(revision), body: set })),
      onSuccess: put,
      onError: reload,
    }),
    rotate: useMutation({
      mutationFn: (revision: number) => answer(sdk.rotateSecret(at(revision))),
      onSuccess: () => reload(),
      onError: reload,
    }),
    remove: useMutation({
      mutationFn: (revision: number) => answer(sdk.deleteSource(at(revision))),
      onSuccess: () => client.invalidateQueries(sourcesQuery(workspaceId)),
    }),
  };
}

export function useReplay(workspaceId: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["workspace", workspaceId] }),
      client.invalidateQueries({ queryKey: ["source"] }),
      client.invalidateQueries({ queryKey: ["delivery"] }),
    ]);
  return {
    delivery: useMutation({
      mutationFn: (deliveryId: string) => answer(sdk.replayDelivery({ path: { delivery_id: deliveryId } })),
      onSettled,
    }),
    quarantine: useMutation({
      mutationFn: (sourceId: string | null) =>
        answer(sdk.replayQuarantine({ path: { workspace_id: workspaceId }, body: { source_id: sourceId } })),
      onSettled,
    }),
  };
}

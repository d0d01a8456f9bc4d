import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { listAuditEntries } from "./generated/operations/audit.gen";
import * as sdk from "./generated/operations/customers.gen";
import type { AuditEntry, Erasure, NewErasure } from "./generated/types.gen";
import { answer } from "./http";
import type { Page } from "./pages";

export type { AuditEntry, Erasure, ErasureReason } from "./generated/types.gen";

const progressMs = 700;
const rows = 50;
const pageFrom = (cursor: string | null) => ({ limit: rows, ...(cursor !== null && { cursor }) });

export const isOver = ({ state }: Pick<Erasure, "state">): boolean => state === "done" || state === "dead";

export const erasureQuery = (erasureId: string) =>
  queryOptions({
    queryKey: ["erasure", erasureId],
    queryFn: ({ signal }) => answer(sdk.getErasure({ path: { erasure_id: erasureId }, signal })),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : progressMs),
  });

export const erasuresQuery = (workspaceId: string) =>
  infiniteQueryOptions({
    queryKey: ["workspace", workspaceId, "erasures"],
    queryFn: ({ signal, pageParam }) =>
      answer(sdk.listErasures({ path: { workspace_id: workspaceId }, query: pageFrom(pageParam), signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<Erasure>) => page.next,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => !items.every(isOver)) ? progressMs : false),
  });

export const auditQuery = (workspaceId: string) =>
  infiniteQueryOptions({
    queryKey: ["workspace", workspaceId, "audit"],
    queryFn: ({ signal, pageParam }) =>
      answer(listAuditEntries({ path: { workspace_id: workspaceId }, query: pageFrom(pageParam), signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<AuditEntry>) => page.next,
  });

export function useErase(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewErasure) => answer(sdk.createErasure({ path: { workspace_id: workspaceId }, body })),
    onSuccess: (erasure) => {
      client.setQueryData(erasureQuery(erasure.id).queryKey, erasure);
      return client.invalidateQueries({ queryKey: ["workspace", workspaceId] });
    },
  });
}

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { listAuditEntries } from "./generated/operations/audit.gen";
import * as sdk from "./generated/operations/customers.gen";
import type { Erasure, NewErasure } from "./generated/types.gen";
import { answer } from "./http";

export type { AuditEntry, Erasure, ErasureReason } from "./generated/types.gen";

const progressMs = 700;
const rows = 50;

export const isOver = ({ state }: Pick<Erasure, "state">): boolean => state === "done" || state === "dead";

export const erasureQuery = (erasureId: string) =>
  queryOptions({
    queryKey: ["erasure", erasureId],
    queryFn: ({ signal }) => answer(sdk.getErasure({ path: { erasure_id: erasureId }, signal })),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : progressMs),
  });

export const erasuresQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "erasures"],
    queryFn: async ({ signal }) =>
      (await answer(sdk.listErasures({ path: { workspace_id: workspaceId }, query: { limit: rows }, signal }))).items,
    refetchInterval: ({ state }) => (state.data?.every(isOver) === false ? progressMs : false),
  });

export const auditQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "audit"],
    queryFn: async ({ signal }) =>
      (await answer(listAuditEntries({ path: { workspace_id: workspaceId }, query: { limit: rows }, signal }))).items,
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

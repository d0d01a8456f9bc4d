import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/touchpoints.gen";
import type { NewTouchpoint, Touchpoint, TouchpointUpdate } from "./generated/types.gen";
import { answer, ifMatch, once } from "./http";
import { listAll } from "./pages";

export type { NewTouchpoint, Touchpoint, TouchpointUpdate } from "./generated/types.gen";

export const touchpointsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "touchpoints"],
    queryFn: ({ signal }) =>
      listAll((query) => sdk.listTouchpoints({ path: { workspace_id: workspaceId }, query, signal })),
  });

export function useTouchpointChanges(workspaceId: string) {
  const client = useQueryClient();
  const { queryKey } = touchpointsQuery(workspaceId);
  const onSettled = () => client.invalidateQueries({ queryKey });
  return {
    create: useMutation({
      mutationFn: (body: NewTouchpoint) =>
        answer(sdk.createTouchpoint({ path: { workspace_id: workspaceId }, body, headers: once() })),
      onSettled,
    }),
    update: useMutation({
      mutationFn: ({ touchpoint: { id, revision }, set }: { touchpoint: Touchpoint; set: TouchpointUpdate }) =>
        answer(sdk.updateTouchpoint({ path: { touchpoint_id: id }, body: set, headers: ifMatch(revision) })),
      onSuccess: (stored) =>
        client.setQueryData(queryKey, (known) => known?.map((each) => (each.id === stored.id ? stored : each))),
      onError: onSettled,
    }),
    remove: useMutation({
      mutationFn: ({ id, revision }: Touchpoint) =>
        answer(sdk.deleteTouchpoint({ path: { touchpoint_id: id }, headers: ifMatch(revision) })),
      onSettled,
    }),
  };
}

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/workspaces.gen";
import { answer, ifMatch, once } from "./http";
import { sessionQuery } from "./session";

export type { Workspace } from "./generated/types.gen";

export const workspaceQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId],
    queryFn: ({ signal }) => answer(sdk.getWorkspace({ path: { workspace_id: workspaceId }, signal })),
  });

export function useCreateWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => answer(sdk.createWorkspace({ body: { name }, headers: once() })),
    onSuccess: () => client.invalidateQueries(sessionQuery),
  });
}

export function useRenameWorkspace(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, revision }: { name: string; revision: number }) =>
      answer(
        sdk.updateWorkspace({ path: { workspace_id: workspaceId }, body: { name }, headers: ifMatch(revision) }),
      ),
    onSuccess: (workspace) => {
      client.setQueryData(workspaceQuery(workspaceId).queryKey, workspace);
      return client.invalidateQueries(sessionQuery);
    },
  });
}

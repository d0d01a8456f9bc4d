import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/api-keys.gen";
import type { ApiKey, NewApiKey } from "./generated/types.gen";
import { answer, once } from "./http";
import { listAll } from "./pages";

export type { ApiKey, IssuedApiKey } from "./generated/types.gen";
export type ApiKeyScope = ApiKey["scope"];

export const apiKeysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "api-keys"],
    queryFn: ({ signal }) =>
      listAll((query) => sdk.listApiKeys({ path: { workspace_id: workspaceId }, query, signal })),
  });

export function useApiKeyChanges(workspaceId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries(apiKeysQuery(workspaceId));
  return {
    create: useMutation({
      mutationFn: (body: NewApiKey) =>
        answer(sdk.createApiKey({ path: { workspace_id: workspaceId }, body, headers: once() })),
      onSettled,
    }),
    revoke: useMutation({
      mutationFn: ({ id }: ApiKey) =>
        answer(sdk.revokeApiKey({ path: { workspace_id: workspaceId, api_key_id: id } })),
      onSettled,
    }),
  };
}

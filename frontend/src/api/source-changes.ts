import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/sources.gen";
import type { NewSource, Source, SourceUpdate } from "./generated/types.gen";
import { answer, ifMatch, once } from "./http";
import { sourceQuery, sourcesQuery } from "./sources";

/**
 * The secret of a source while it may be seen: from when it is made until the page is left for good.
 * It is only in memory; nothing fetches it.
 */
export const secretQuery = (sourceId: string) =>
  queryOptions<string | null>({
    queryKey: ["source-secret", sourceId],
    queryFn: () => null,
    staleTime: Infinity,
    gcTime: Infinity,
  });

export function useCreateSource(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewSource) =>
      answer(sdk.createSource({ path: { workspace_id: workspaceId }, body, headers: once() })),
    onSuccess: ({ secret, ...source }) => {
      client.setQueryData(sourceQuery(source.id).queryKey, source);
      client.setQueryData(secretQuery(source.id).queryKey, secret);
    },
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
      mutationFn: ({ revision, secret = "" }: { revision: number; secret?: string }) =>
        answer(sdk.rotateSecret({ ...at(revision), body: { secret } })),
      onSuccess: ({ secret, ...source }) => {
        client.setQueryData(secretQuery(sourceId).queryKey, secret);
        return put(source);
      },
      onError: reload,
    }),
    remove: useMutation({
      mutationFn: (revision: number) => answer(sdk.deleteSource(at(revision))),
      onSuccess: () => client.invalidateQueries(sourcesQuery(workspaceId)),
    }),
  };
}

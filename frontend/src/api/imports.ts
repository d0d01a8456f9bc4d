import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { v7 } from "uuid";
import * as sdk from "./generated/operations/imports.gen";
import type { Import, ImportMapping } from "./generated/types.gen";
import { answer, once } from "./http";
import type { Page } from "./pages";

export type { Import, ImportField, ImportMapping, ImportPreview, PreviewedRow } from "./generated/types.gen";

const partBytes = 4 * 1024 * 1024;
const progressMs = 500;
const rowsAtOnce = 20;

/** Is the worker on it, or about to be? */
export const isRunning = ({ state }: Pick<Import, "state">): boolean => state === "received" || state === "leased" || state === "retry";

const importsKey = (workspaceId: string) => ["workspace", workspaceId, "imports"];

export const importsQuery = (workspaceId: string) =>
  infiniteQueryOptions({
    queryKey: importsKey(workspaceId),
    queryFn: ({ signal, pageParam }) =>
      answer(
        sdk.listImports({
          path: { workspace_id: workspaceId },
          query: { limit: rowsAtOnce, ...(pageParam !== null && { cursor: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<Import>) => page.next,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isRunning)) ? progressMs * 4 : false),
  });

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ["import", importId],
    queryFn: ({ signal }) => answer(sdk.getImport({ path: { import_id: importId }, signal })),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? progressMs : false),
  });

/** What the first rows of the file would become; without a mapping it is guessed. */
export const importPreviewQuery = (importId: string, mapping: ImportMapping | null) =>
  queryOptions({
    queryKey: ["import", importId, "preview", mapping],
    queryFn: ({ signal }) => answer(sdk.previewImport({ path: { import_id: importId }, body: { mapping }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

type Upload = { sourceId: string; file: File; onProgress: (share: number) => void; signal: AbortSignal };

/** Announces a file and sends it in parts; answers its import, which is then ready to be looked at. */
async function upload({ sourceId, file, onProgress, signal }: Upload): Promise<Import> {
  const body = { id: v7(), name: file.name, size: file.size };
  let found = await answer(sdk.createImport({ path: { source_id: sourceId }, body, headers: once(), signal }));
  while (found.uploaded < file.size) {
    const offset = found.uploaded;
    const part = file.slice(offset, offset + partBytes);
    found = await answer(sdk.sendImportPart({ path: { import_id: found.id }, query: { offset }, body: part, signal }));
    onProgress(found.uploaded / file.size);
  }
  return found;
}

export function useUpload(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: upload,
    onSuccess: (found) => client.setQueryData(importQuery(found.id).queryKey, found),
    onSettled: () => client.invalidateQueries({ queryKey: importsKey(workspaceId) }),
  });
}

export function useImportCommands(workspaceId: string, importId: string) {
  const client = useQueryClient();
  const path = { import_id: importId };
  const { queryKey } = importQuery(importId);
  const options = {
    onSuccess: (found: Import) => {
      client.setQueryData(queryKey, found);
      return client.invalidateQueries({ queryKey: importsKey(workspaceId) });
    },
    onError: () => client.invalidateQueries({ queryKey, exact: true }),
  };
  return {
    start: useMutation({ mutationFn: (mapping: ImportMapping) => answer(sdk.startImport({ path, body: { mapping } })), ...options }),
    stop: useMutation({ mutationFn: () => answer(sdk.stopImport({ path })), ...options }),
    resume: useMutation({ mutationFn: () => answer(sdk.resumeImport({ path })), ...options }),
    discard: useMutation({ mutationFn: () => answer(sdk.discardImport({ path })), ...options }),
  };
}

/** Reads the preview again: a touchpoint was made that it waits for. */
export function useRefreshPreview(importId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["import", importId, "preview"] });
}

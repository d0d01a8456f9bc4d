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

/** Announces a file; answers the id of its import, which is complete once all of the file is there. */
export async function announceFile(sourceId: string, { name, size }: File): Promise<string> {
  const { id } = await answer(sdk.createImport({ path: { source_id: sourceId }, body: { id: v7(), name, size }, headers: once() }));
  return id;
}

type Upload = {
  file: File;
  /** Answers the id of the import that the file belongs to. */
  begin: () => Promise<string>;
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Sends what the server does not have of a file yet, part by part; answers its import, which is then ready to be looked at. */
async function upload({ file, begin, onProgress, signal }: Upload): Promise<Import> {
  const path = { import_id: await begin() };
  let found = await answer(sdk.getImport({ path, signal }));
  while (found.uploaded < file.size) {
    const offset = found.uploaded;
    onProgress(offset / file.size);
    found = await answer(sdk.sendImportPart({ path, query: { offset }, body: file.slice(offset, offset + partBytes), signal }));
  }
  return found;
}

export function useUpload(workspaceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: upload,
    onSettled: () => client.invalidateQueries({ queryKey: importsKey(workspaceId) }),
  });
}

/** Shows an import as it is known by now. */
export function useShowImport() {
  const client = useQueryClient();
  return (found: Import) => client.setQueryData(importQuery(found.id).queryKey, found);
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

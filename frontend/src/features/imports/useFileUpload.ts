import { useEffect, useRef, useState } from "react";
import { useShowImport, useUpload } from "@/api/imports";
import type { Import } from "@/api/imports";
import { useWorkspace } from "@/api/workspace-context";

type Begin = (file: File) => Promise<string>;

export type FileUpload = {
  /** The file that was given last. */
  file: File | null;
  busy: boolean;
  /** Of the file, how much has arrived: 0 to 1. */
  share: number;
  error: Error | null;
  send: (file: File) => void;
  cancel: () => void;
};

/**
 * Sends a file, and the rest of it when the same file is sent again after something went wrong.
 * `begin` answers the id of its import, once for each file.
 */
export function useFileUpload(begin: Begin, onDone?: (found: Import) => void): FileUpload {
  const upload = useUpload(useWorkspace().id);
  const show = useShowImport();
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const running = useRef<AbortController | null>(null);
  const begun = useRef<{ file: File; id: string } | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const beginOnce = async (given: File) => {
    if (begun.current?.file !== given) begun.current = { file: given, id: await begin(given) };
    return begun.current.id;
  };
  const send = (given: File) => {
    const controller = new AbortController();
    running.current = controller;
    setFile(given);
    setShare(0);
    const done = (found: Import) => {
      show(found);
      onDone?.(found);
    };
    upload.mutate({ file: given, begin: () => beginOnce(given), onProgress: setShare, signal: controller.signal }, { onSuccess: done });
  };
  const cancelled = upload.error instanceof DOMException;
  return { file, busy: upload.isPending, share, error: cancelled ? null : upload.error, send, cancel: () => running.current?.abort() };
}

import type { OwnWorkspace } from "@/api/session";

const storageKey = "waymark.workspace";

export function rememberWorkspace(workspaceId: string): void {
  localStorage.setItem(storageKey, workspaceId);
}

/** The workspace that was open last, or the first one. */
export function lastWorkspace(workspaces: readonly OwnWorkspace[]): OwnWorkspace | undefined {
  const remembered = localStorage.getItem(storageKey);
  return workspaces.find(({ id }) => id === remembered) ?? workspaces[0];
}

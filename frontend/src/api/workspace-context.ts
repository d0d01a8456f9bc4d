import { createContext, useContext } from "react";
import type { OwnWorkspace } from "./session";

const WorkspaceContext = createContext<OwnWorkspace | null>(null);

export const WorkspaceProvider = WorkspaceContext.Provider;

/** The workspace the page is in, with the caller's role in it. */
export function useWorkspace(): OwnWorkspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace is used outside of a workspace's pages");
  return workspace;
}

/** May the caller change things in this workspace? */
export const canEdit = (workspace: OwnWorkspace): boolean => workspace.role !== "viewer";

/** May the caller run this workspace: members, keys, sources? */
export const canAdminister = (workspace: OwnWorkspace): boolean => workspace.role === "admin";

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { previewInvitation, acceptInvitation } from "./generated/operations/session.gen";
import * as sdk from "./generated/operations/invitations.gen";
import type { Invitation, NewInvitation } from "./generated/types.gen";
import { answer, once } from "./http";
import { listAll } from "./pages";
import { sessionQuery } from "./session";

export type { Invitation, InvitationPreview } from "./generated/types.gen";

export const invitationsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "invitations"],
    queryFn: ({ signal }) =>
      listAll((query) => sdk.listInvitations({ path: { workspace_id: workspaceId }, query, signal })),
  });

/** What an invitation is for, to whoever holds its token. */
export const invitationPreviewQuery = (token: string) =>
  queryOptions({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => answer(previewInvitation({ body: { token }, signal })),
    staleTime: Infinity,
  });

export function useInvitationChanges(workspaceId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries(invitationsQuery(workspaceId));
  return {
    invite: useMutation({
      mutationFn: (body: NewInvitation) =>
        answer(sdk.createInvitation({ path: { workspace_id: workspaceId }, body, headers: once() })),
      onSettled,
    }),
    revoke: useMutation({
      mutationFn: ({ id }: Invitation) =>
        answer(sdk.revokeInvitation({ path: { workspace_id: workspaceId, invitation_id: id } })),
      onSettled,
    }),
  };
}

export function useAcceptInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { token: string; name?: string; password?: string }) =>
      answer(acceptInvitation({ body })),
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

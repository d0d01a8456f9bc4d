import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/members.gen";
import type { Member, Role } from "./generated/types.gen";
import { answer, ifMatch } from "./http";
import { listAll } from "./pages";

export type { Member } from "./generated/types.gen";

export const membersQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "members"],
    queryFn: ({ signal }) =>
      listAll((query) => sdk.listMembers({ path: { workspace_id: workspaceId }, query, signal })),
  });

export function useMemberChanges(workspaceId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries(membersQuery(workspaceId));
  const at = ({ user_id, revision }: Member) => ({
    path: { workspace_id: workspaceId, user_id },
    headers: ifMatch(revision),
  });
  return {
    setRole: useMutation({
      mutationFn: ({ member, role }: { member: Member; role: Role }) =>
        answer(sdk.updateMember({ ...at(member), body: { role } })),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (member: Member) => answer(sdk.removeMember(at(member))),
      onSettled,
    }),
  };
}

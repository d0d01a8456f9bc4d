import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { updateMe } from "./generated/operations/profile.gen";
import * as sdk from "./generated/operations/session.gen";
import type { ProfileUpdate, SessionInfo } from "./generated/types.gen";
import { answer } from "./http";

export type { OwnWorkspace, Profile, ProfileUpdate, Role, SessionInfo } from "./generated/types.gen";

/** Who is signed in. Fails with a 401 problem when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => answer(sdk.getSession({ signal })),
  staleTime: 60_000,
});

function useSessionStart<Input>(start: (input: Input) => Promise<SessionInfo>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: start,
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

export const useSignIn = () =>
  useSessionStart((body: { email: string; password: string }) => answer(sdk.signIn({ body })));

export const useRedeemLink = () => useSessionStart((token: string) => answer(sdk.redeemLink({ body: { token } })));

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answer(sdk.signOut()),
    onSuccess: () => client.clear(),
  });
}

export function useUpdateProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileUpdate) => answer(updateMe({ body })),
    onSuccess: (user) =>
      client.setQueryData(sessionQuery.queryKey, (session) => (session ? { ...session, user } : session)),
  });
}

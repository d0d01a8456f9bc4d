import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import * as sdk from "./generated/operations/channels.gen";
import type { Channel, ChannelUpdate, NewChannel } from "./generated/types.gen";
import { answer, ifMatch, once } from "./http";
import { listAll } from "./pages";

export type { Channel, NewChannel } from "./generated/types.gen";
export type ChannelGroup = Channel["group"];

/** The groups in the order the field lists them. */
export const channelGroups = [
  "social_media",
  "website",
  "app",
  "search",
  "paid_ads",
  "local_listings",
  "reviews",
  "email",
  "phone",
  "chat",
  "physical",
  "events",
  "people",
] as const satisfies readonly ChannelGroup[];

export const channelsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["workspace", workspaceId, "channels"],
    queryFn: ({ signal }) =>
      listAll((query) => sdk.listChannels({ path: { workspace_id: workspaceId }, query, signal })),
    staleTime: 60_000,
  });

export function useChannelChanges(workspaceId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries(channelsQuery(workspaceId));
  return {
    create: useMutation({
      mutationFn: (body: NewChannel) =>
        answer(sdk.createChannel({ path: { workspace_id: workspaceId }, body, headers: once() })),
      onSettled,
    }),
    update: useMutation({
      mutationFn: ({ channel, set }: { channel: Channel; set: ChannelUpdate }) =>
        answer(sdk.updateChannel({ path: { channel_id: channel.id }, body: set, headers: ifMatch(channel.revision) })),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: ({ id, revision }: Channel) =>
        answer(sdk.deleteChannel({ path: { channel_id: id }, headers: ifMatch(revision) })),
      onSettled,
    }),
  };
}

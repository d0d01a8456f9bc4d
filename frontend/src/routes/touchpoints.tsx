import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { channelsQuery } from "@/api/channels";
import { touchpointsQuery } from "@/api/touchpoints";
import { warm } from "./warm";
import { workspaceRoute } from "./workspace";

export const touchpointsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/touchpoints",
  loader: ({ context: { queryClient, workspace } }) =>
    warm(queryClient, touchpointsQuery(workspace.id), channelsQuery(workspace.id)),
  component: lazyRouteComponent(() => import("@/features/touchpoints/TouchpointsScreen"), "TouchpointsScreen"),
});

export const channelsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/touchpoints/channels",
  loader: ({ context: { queryClient, workspace } }) =>
    warm(queryClient, channelsQuery(workspace.id)),
  component: lazyRouteComponent(() => import("@/features/touchpoints/ChannelsScreen"), "ChannelsScreen"),
});

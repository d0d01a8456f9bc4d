import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { channelsQuery } from "@/api/channels";
import { touchpointsQuery } from "@/api/touchpoints";
import { workspaceRoute } from "./workspace";

export const touchpointsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/touchpoints",
  loader: ({ context: { queryClient, workspace } }) => {
    void queryClient.prefetchQuery(touchpointsQuery(workspace.id));
    void queryClient.prefetchQuery(channelsQuery(workspace.id));
  },
  component: lazyRouteComponent(() => import("@/features/touchpoints/TouchpointsScreen"), "TouchpointsScreen"),
});

export const channelsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/touchpoints/channels",
  loader: ({ context: { queryClient, workspace } }) => {
    void queryClient.prefetchQuery(channelsQuery(workspace.id));
  },
  component: lazyRouteComponent(() => import("@/features/touchpoints/ChannelsScreen"), "ChannelsScreen"),
});

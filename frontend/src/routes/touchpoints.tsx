import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { channelsQuery } from "@/api/channels";
import { mapsQuery } from "@/api/maps";
import { touchpointsQuery } from "@/api/touchpoints";
import { onlyIds } from "./ids";
import { warm } from "./warm";
import { workspaceRoute } from "./workspace";

export const touchpointsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/touchpoints",
  loader: ({ context: { queryClient, workspace } }) =>
    warm(queryClient, touchpointsQuery(workspace.id), channelsQuery(workspace.id)),
  component: lazyRouteComponent(() => import("@/features/touchpoints/TouchpointsScreen"), "TouchpointsScreen"),
});

export const touchpointRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/touchpoints/$touchpointId",
  beforeLoad: ({ params }) => onlyIds(params),
  loader: ({ context: { queryClient, workspace }, params }) =>
    warm(
      queryClient,
      touchpointsQuery(workspace.id),
      channelsQuery(workspace.id),
      mapsQuery(workspace.id, { touchpoint_id: params.touchpointId }),
    ),
  component: lazyRouteComponent(() => import("./TouchpointPage"), "TouchpointPage"),
});

export const channelsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/touchpoints/channels",
  loader: ({ context: { queryClient, workspace } }) =>
    warm(queryClient, channelsQuery(workspace.id)),
  component: lazyRouteComponent(() => import("@/features/touchpoints/ChannelsScreen"), "ChannelsScreen"),
});

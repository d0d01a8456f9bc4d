import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { sourceQuery, sourcesQuery } from "@/api/sources";
import { warm } from "./warm";
import { workspaceRoute } from "./workspace";

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources",
  loader: ({ context: { queryClient, workspace } }) =>
    warm(queryClient, sourcesQuery(workspace.id)),
  component: lazyRouteComponent(() => import("@/features/sources/SourcesScreen"), "SourcesScreen"),
});

const quarantineRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/quarantine",
  component: lazyRouteComponent(() => import("@/features/sources/QuarantineScreen"), "QuarantineScreen"),
});

const sourceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/$sourceId",
  loader: ({ context: { queryClient }, params }) =>
    warm(queryClient, sourceQuery(params.sourceId)),
  component: lazyRouteComponent(() => import("@/features/sources/SourceScreen"), "SourceScreen"),
});

const deliveryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/$sourceId/deliveries/$deliveryId",
  component: lazyRouteComponent(() => import("@/features/sources/DeliveryScreen"), "DeliveryScreen"),
});

export const sourcesRoutes = [listRoute, quarantineRoute, sourceRoute, deliveryRoute] as const;

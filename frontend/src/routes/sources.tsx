import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readDeliverySearch } from "@/features/sources/delivery-search";
import { onlyIds } from "./ids";
import { textSearch } from "./search";
import { warmLater } from "./warm";
import { workspaceRoute } from "./workspace";

const screens = () => import("@/features/sources/screens");
const queries = () => import("@/api/sources");

async function ofSource(sourceId: string) {
  const { sourceFormatsQuery, sourceQuery } = await queries();
  return [sourceQuery(sourceId), sourceFormatsQuery];
}

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources",
  loader: ({ context: { queryClient, workspace } }) =>
    warmLater(queryClient, async () => [(await queries()).sourcesQuery(workspace.id)]),
  component: lazyRouteComponent(screens, "SourcesScreen"),
});

const newRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/new",
  validateSearch: textSearch("format"),
  loader: ({ context: { queryClient } }) => warmLater(queryClient, async () => [(await queries()).sourceFormatsQuery]),
  component: lazyRouteComponent(screens, "NewSourceScreen"),
});

const deliveriesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/deliveries",
  validateSearch: readDeliverySearch,
  component: lazyRouteComponent(screens, "DeliveriesScreen"),
});

const quarantineRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/quarantine",
  component: lazyRouteComponent(screens, "QuarantineScreen"),
});

const sourceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/$sourceId",
  beforeLoad: ({ params }) => onlyIds(params),
  loader: ({ context: { queryClient }, params }) => warmLater(queryClient, () => ofSource(params.sourceId)),
  component: lazyRouteComponent(screens, "SourceScreen"),
});

const connectRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/$sourceId/connect",
  beforeLoad: ({ params }) => onlyIds(params),
  loader: ({ context: { queryClient }, params }) => warmLater(queryClient, () => ofSource(params.sourceId)),
  component: lazyRouteComponent(screens, "ConnectScreen"),
});

const itemSearch = textSearch("item");

const mappingRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/$sourceId/mapping",
  validateSearch: itemSearch,
  beforeLoad: ({ params }) => onlyIds(params),
  loader: ({ context: { queryClient }, params }) => warmLater(queryClient, () => ofSource(params.sourceId)),
  component: lazyRouteComponent(screens, "MappingScreen"),
});

const deliveryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/$sourceId/deliveries/$deliveryId",
  beforeLoad: ({ params }) => onlyIds(params),
  component: lazyRouteComponent(screens, "DeliveryScreen"),
});

export const sourcesRoutes = [
  listRoute,
  newRoute,
  deliveriesRoute,
  quarantineRoute,
  sourceRoute,
  connectRoute,
  mappingRoute,
  deliveryRoute,
] as const;

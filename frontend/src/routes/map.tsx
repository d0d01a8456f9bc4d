import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { channelsQuery } from "@/api/channels";
import { personasQuery } from "@/api/personas";
import { touchpointsQuery } from "@/api/touchpoints";
import { parseMapSearch } from "@/features/journey-map/search";
import { lastWorkspace } from "@/features/shell/last-workspace";
import { appRoute } from "./app";
import { onlyIds } from "./ids";
import { warm } from "./warm";

export const mapRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/maps/$mapId",
  validateSearch: parseMapSearch,
  beforeLoad: ({ params }) => onlyIds(params),
  // A map is drawn once the names on it are there; most likely it is one of the workspace that was open last.
  loader: ({ context: { queryClient, session } }) => {
    const workspace = lastWorkspace(session.workspaces);
    if (workspace) warm(queryClient, touchpointsQuery(workspace.id), personasQuery(workspace.id), channelsQuery(workspace.id));
  },
  component: lazyRouteComponent(() => import("./MapPage"), "MapPage"),
});

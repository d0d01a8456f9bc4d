import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { parseMapSearch } from "@/features/journey-map/search";
import { appRoute } from "./app";

export const mapRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/maps/$mapId",
  validateSearch: parseMapSearch,
  component: lazyRouteComponent(() => import("./MapPage"), "MapPage"),
});

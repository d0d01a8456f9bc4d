import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "./root";

export const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/maps/$mapId",
  component: lazyRouteComponent(() => import("./MapPage"), "MapPage"),
});

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "./app";

export const mapRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/maps/$mapId",
  component: lazyRouteComponent(() => import("./MapPage"), "MapPage"),
});

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { AttentionSearch } from "@/features/attention/search";
import { workspaceRoute } from "./workspace";

export const attentionRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/attention",
  // What makes no sense in it is left out by the screen: reading an address is not worth having on every first load.
  validateSearch: (search: Record<string, unknown>): AttentionSearch => search,
  component: lazyRouteComponent(() => import("@/features/attention/AttentionScreen"), "AttentionScreen"),
});

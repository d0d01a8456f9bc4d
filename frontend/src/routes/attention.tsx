import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { parseAttentionSearch } from "@/features/attention/search";
import { workspaceRoute } from "./workspace";

export const attentionRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/attention",
  validateSearch: parseAttentionSearch,
  component: lazyRouteComponent(() => import("@/features/attention/AttentionScreen"), "AttentionScreen"),
});

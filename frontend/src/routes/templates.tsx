import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { templatesQuery } from "@/api/templates";
import { warm } from "./warm";
import { workspaceRoute } from "./workspace";

export const templatesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/new",
  loader: ({ context: { queryClient } }) =>
    warm(queryClient, templatesQuery),
  component: lazyRouteComponent(() => import("@/features/gallery/TemplateScreen"), "TemplateScreen"),
});

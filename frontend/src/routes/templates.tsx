import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { templatesQuery } from "@/api/templates";
import { workspaceRoute } from "./workspace";

export const templatesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/new",
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(templatesQuery);
  },
  component: lazyRouteComponent(() => import("@/features/gallery/TemplateScreen"), "TemplateScreen"),
});

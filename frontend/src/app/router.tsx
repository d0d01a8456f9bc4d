import type { QueryClient } from "@tanstack/react-query";
import { createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { ErrorPage } from "@/features/shell/ErrorPage";
import { PendingPage } from "@/features/shell/PendingPage";
import { appRoute } from "@/routes/app";
import { attentionRoute } from "@/routes/attention";
import { customersRoutes } from "@/routes/customers";
import { galleryRoute } from "@/routes/gallery";
import { homeRoute } from "@/routes/home";
import { importsRoutes } from "@/routes/imports";
import { mapRoute } from "@/routes/map";
import { personaRoute, personasRoute } from "@/routes/personas";
import { rootRoute } from "@/routes/root";
import { joinRoute, signInRoute, welcomeRoute } from "@/routes/session";
import { settingsRoutes } from "@/routes/settings";
import { sourcesRoutes } from "@/routes/sources";
import { templatesRoute } from "@/routes/templates";
import { channelsRoute, touchpointRoute, touchpointsRoute } from "@/routes/touchpoints";
import { workspaceRoute } from "@/routes/workspace";

const routeTree = rootRoute.addChildren([
  signInRoute,
  welcomeRoute,
  joinRoute,
  appRoute.addChildren([
    homeRoute,
    mapRoute,
    workspaceRoute.addChildren([
      galleryRoute,
      attentionRoute,
      templatesRoute,
      personasRoute,
      personaRoute,
      touchpointsRoute,
      channelsRoute,
      touchpointRoute,
      ...sourcesRoutes,
      ...importsRoutes,
      ...customersRoutes,
      ...settingsRoutes,
    ]),
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultNotFoundComponent: lazyRouteComponent(() => import("@/features/shell/NotFoundPage"), "NotFoundPage"),
    defaultErrorComponent: ErrorPage,
    defaultPendingComponent: PendingPage,
    defaultPendingMs: 400,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

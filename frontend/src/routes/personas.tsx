import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { channelsQuery } from "@/api/channels";
import { personaQuery, personasQuery } from "@/api/personas";
import { workspaceRoute } from "./workspace";

export const personasRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/personas",
  loader: ({ context: { queryClient, workspace } }) => {
    void queryClient.prefetchQuery(personasQuery(workspace.id));
  },
  component: lazyRouteComponent(() => import("@/features/personas/PersonasScreen"), "PersonasScreen"),
});

export const personaRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/personas/$personaId",
  loader: ({ context: { queryClient, workspace }, params }) => {
    void queryClient.prefetchQuery(personaQuery(params.personaId));
    void queryClient.prefetchQuery(channelsQuery(workspace.id));
  },
  component: lazyRouteComponent(() => import("@/features/personas/PersonaScreen"), "PersonaScreen"),
});

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { channelsQuery } from "@/api/channels";
import { mapsQuery } from "@/api/maps";
import { personaQuery, personasQuery } from "@/api/personas";
import { onlyIds } from "./ids";
import { warm } from "./warm";
import { workspaceRoute } from "./workspace";

export const personasRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/personas",
  loader: ({ context: { queryClient, workspace } }) =>
    warm(queryClient, personasQuery(workspace.id), mapsQuery(workspace.id)),
  component: lazyRouteComponent(() => import("@/features/personas/PersonasScreen"), "PersonasScreen"),
});

export const personaRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/personas/$personaId",
  beforeLoad: ({ params }) => onlyIds(params),
  loader: ({ context: { queryClient, workspace }, params }) =>
    warm(
      queryClient,
      personaQuery(params.personaId),
      channelsQuery(workspace.id),
      mapsQuery(workspace.id, { persona_id: params.personaId }),
    ),
  component: lazyRouteComponent(() => import("./PersonaPage"), "PersonaPage"),
});

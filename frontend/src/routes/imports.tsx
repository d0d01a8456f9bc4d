import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { onlyIds } from "./ids";
import { textSearch } from "./search";
import { workspaceRoute } from "./workspace";

const pages = () => import("./ImportPages");

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/imports",
  validateSearch: textSearch("source"),
  component: lazyRouteComponent(pages, "ImportsPage"),
});

const importRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/sources/imports/$importId",
  beforeLoad: ({ params }) => onlyIds(params),
  component: lazyRouteComponent(pages, "ImportPage"),
});

export const importsRoutes = [listRoute, importRoute] as const;

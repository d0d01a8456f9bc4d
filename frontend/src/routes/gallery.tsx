import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { mapsQuery } from "@/api/maps";
import { personasQuery } from "@/api/personas";
import { parseGallerySearch } from "@/features/gallery/search";
import { warm } from "./warm";
import { workspaceRoute } from "./workspace";

export const galleryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/",
  validateSearch: parseGallerySearch,
  loader: ({ context: { queryClient, workspace } }) =>
    warm(queryClient, mapsQuery(workspace.id), personasQuery(workspace.id)),
  component: lazyRouteComponent(() => import("@/features/gallery/GalleryScreen"), "GalleryScreen"),
});

import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { lastWorkspace } from "@/features/shell/last-workspace";
import { appRoute } from "./app";

/** The bare address leads to the workspace that was open last. */
export const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/",
  beforeLoad: ({ context }) => {
    const workspace = lastWorkspace(context.session.workspaces);
    if (workspace) throw redirect({ to: "/w/$slug", params: { slug: workspace.slug }, replace: true });
  },
  component: lazyRouteComponent(() => import("@/features/shell/NoWorkspace"), "NoWorkspace"),
});

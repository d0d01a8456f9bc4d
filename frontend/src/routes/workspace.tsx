import { createRoute, notFound } from "@tanstack/react-router";
import { appRoute } from "./app";

/** Everything inside one workspace; the shell finds it by the same slug. */
export const workspaceRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/w/$slug",
  beforeLoad: ({ context, params }) => {
    const workspace = context.session.workspaces.find(({ slug }) => slug === params.slug);
    if (!workspace) throw notFound();
    return { workspace };
  },
});

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workspaceRoute } from "./workspace";

const generalRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/features/settings/GeneralSettings"), "GeneralSettings"),
});

const checksRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/settings/checks",
  component: lazyRouteComponent(() => import("@/features/settings/checks/ChecksSettings"), "ChecksSettings"),
});

const membersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/settings/members",
  component: lazyRouteComponent(() => import("@/features/settings/MemberSettings"), "MemberSettings"),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/settings/api-keys",
  component: lazyRouteComponent(() => import("@/features/settings/ApiKeySettings"), "ApiKeySettings"),
});

const profileRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/settings/profile",
  component: lazyRouteComponent(() => import("./ProfilePage"), "ProfilePage"),
});

export const settingsRoutes = [generalRoute, checksRoute, membersRoute, apiKeysRoute, profileRoute] as const;

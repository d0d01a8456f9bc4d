import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { textSearch } from "./search";
import { workspaceRoute } from "./workspace";

const screens = () => import("@/features/customers/screens");

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/customers",
  validateSearch: textSearch("search"),
  component: lazyRouteComponent(screens, "CustomersScreen"),
});

const logRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/customers/log",
  component: lazyRouteComponent(screens, "PrivacyLogScreen"),
});

const customerRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/customers/$customerId",
  validateSearch: textSearch("map"),
  component: lazyRouteComponent(screens, "CustomerScreen"),
});

export const customersRoutes = [listRoute, logRoute, customerRoute] as const;

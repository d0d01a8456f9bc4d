import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { onlyIds } from "./ids";
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

const mapSearch = textSearch("map");

const customerRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/customers/$customerId",
  validateSearch: mapSearch,
  beforeLoad: ({ params }) => onlyIds(params),
  component: lazyRouteComponent(screens, "CustomerScreen"),
});

export const customersRoutes = [listRoute, logRoute, customerRoute] as const;

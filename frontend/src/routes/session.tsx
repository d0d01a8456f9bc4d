import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "./root";

/** Only addresses of our own may be returned to after signing in. */
function ownAddress(value: unknown): string | undefined {
  return typeof value === "string" && /^\/(?![/\\])/.test(value) ? value : undefined;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = ownAddress(search.next);
    return next ? { next } : {};
  },
  component: lazyRouteComponent(() => import("@/features/session/SignInScreen"), "SignInScreen"),
});

export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcome",
  component: lazyRouteComponent(() => import("@/features/session/WelcomeScreen"), "WelcomeScreen"),
});

export const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/join",
  component: lazyRouteComponent(() => import("@/features/session/JoinScreen"), "JoinScreen"),
});

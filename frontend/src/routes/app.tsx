import { createRoute, redirect } from "@tanstack/react-router";
import { Problem } from "@/api/http";
import { sessionQuery } from "@/api/session";
import { AppShell } from "@/features/shell/AppShell";
import { readChecksWith } from "@/ui/findings/rule-reader";
import { rootRoute } from "./root";

readChecksWith(() => import("@/features/settings/checks/RuleDialog"));

/** Everything for people who are signed in, inside the shell. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "app",
  beforeLoad: async ({ context, location }) => {
    try {
      return { session: await context.queryClient.query(sessionQuery) };
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { next: location.href } });
      }
      throw error;
    }
  },
  component: AppShell,
});

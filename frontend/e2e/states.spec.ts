import type { Page, Route } from "@playwright/test";
import { expect, expectAccessible, owner, test } from "./fixtures.ts";
import { idsOf, pages } from "./pages.ts";

type Mood = "silent" | "failing" | "gone" | "well";

/** Stands between the page and the API; who is signed in is always answered. */
async function moodyServer(page: Page): Promise<(mood: Mood) => Promise<void>> {
  let now: Mood = "well";
  let held: Route[] = [];
  const answer = async (route: Route) => {
    if (now === "silent") held.push(route);
    else if (now === "gone") await route.abort();
    else if (now === "well") await route.continue();
    else await route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"status":500,"title":"Internal error"}' });
  };
  await page.route(/\/api\/v1\/(?!session$)/, answer);
  return async (mood) => {
    now = mood;
    const waiting = held;
    held = [];
    await Promise.all(waiting.map(answer));
  };
}

/** These show nothing that the server has, are about what is missing, or are another one in other words. */
const WITHOUT_DATA = new Set(["profile", "missing page", "settings", "source with settings"]);
const map = { name: "map", shows: "Saves an Instagram post", path: ({ maps }: { maps: string }) => `/maps/${maps}` };

for (const { name, shows, path } of [map, ...pages.filter((one) => !WITHOUT_DATA.has(one.name))]) {
  test(`the ${name} page waits, says what went wrong and tries again`, async ({ page, api, workspace }) => {
    const ids = await idsOf(api, workspace);
    const become = await moodyServer(page);

    await become("silent");
    await page.goto(path(ids));
    await expect(page.getByText("Loading").first()).toBeAttached();
    await expectAccessible(page);

    await become("failing");
    const alert = page.getByRole("alert").first();
    await expect(alert).toContainText("Something unexpected happened", { timeout: 15_000 });
    await expectAccessible(page);

    await become("gone");
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toContainText("cannot be reached", { timeout: 15_000 });

    await become("well");
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText(shows).first()).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("signing in waits, says what went wrong and can be tried again", async ({ stranger, ownerState }) => {
  expect(ownerState.cookies.length).toBeGreaterThan(0);
  let answering: "failing" | "gone" | "well" = "failing";
  await stranger.route("**/api/v1/session", async (route) => {
    if (route.request().method() !== "POST" || answering === "well") await route.continue();
    else if (answering === "gone") await route.abort();
    else await route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"status":500,"title":"Internal error"}' });
  });
  await stranger.goto("/sign-in");
  await stranger.getByLabel("E-mail").fill(owner.email);
  await stranger.getByLabel("Password").fill(owner.password);
  const signIn = stranger.getByRole("button", { name: "Sign in" });

  await signIn.click();
  await expect(stranger.getByRole("alert")).toContainText("Something unexpected happened");
  await expectAccessible(stranger);

  answering = "gone";
  await signIn.click();
  await expect(stranger.getByRole("alert")).toContainText("cannot be reached");

  answering = "well";
  await signIn.click();
  await expect(stranger.getByRole("heading", { name: "Maps" })).toBeVisible();
});

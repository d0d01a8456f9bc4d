import type { Page, Route } from "@playwright/test";
import { expect, expectAccessible, owner, test } from "./fixtures.ts";
import { idsOf, pages } from "./pages.ts";

// A long file of tests that know nothing of each other: two browsers share it.
test.describe.configure({ mode: "parallel" });

type Mood = "silent" | "failing" | "gone" | "well";

const everything = /\/api\/v1\/(?!session$)/;

/** Stands between the page and the API; who is signed in is always answered. */
async function moodyServer(page: Page, about = everything): Promise<(mood: Mood) => Promise<void>> {
  let now: Mood = "well";
  let held: Route[] = [];
  const answer = async (route: Route) => {
    if (now === "silent") held.push(route);
    else if (now === "gone") await route.abort();
    else if (now === "well") await route.continue();
    else await route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"status":500,"title":"Internal error"}' });
  };
  await page.route(about, answer);
  return async (mood) => {
    now = mood;
    const waiting = held;
    held = [];
    await Promise.all(waiting.map(answer));
  };
}

/** Waits for a text in the alert; what pauses before it asks again does not have to be waited for. */
async function expectAlert(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(2_000);
    await expect(page.getByRole("alert").first()).toContainText(text, { timeout: 200 });
  }).toPass({ timeout: 15_000 });
}

/** These show nothing that the server has, are about what is missing, or are another one in other words. */
const WITHOUT_DATA = new Set(["profile", "missing page", "source with settings"]);
const map = { name: "map", shows: "Saves an Instagram post", path: ({ maps }: { maps: string }) => `/maps/${maps}` };

for (const { name, shows, path } of [map, ...pages.filter((one) => !WITHOUT_DATA.has(one.name))]) {
  test(`the ${name} page waits, says what went wrong and tries again`, async ({ page, api, workspace }) => {
    const ids = await idsOf(api, workspace);
    const become = await moodyServer(page);
    const again = page.getByRole("alert").first().getByRole("button", { name: "Try again" });
    await page.clock.install();

    await become("silent");
    await page.goto(path(ids));
    await expect(page.getByText("Loading").first()).toBeAttached();
    await expectAccessible(page);

    await become("failing");
    await expectAlert(page, "Something unexpected happened");
    await expectAccessible(page);

    await become("gone");
    await again.click();
    await expectAlert(page, "cannot be reached");

    await become("well");
    await again.click();
    await expect(page.getByText(shows).first()).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("the findings of an open map wait, say what went wrong and are asked for again", async ({ page, api, workspace }) => {
  const { maps } = await idsOf(api, workspace);
  const become = await moodyServer(page, /\/api\/v1\/maps\/[^/]+\/(stream|findings|quality)/);
  const panel = page.getByRole("complementary", { name: "Findings" });
  const alert = panel.getByRole("alert");

  await become("silent");
  await page.goto(`/maps/${maps}?findings=all`);
  await expect(panel.getByText("Loading")).toBeAttached();
  await expectAccessible(page);

  await become("failing");
  await expect(alert).toContainText("Something unexpected happened", { timeout: 15_000 });
  await expectAccessible(page);

  await become("gone");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toContainText("cannot be reached");

  await become("well");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(panel.getByRole("heading", { name: "Structure" })).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test("a file that is sent waits, says what went wrong and is sent again", async ({ page, workspace }) => {
  const become = await moodyServer(page, /\/api\/v1\/(workspaces\/[^/]+\/(imports|sources)|sources|imports)\b/);
  const alert = page.getByRole("alert");
  await page.goto(`/w/${workspace.slug}/sources/imports`);
  await expect(page.getByText("Drop a file here")).toBeVisible();

  await become("silent");
  const file = { name: "Winter.csv", mimeType: "text/csv", buffer: Buffer.from("customer,time\nc-1,2026-02-01\n") };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await expect(page.getByText("Uploading Winter.csv")).toBeVisible();
  await expectAccessible(page);

  await become("failing");
  await expect(alert).toContainText("Something unexpected happened");
  await expectAccessible(page);

  await become("gone");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toContainText("cannot be reached");

  await become("well");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Winter.csv" })).toBeVisible();
  await expect(page.getByText("What the first rows become")).toBeVisible();
});

test("saving the profile waits, says what went wrong and can be tried again", async ({ page, workspace }) => {
  const become = await moodyServer(page, /\/api\/v1\/me$/);
  await page.goto(`/w/${workspace.slug}/settings/profile`);
  await page.getByLabel("Name").fill("Elena Rossi");
  const save = page.getByRole("button", { name: "Save" });

  await become("silent");
  await save.click();
  await expect(save).toHaveAttribute("aria-busy", "true");
  await expectAccessible(page);

  await become("failing");
  await expect(page.getByRole("alert")).toContainText("Something unexpected happened");
  await expectAccessible(page);

  await become("gone");
  await save.click();
  await expect(page.getByRole("alert")).toContainText("cannot be reached");

  await become("well");
  await save.click();
  await expect(page.getByText("Your profile is saved.")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

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

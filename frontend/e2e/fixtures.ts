import { expect, test as base } from "@playwright/test";
import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import axe from "axe-core";
import { startServer } from "./server.ts";
import type { Server } from "./server.ts";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

export const owner = { email: "elena@fernwood.example", password: "a sofa in moss green" };

type WorkerFixtures = {
  /** One server for all tests of a worker; tests make what they change themselves. */
  server: Server;
  /** The owner's session. */
  ownerState: StorageState;
};

type TestFixtures = {
  /** The API as the owner, for setting a stage quickly. */
  api: APIRequestContext;
  /** The id and slug of the demo workspace. */
  workspace: { id: string; slug: string };
  /** A browser in which nobody is signed in. */
  stranger: Page;
};

/** What the browser complained of. A refused request is part of some tests; anything else is a defect. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(message.text());
  });
  return complaints;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  ownerState: [
    async ({ server, playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: server.url });
      const token = (await server.newLink()).split("#")[1];
      await request.post("/api/v1/session/link", { data: { token } });
      const profile = await request.patch("/api/v1/me", { data: owner });
      expect(profile.ok()).toBe(true);
      await use(await request.storageState());
      await request.dispose();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),
  storageState: async ({ ownerState }, use) => use(ownerState),

  page: async ({ page }, use) => {
    const complaints = watch(page);
    await use(page);
    expect(complaints, "errors in the browser's console").toEqual([]);
  },

  api: async ({ server, ownerState, playwright }, use) => {
    const request = await playwright.request.newContext({ baseURL: server.url, storageState: ownerState });
    await use(request);
    await request.dispose();
  },

  workspace: async ({ api }, use) => {
    const session = (await (await api.get("/api/v1/session")).json()) as { workspaces: { id: string; slug: string }[] };
    const demo = session.workspaces.find(({ slug }) => slug === "fernwood-home");
    if (!demo) throw new Error("The demo workspace is missing.");
    await use(demo);
  },

  stranger: async ({ browser, server }, use) => {
    const context = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } });
    const page = await context.newPage();
    const complaints = watch(page);
    await use(page);
    expect(complaints, "errors in the browser's console").toEqual([]);
    await context.close();
  },
});

const standards: axe.RunOnly = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** Another theme is the same page in other colours. */
const colours: axe.RunOnly = { type: "rule", values: ["color-contrast"] };

declare global {
  var axe: typeof import("axe-core");
}

/** What axe finds wrong with a page. Run in the page itself: there are no frames for which its own driver would be needed. */
async function violations(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate((only) => globalThis.axe.run({ runOnly: only, resultTypes: ["violations"] }), runOnly);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

/** Waits until colours that fade have arrived; what never ends, such as a spinner, is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** No axe violation, in either theme. Call it when the page has come to rest. */
export async function expectAccessible(page: Page): Promise<void> {
  // Before there is one, the page's own code is still on its way.
  await expect(page.locator("h1").first()).toBeAttached();
  for (const [colorScheme, runOnly] of [["light", standards], ["dark", colours]] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    await settled(page);
    expect(await violations(page, runOnly), `violations in ${colorScheme}`).toEqual([]);
  }
}

export { expect };

import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test as base } from "./fixtures.ts";

type People = {
  /** The API as a second editor of the workspace. */
  colleague: APIRequestContext;
  /** A browser in which a viewer of the workspace is signed in. */
  viewer: Page;
};

async function join(
  owner: APIRequestContext,
  newcomer: APIRequestContext,
  workspaceId: string,
  role: "editor" | "viewer",
) {
  const email = `${role}-${Date.now()}@fernwood.example`;
  const invited = await owner.post(`/api/v1/workspaces/${workspaceId}/invitations`, { data: { email, role } });
  const { url } = (await invited.json()) as { url: string };
  const data = {
    token: url.split("#")[1],
    name: role === "editor" ? "Jonas Nilsson" : "Vera Lund",
    password: "a long enough password",
  };
  const accepted = await newcomer.post("/api/v1/invitations/accept", { data });
  expect(accepted.ok(), await accepted.text()).toBe(true);
}

export const test = base.extend<People>({
  colleague: async ({ api, server, workspace, playwright }, use) => {
    const request = await playwright.request.newContext({ baseURL: server.url });
    await join(api, request, workspace.id, "editor");
    await use(request);
    await request.dispose();
  },
  viewer: async ({ api, server, workspace, browser }, use) => {
    const context = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } });
    await join(api, context.request, workspace.id, "viewer");
    await use(await context.newPage());
    await context.close();
  },
});

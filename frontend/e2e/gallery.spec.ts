import type { APIRequestContext } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";

type Listed = { id: string; title: string; revision: number };

async function rugs(api: APIRequestContext, workspaceId: string): Promise<Listed[]> {
  const { items } = (await (await api.get(`/api/v1/workspaces/${workspaceId}/maps`)).json()) as { items: Listed[] };
  return items.filter(({ title }) => title === "Choosing a rug");
}

test("a template becomes a map, which can be renamed, duplicated, found and deleted", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}`);
  await page.getByRole("link", { name: "New map" }).click();
  await page.getByRole("button", { name: "Music streaming" }).click();
  await expect(page).toHaveURL(/\/maps\/[0-9a-f-]{36}/);

  await page.goto(`/w/${workspace.slug}`);
  await page.getByRole("button", { name: "Actions for Music streaming" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("dialog").getByLabel("Title").fill("Finding a song");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("link", { name: "Finding a song" })).toBeVisible();

  await page.getByRole("button", { name: "Actions for Finding a song" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(page.getByRole("link", { name: "Finding a song (copy)" })).toBeVisible();

  await page.getByLabel("Search maps").fill("copy");
  await expect(page.getByRole("listitem").filter({ has: page.getByRole("heading") })).toHaveCount(1);
  expect(page.url()).toContain("q=copy");

  await page.getByRole("button", { name: "Actions for Finding a song (copy)" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText("“Finding a song (copy)” was deleted.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "No map fits" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show all maps" }).click();
  await expect(page.getByRole("link", { name: "Finding a song", exact: true })).toBeVisible();
});

test.describe("a deleted map", () => {
  test.beforeEach(async ({ page, api, workspace }) => {
    await api.post(`/api/v1/workspaces/${workspace.id}/maps`, { data: { title: "Choosing a rug" } });
    await page.goto(`/w/${workspace.slug}?q=rug`);
    await page.getByRole("button", { name: "Actions for Choosing a rug" }).first().focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
    await expect(page.getByText("“Choosing a rug” was deleted.")).toBeVisible();
  });

  test.afterEach(async ({ api, workspace }) => {
    for (const { id, revision } of await rugs(api, workspace.id)) {
      await api.delete(`/api/v1/maps/${id}`, { headers: { "If-Match": `"${revision}"` } });
    }
  });

  test("comes back by Undo, in the notice or by keyboard", async ({ page, api, workspace }) => {
    await expect(page.getByRole("link", { name: "Choosing a rug" })).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("link", { name: "Choosing a rug" })).toBeVisible();
    await expect(page.getByText("“Choosing a rug” was deleted.")).toHaveCount(0);

    await page.getByRole("button", { name: "Actions for Choosing a rug" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(page.getByRole("link", { name: "Choosing a rug" })).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("link", { name: "Choosing a rug" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("link", { name: "Choosing a rug" })).toBeVisible();
    expect(await rugs(api, workspace.id)).toHaveLength(1);
  });

  test("is gone for good when the notice goes or the page is left", async ({ page, api, workspace }) => {
    expect(await rugs(api, workspace.id)).toHaveLength(1);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => rugs(api, workspace.id)).toHaveLength(0);

    await api.post(`/api/v1/workspaces/${workspace.id}/maps`, { data: { title: "Choosing a rug" } });
    await page.reload();
    await page.getByRole("button", { name: "Actions for Choosing a rug" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.goto("about:blank");
    await expect.poll(() => rugs(api, workspace.id)).toHaveLength(0);
  });

  test("comes back when the server refuses, and the reason is said", async ({ page, api, workspace }) => {
    const [rug] = await rugs(api, workspace.id);
    const edited = await api.patch(`/api/v1/maps/${rug?.id}`, { data: { goal: "A rug that fits" }, headers: { "If-Match": `"${rug?.revision}"` } });
    expect(edited.ok()).toBe(true);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByText("“Choosing a rug” was not deleted.", { exact: false })).toBeVisible();
    await expect(page.getByRole("link", { name: "Choosing a rug" })).toBeVisible();
  });
});

test("an empty workspace shows ways on", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Switch workspace" }).click();
  await page.getByRole("menuitem", { name: "New workspace" }).click();
  await page.getByLabel("Name").fill("Nothing yet");
  await page.getByRole("button", { name: "Create" }).click();

  await expect(page.getByRole("heading", { name: "Draw your first journey" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Describe a persona" }).click();
  await expect(page.getByRole("heading", { name: "Who are your customers?" })).toBeVisible();
  await expectAccessible(page);
});

test("what cannot be loaded says so and can be tried again", async ({ page, workspace }) => {
  await page.route("**/maps?**", (route) => route.fulfill({ status: 403, json: { code: "forbidden", detail: "no" } }));
  await page.goto(`/w/${workspace.slug}`);
  await expect(page.getByRole("alert")).toContainText("Your role does not allow this.");
  await expectAccessible(page);
  await page.unroute("**/maps?**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("link", { name: "Buying a sofa online" })).toBeVisible();
});

import type { APIRequestContext } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";

/** A workspace of its own: what is counted there, no other test changes. */
async function aWorkspace(api: APIRequestContext, name: string): Promise<{ id: string; slug: string }> {
  return (await (await api.post("/api/v1/workspaces", { data: { name } })).json()) as { id: string; slug: string };
}

async function make<Made = { id: string }>(api: APIRequestContext, workspace: { id: string }, kind: string, data: object): Promise<Made> {
  return (await (await api.post(`/api/v1/workspaces/${workspace.id}/${kind}`, { data })).json()) as Made;
}

/** A map that was looked at long ago. */
async function aStaleMap(api: APIRequestContext, workspace: { id: string }, title: string): Promise<string> {
  const { id, revision } = await make<{ id: string; revision: number }>(api, workspace, "maps", { title });
  const set = await api.patch(`/api/v1/maps/${id}`, { data: { reviewed_on: "2024-01-31" }, headers: { "If-Match": `"${revision}"` } });
  expect(set.ok()).toBe(true);
  return id;
}

test("a stale map comes first and is marked as reviewed without leaving the page", async ({ page, api }) => {
  const workspace = await aWorkspace(api, "Stale maps");
  await make(api, workspace, "touchpoints", { key: "social_ad", name: "Social ad" });
  await aStaleMap(api, workspace, "Old journey");
  await page.goto(`/w/${workspace.slug}/attention`);

  const stale = page.getByRole("region", { name: "Not reviewed for long" });
  await expect(stale.getByRole("link", { name: "Old journey", exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mark as reviewed today" }).click();
  await expect(page.getByText("“Old journey” is up to date.")).toBeVisible();
  await expect(stale).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(stale).toBeVisible();
});

test("findings are narrowed down, and the address keeps it", async ({ page, api }) => {
  const workspace = await aWorkspace(api, "Narrowed");
  await make(api, workspace, "touchpoints", { key: "social_ad", name: "Social ad" });
  await make(api, workspace, "personas", { name: "Ada Berg" });
  await page.goto(`/w/${workspace.slug}/attention`);
  await expect(page.getByRole("link", { name: "Ada Berg", exact: true })).toBeVisible();

  await page.getByRole("button", { name: "What it is about" }).click();
  await page.getByRole("menuitem", { name: "Touchpoint" }).click();
  await expect(page.getByRole("link", { name: "Social ad", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ada Berg", exact: true })).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("link", { name: "Social ad", exact: true })).toBeVisible();
  await page.getByRole("textbox", { name: "Find a finding" }).fill("giraffe");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).first().click();
  await expect(page.getByRole("link", { name: "Ada Berg", exact: true })).toBeVisible();
});

test("a finding is dismissed with a reason, found among the dismissed ones and reopened", async ({ page, api }) => {
  const workspace = await aWorkspace(api, "Dismissing");
  await make(api, workspace, "touchpoints", { key: "social_ad", name: "Social ad" });
  await page.goto(`/w/${workspace.slug}/attention`);

  const found = page.getByRole("list", { name: "Findings of Social ad" }).getByRole("listitem").first();
  await found.hover();
  await found.getByRole("button", { name: "Dismiss this finding" }).click();
  await page.getByLabel("Why is this fine?").fill("It is everywhere.");
  await found.getByRole("button", { name: "Dismiss", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing needs attention" })).toBeVisible();

  await page.getByRole("button", { name: "Open or dismissed" }).click();
  await page.getByRole("menuitem", { name: "Dismissed" }).click();
  await expect(page.getByText("It is everywhere.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByRole("heading", { name: "Nothing was dismissed" })).toBeVisible();
  await page.getByRole("button", { name: "Open or dismissed" }).click();
  await page.getByRole("menuitem", { name: "Open" }).click();
  await expect(page.getByRole("link", { name: "Social ad", exact: true })).toBeVisible();
});

test("by keyboard alone: from the palette to a finding and on to its map", async ({ page, api }) => {
  const workspace = await aWorkspace(api, "By keyboard");
  const map = await aStaleMap(api, workspace, "Old journey");
  await page.goto(`/w/${workspace.slug}`);
  await expect(page.getByRole("link", { name: "Old journey" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("searchbox", { name: "Search and commands" })).toBeFocused();
  await page.keyboard.type("Needs att");
  await page.keyboard.press("Enter");
  const fold = page.getByRole("button", { name: "Findings of Old journey" });
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await fold.focus();
  await page.keyboard.press("Enter");
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "Findings of Old journey" }).getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/maps/${map}\\?findings=`));
});

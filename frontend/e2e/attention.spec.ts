import type { APIRequestContext } from "@playwright/test";
import { expect, expectAccessible } from "./fixtures.ts";
import { test } from "./map-people.ts";
import { idsOf } from "./pages.ts";

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

  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("dialog", { name: "Filter" }).getByRole("button", { name: "What it is about" }).click();
  await page.getByRole("option", { name: "Touchpoint" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Social ad", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ada Berg", exact: true })).toHaveCount(0);
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByRole("link", { name: "Social ad", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Remove What it is about: Touchpoint" }).click();
  await expect(page.getByRole("link", { name: "Ada Berg", exact: true })).toBeVisible();
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

  await page.getByRole("group", { name: "Open or dismissed" }).getByText("Dismissed", { exact: true }).click();
  await expect(page.getByText("It is everywhere.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByRole("heading", { name: "Nothing was dismissed" })).toBeVisible();
  await page.getByRole("group", { name: "Open or dismissed" }).getByText("Open", { exact: true }).click();
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

test("who works through the list by keyboard goes on to the next finding", async ({ page, api }) => {
  const workspace = await aWorkspace(api, "One after the other");
  await aStaleMap(api, workspace, "Old journey");
  await page.goto(`/w/${workspace.slug}/attention`);
  const items = page.getByRole("list", { name: "Findings of Old journey" }).getByRole("listitem");
  const second = await items.nth(1).getByRole("link").first().textContent();
  const before = await items.count();

  await items.first().getByRole("button", { name: "Dismiss this finding" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("It never changes.");
  await page.keyboard.press("Control+Enter");
  await expect(items).toHaveCount(before - 1);
  await expect(page.locator(":focus")).toHaveText(second ?? "");
});

test("a fix is looked at on the map before it is made", async ({ page, api, workspace }) => {
  const { maps } = await idsOf(api, workspace);
  await page.goto(`/w/${workspace.slug}/attention?of=${maps}&rule=EVD002`);
  await page.getByRole("link", { name: "Use measured" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/maps/${maps}\\?findings=EVD002`));
  const preview = page.getByRole("group", { name: "What would change" });
  await expect(preview.getByRole("button", { name: "Apply" })).toBeEnabled();
  await expect(preview).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(preview).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Use measured" }).first()).toBeFocused();
});

test("a viewer reads what needs attention, why, and what a check wants", async ({ viewer, workspace }) => {
  await viewer.goto(`/w/${workspace.slug}/attention`);
  const finding = viewer.getByRole("list", { name: "Findings of Buying a sofa online" }).getByRole("listitem").first();
  await expect(finding).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Dismiss this finding" })).toHaveCount(0);
  await finding.hover();
  await finding.getByRole("button", { name: "Why it matters" }).click();
  await finding.getByRole("button", { name: "About this check" }).click();
  const about = viewer.getByRole("dialog");
  await expect(about.getByText("Found here")).toBeVisible();
  await expectAccessible(viewer);
  await about.getByRole("link", { name: "Show in settings" }).click();
  await expect(viewer).toHaveURL(/settings\/checks#[A-Z]{3}\d{3}$/);
  await expect(viewer.getByText("Somebody looks after the map").first()).toBeVisible();
  await expect(viewer.getByRole("button", { expanded: true })).toBeFocused();
});

import { expect, expectAccessible, test } from "./fixtures.ts";

test("an API key is shown once, works, and stops working when it is revoked", async ({ page, playwright, server, workspace }) => {
  await page.goto(`/w/${workspace.slug}/settings/api-keys`);
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Name").fill("Nightly export");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create" }).click();
  const key = await page.getByLabel("Key", { exact: true }).inputValue();
  await page.getByRole("button", { name: "I have kept the key" }).click();
  await expect(page.getByRole("rowheader", { name: /Nightly export/ })).toBeVisible();

  const machine = await playwright.request.newContext({ baseURL: server.url, extraHTTPHeaders: { Authorization: `Bearer ${key}` } });
  const maps = `/api/v1/workspaces/${workspace.id}/maps`;
  expect((await machine.get(maps)).status()).toBe(200);
  await page.getByRole("button", { name: "Revoke Nightly export" }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("No keys yet.")).toBeVisible();
  expect((await machine.get(maps)).status()).toBe(401);
  await machine.dispose();
});

test("the workspace's name changes everywhere at once", async ({ page, api }) => {
  const made = await api.post("/api/v1/workspaces", { data: { name: "Old name" } });
  const { slug } = (await made.json()) as { slug: string };
  await page.goto(`/w/${slug}/settings`);
  await page.getByLabel("Name").fill("New name");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("navigation", { name: "Where you are" })).toContainText("New name");
});

test("the chosen theme is there before the first paint of the next visit", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/settings`);
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.reload({ waitUntil: "domcontentloaded" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.unroute("**/assets/*.js");
});

import { expect, expectAccessible, test } from "./fixtures.ts";

test("a template becomes a map, which can be renamed, duplicated, found and deleted", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}`);
  await page.getByRole("link", { name: "New map" }).click();
  await page.getByRole("button", { name: "Music streaming" }).click();
  await expect(page).toHaveURL(/\/maps\/[0-9a-f-]{36}/);

  await page.goto(`/w/${workspace.slug}`);
  await page.getByRole("button", { name: "Actions for Music streaming" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByLabel("Title").fill("Finding a song");
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
  await expect(page.getByRole("alertdialog", { name: "Delete “Finding a song (copy)”?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete map" }).click();
  await expect(page.getByRole("heading", { name: "No map fits" })).toBeVisible();
  await page.getByRole("button", { name: "Show all maps" }).click();
  await expect(page.getByRole("link", { name: "Finding a song", exact: true })).toBeVisible();
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

import { expect, expectAccessible, test } from "./fixtures.ts";

test("a touchpoint is added, edited in place, found and deleted", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/touchpoints`);
  await page.getByRole("button", { name: "New touchpoint" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Scans the shelf label");
  await expect(page.getByLabel("Key", { exact: true })).toHaveValue("scans_the_shelf_label");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: /^Channel/ }).click();
  await page.getByRole("menuitem", { name: "Showroom" }).click();
  await page.getByRole("button", { name: "Create" }).click();

  const name = page.getByLabel("Name of Scans the shelf label");
  await name.fill("Scans a label");
  await name.press("Enter");
  await page.getByLabel("Description of Scans a label").fill("With the phone's camera");
  await page.getByLabel("Description of Scans a label").press("Enter");
  await page.reload();
  await expect(page.getByLabel("Description of Scans a label")).toHaveValue("With the phone's camera");

  await page.getByLabel("Search touchpoints").fill("showroom camera");
  await expect(page.getByRole("rowheader").filter({ has: page.getByRole("textbox") })).toHaveCount(1);
  await page.getByRole("button", { name: "Actions for Scans a label" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete touchpoint" }).click();
  await expect(page.getByText("“Scans a label” was deleted.")).toBeVisible();
});

test("Escape puts a cell back", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/touchpoints`);
  const cell = page.getByLabel("Name of Checkout");
  await cell.fill("Something else");
  await cell.press("Escape");
  await expect(page.getByLabel("Name of Checkout")).toHaveValue("Checkout");
});

test("a channel of one's own can be added", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/touchpoints/channels`);
  await page.getByRole("button", { name: "New channel" }).click();
  await page.getByLabel("Name").fill("Shelf label");
  await page.getByRole("button", { name: "Group" }).click();
  await page.getByRole("option", { name: "Physical" }).click();
  await page.getByRole("button", { name: "qr code" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("rowheader", { name: "Shelf label" })).toBeVisible();
});

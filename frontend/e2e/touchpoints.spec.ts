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
  const made = page.getByRole("link", { name: "Scans the shelf label" });
  await expect(made).toBeFocused();
  await expect(made).toBeInViewport();
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();

  await page.getByLabel("Description of Scans the shelf label").fill("With the phone's camera");
  await page.getByLabel("Description of Scans the shelf label").press("Enter");
  await page.getByRole("link", { name: "Scans the shelf label" }).click();
  await page.getByLabel("Name").fill("Scans a label");
  await page.getByLabel("Name").press("Enter");
  await expect(page.getByRole("heading", { name: "Scans a label" })).toBeVisible();
  await expect(page.getByText("It is on no map yet.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Scans a label");
  await expect(page.getByLabel("Description")).toHaveValue("With the phone's camera");

  await page.goto(`/w/${workspace.slug}/touchpoints`);
  await page.getByLabel("Search touchpoints").fill("showroom camera");
  await expect(page.getByRole("rowheader").filter({ has: page.getByRole("link") })).toHaveCount(1);
  await page.getByRole("button", { name: "Actions for Scans a label" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete touchpoint" }).click();
  await expect(page.getByText("“Scans a label” was deleted.")).toBeVisible();
});

test("a touchpoint shows the maps on which it is placed, and leads there", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/touchpoints`);
  await page.getByRole("link", { name: "Checkout" }).click();
  const maps = page.getByRole("region", { name: "Where it is used" });
  await expect(maps.getByRole("link")).toHaveCount(1);
  await maps.getByRole("link", { name: "Buying a sofa online" }).click();
  await expect(page).toHaveURL(/\/maps\/[0-9a-f-]{36}/);
});

test("a touchpoint says what could be better, and mending it makes it silent", async ({ page, api }) => {
  const made = await api.post("/api/v1/workspaces", { data: { name: "Better touchpoints" } });
  const workspace = (await made.json()) as { id: string; slug: string };
  await api.post(`/api/v1/workspaces/${workspace.id}/touchpoints`, { data: { key: "social_ad", name: "Social ad" } });
  await page.goto(`/w/${workspace.slug}/touchpoints`);
  await expect(page.getByRole("row", { name: /Social ad/ }).getByText("1 warning")).toBeAttached();
  await page.getByRole("link", { name: "Social ad" }).click();

  const better = page.getByRole("region", { name: "What could be better" });
  await expect(better.getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page);
  await better.getByRole("button", { name: "Choose a channel" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Instagram" }).click();
  await expect(better).toHaveCount(0);
});

test("Escape puts a cell back", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/touchpoints`);
  const cell = page.getByLabel("Description of Checkout");
  const before = await cell.inputValue();
  await cell.fill("Something else");
  await cell.press("Escape");
  await expect(cell).toHaveValue(before);
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
  await expect(page.getByRole("rowheader", { name: "Shelf label" })).toBeInViewport();
});

import { expect, expectAccessible, test } from "./fixtures.ts";

test("the palette finds maps and commands by typing", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/settings`);
  await expect(page.getByRole("heading", { name: "General" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Search and commands" })).toBeVisible();
  await page.keyboard.type("sofa");
  await expect(page.getByRole("menuitem", { name: "Buying a sofa online" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("touchp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Touchpoints" })).toBeVisible();
});

test("of many maps the palette shows a few, and finds the others by typing", async ({ page, api }) => {
  const { id, slug } = (await (await api.post("/api/v1/workspaces", { data: { name: "Many maps" } })).json()) as { id: string; slug: string };
  for (let number = 1; number <= 14; number += 1) {
    const made = await api.post(`/api/v1/workspaces/${id}/maps`, { data: { title: `Palette map ${number}`, template: "blank" } });
    expect(made.ok()).toBe(true);
  }
  await page.goto(`/w/${slug}/settings`);
  await expect(page.getByRole("heading", { name: "General" })).toBeVisible();
  await page.keyboard.press("Control+k");
  const maps = page.getByRole("group", { name: /^Maps/ });
  await expect(maps.getByText("12 of 14")).toBeVisible();
  await expect(maps.getByRole("menuitem")).toHaveCount(12);
  for (const number of [1, 13, 14]) {
    await page.keyboard.press("Control+a");
    await page.keyboard.type(`palette map ${number}`);
    await expect(page.getByRole("menuitem").first()).toHaveText(`Palette map ${number}`);
  }
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(/Palette map 14/);
});

test("? lists the shortcuts, and they work", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}`);
  await expect(page.getByRole("heading", { name: "Maps" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Go to Personas");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await expect(page.getByRole("heading", { name: "Personas" })).toBeVisible();
});

test("menus are worked by keyboard and give the focus back", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}`);
  const account = page.getByRole("button", { name: "Your account" });
  await account.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Light" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(account).toBeFocused();
});

test("being offline is said and unsaid", async ({ page, context, workspace }) => {
  await page.goto(`/w/${workspace.slug}`);
  await expect(page.getByRole("link", { name: "Buying a sofa online" })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.", { exact: false })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("You are offline.", { exact: false })).toHaveCount(0);
});

test("a map is shown in its own workspace, whichever was open before", async ({ page, api, workspace }) => {
  const made = await api.post("/api/v1/workspaces", { data: { name: "Fernwood Trade" } });
  const other = (await made.json()) as { id: string };
  const map = (await (await api.post(`/api/v1/workspaces/${other.id}/maps`, { data: { title: "Fitting out an office", template: "b2b-sales" } })).json()) as { id: string };
  await page.goto(`/w/${workspace.slug}`);
  await expect(page.getByRole("link", { name: "Buying a sofa online" })).toBeVisible();

  await page.goto(`/maps/${map.id}`);
  await expect(page.getByRole("navigation", { name: "Where you are" })).toContainText("Fernwood Trade");
  await expect(page.getByRole("link", { name: "Needs attention" })).toHaveAttribute("href", "/w/fernwood-trade/attention");
});

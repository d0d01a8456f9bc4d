import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Presses Tab until the focus is on what has this name; fails when it cannot be reached. */
async function tabTo(page: Page, name: string): Promise<void> {
  const nameOfFocused = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute("aria-label") ?? focused?.textContent.trim() ?? "";
    });
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await nameOfFocused()) === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`"${name}" cannot be reached with Tab.`);
}

test("the skip link leads past the rail", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}`);
  await expect(page.getByRole("link", { name: "Buying a sofa online" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a map is made, renamed, duplicated and deleted without a mouse", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}`);
  await expect(page.getByRole("link", { name: "Buying a sofa online" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: "Blank map" })).toBeVisible();
  await tabTo(page, "Blank map");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/maps\/[0-9a-f-]{36}/);

  await page.goto(`/w/${workspace.slug}?q=untitled`);
  const more = page.getByRole("button", { name: "Actions for Untitled journey", exact: true });
  await expect(more).toBeVisible();
  await tabTo(page, "Actions for Untitled journey");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await page.keyboard.press("Enter");

  const title = page.getByRole("dialog").getByLabel("Title");
  await expect(title).toBeFocused();
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("dialog").locator(":focus"), "the dialog keeps the focus").toHaveCount(1);
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(more).toBeFocused();

  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const copy = page.getByRole("link", { name: "Untitled journey (copy)" });
  await expect(copy).toBeVisible();

  await tabTo(page, "Actions for Untitled journey (copy)");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(copy).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Untitled journey" }), "the neighbour takes the focus over").toBeFocused();
});

test("a touchpoint is added and given a channel without a mouse", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/touchpoints`);
  const start = page.getByRole("button", { name: "New touchpoint" });
  await expect(page.getByRole("link", { name: "Checkout" })).toBeVisible();
  await tabTo(page, "New touchpoint");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(start).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Turns the page");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Turns the page" })).toBeVisible();
  await tabTo(page, "Turns the page");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Turns the page" })).toBeVisible();
  await tabTo(page, "Channel: No channel");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.type("Blo");
  await expect(page.getByRole("menuitem", { name: "Blog" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Channel: Blog" })).toBeFocused();
});

import { expect, test } from "./fixtures.ts";
import { openMap, readMap, saved, stepsInOrder } from "./map-steps.ts";
import type { Locator, Page } from "@playwright/test";

async function drag(page: Page, from: Locator, by: { x: number; y: number }) {
  const box = await from.boundingBox();
  if (!box) throw new Error("there is nothing to drag");
  const x = box.x + Math.min(20, box.width / 2);
  const y = box.y + Math.min(10, box.height / 2);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 2, { steps: 2 });
  await page.mouse.move(x + by.x, y + by.y, { steps: 6 });
  await page.mouse.up();
}

test("a card is dragged to another step", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const card = page.locator("article").first();
  const id = await card.getAttribute("data-item");
  await drag(page, card, { x: 160, y: 4 });
  await saved(page);
  const moved = (await readMap(api, map.id)).cards.find((one) => one.id === id);
  expect(moved?.step_id).toBe((await stepsInOrder(page))[1]);
});

test("Esc during a drag leaves everything where it was", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const box = await page.locator("article").first().boundingBox();
  if (!box) throw new Error("there is no card");
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 20, { steps: 5 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect((await readMap(api, map.id)).revision).toBe(map.revision);
});

test("stages and lanes change places by dragging", async ({ page, api, workspace }) => {
  await openMap(page, api, workspace.id);
  const titles = (kind: "stage" | "lane") => page.locator(`[data-rename=${kind}]`).allInnerTexts();
  const stages = await titles("stage");
  const lanes = await titles("lane");
  const width = (await page.locator("[data-drag=stage]").nth(1).boundingBox())?.width ?? 0;
  const first = await page.locator("[data-drag=lane]").nth(0).boundingBox();
  const second = await page.locator("[data-drag=lane]").nth(1).boundingBox();

  await drag(page, page.locator("[data-drag=stage]").first(), { x: width + 200, y: 0 });
  await drag(page, page.locator("[data-drag=lane]").first(), {
    x: 0,
    y: (first?.height ?? 0) + (second?.height ?? 0) - 20,
  });
  await saved(page);
  expect((await titles("stage")).slice(0, 2)).toEqual([stages[1], stages[0]]);
  expect((await titles("lane")).slice(0, 2)).toEqual([lanes[1], lanes[0]]);
});

test("an emotion point follows the pointer up and down", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const face = page.getByRole("slider").nth(1);
  const id = await face.getAttribute("data-item");
  const before = map.emotions.find((one) => one.id === id)?.score ?? 0;
  await drag(page, face, { x: 0, y: before > 0 ? 40 : -40 });
  await saved(page);
  const after = (await readMap(api, map.id)).emotions.find((one) => one.id === id)?.score ?? 0;
  expect(Math.abs(after - before)).toBeGreaterThan(1);
  await page.keyboard.press("Control+z");
  await saved(page);
  expect((await readMap(api, map.id)).emotions.find((one) => one.id === id)?.score).toBe(before);
});

test("a marquee selects cards, the bar acts on all of them, undo brings them back", async ({
  page,
  api,
  workspace,
}) => {
  const map = await openMap(page, api, workspace.id);
  const box = await page.locator("article").first().boundingBox();
  if (!box) throw new Error("there is no card");
  await page.mouse.move(box.x - 4, box.y - 3);
  await page.mouse.down();
  await page.mouse.move(box.x + 290, box.y + 20, { steps: 6 });
  await page.mouse.up();
  const bar = page.getByRole("toolbar", { name: "Selected cards" });
  const selected = await page.locator("article[data-selected]").count();
  expect(selected).toBeGreaterThan(1);
  await expect(bar).toContainText(`${selected} cards`);
  await expect(page.getByRole("gridcell", { selected: true })).not.toHaveCount(0);
  await bar.getByRole("button", { name: "Delete" }).click();
  await saved(page);
  expect((await readMap(api, map.id)).cards).toHaveLength(map.cards.length - selected);
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" }).click();
  await saved(page);
  expect((await readMap(api, map.id)).cards).toHaveLength(map.cards.length);
});

test("a tag is given to all selected cards in one step of undo, and taken away again", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const tagged = async (tag: string) => (await readMap(api, map.id)).cards.filter(({ tags }) => tags.includes(tag)).length;
  await page.locator("article[data-kind=actions]").first().click();
  await page.locator("article[data-kind=thoughts]").first().click({ modifiers: ["Control"] });
  const bar = page.getByRole("toolbar", { name: "Selected cards" });
  await bar.getByRole("button", { name: "Tags" }).click();
  const tags = page.getByRole("dialog", { name: "Tags" });
  await tags.getByRole("textbox", { name: "Add tag" }).fill("first visit");
  await page.keyboard.press("Enter");
  await expect(tags.getByRole("listitem")).toContainText("2 of 2");
  await saved(page);
  expect(await tagged("first visit")).toBe(2);

  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await saved(page);
  expect(await tagged("first visit")).toBe(0);
  await page.keyboard.press("Control+Shift+Z");
  await saved(page);
  await bar.getByRole("button", { name: "Tags" }).click();
  await tags.getByRole("button", { name: "Remove first visit" }).click();
  await saved(page);
  expect(await tagged("first visit")).toBe(0);
});

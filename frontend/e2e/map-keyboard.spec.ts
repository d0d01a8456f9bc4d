import { expect, expectAccessible, test } from "./fixtures.ts";
import { cardsOf, openMap, readMap, saved, stepsInOrder } from "./map-steps.ts";

test("the grid is one tab stop and follows the grid keys", async ({ page, api, workspace }) => {
  await openMap(page, api, workspace.id);
  const tabbable = page.getByRole("grid").locator("[tabindex='0']");
  await expect(tabbable).toHaveCount(1);
  await tabbable.focus();
  await page.keyboard.press("Control+End");
  await expect(page.getByRole("gridcell").and(page.locator(":focus"))).toBeInViewport();
  await page.keyboard.press("Control+Home");
  await expect(page.locator(":focus")).toHaveAttribute("role", "columnheader");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveAttribute("aria-colindex", "2");
  await expect(tabbable).toHaveCount(1);
});

test("Enter steps into a cell, arrows go between its cards, Esc leaves, typing replaces", async ({
  page,
  api,
  workspace,
}) => {
  const map = await openMap(page, api, workspace.id);
  const cell = page.locator("[data-kind=actions] [role=gridcell]").first();
  await cell.focus();
  await cell.click({ position: { x: 3, y: 3 } });
  await page.keyboard.press("Enter");
  await expect(page.locator("article:focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sees it at a friend’s");
  await page.keyboard.press("Enter");
  await saved(page);
  expect(await cardsOf(api, map.id)).toContain("Sees it at a friend’s");
});

test("typing on a cell starts a new card there", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const before = (await cardsOf(api, map.id)).length;
  await page
    .locator("[data-kind=actions] [role=gridcell]")
    .nth(1)
    .click({ position: { x: 3, y: 3 } });
  await page.keyboard.type("Asks a colleague");
  await page.keyboard.press("Enter");
  await saved(page);
  const texts = await cardsOf(api, map.id);
  expect(texts).toContain("Asks a colleague");
  expect(texts).toHaveLength(before + 1);
});

test("Space picks a card up, arrows move it, Space drops it, Esc puts it back, each said aloud", async ({
  page,
  api,
  workspace,
}) => {
  const map = await openMap(page, api, workspace.id);
  const said = page.locator("[data-map-announcer]");
  const card = page.locator("article").first();
  const id = (await card.getAttribute("data-item")) ?? "";
  const stepOf = async () => (await readMap(api, map.id)).cards.find((one) => one.id === id)?.step_id;
  const home = await stepOf();
  await card.click();
  await page.keyboard.press("Space");
  await expect(said).toContainText("picked up");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(said).toContainText("put back");
  await saved(page);
  expect(await stepOf()).toBe(home);

  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(said).toContainText("dropped");
  await saved(page);
  expect(await stepOf()).toBe((await stepsInOrder(page))[1]);
  await page.keyboard.press("Control+z");
  await saved(page);
  expect(await stepOf()).toBe(home);
});

test("a card is moved without dragging by the dialog", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  await page.locator("article").first().click();
  await page.keyboard.press("Control+Shift+M");
  const dialog = page.getByRole("dialog", { name: "Move card" });
  await dialog.getByRole("button", { name: /Step/ }).click();
  await page.getByRole("option", { name: /^3\./ }).click();
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await saved(page);
  const third = (await stepsInOrder(page))[2];
  const there = (cards: { step_id: string }[]) => cards.filter((card) => card.step_id === third).length;
  expect(there((await readMap(api, map.id)).cards)).toBe(there(map.cards) + 1);
});

test("emotions are set with the arrow keys", async ({ page, api, workspace }) => {
  await openMap(page, api, workspace.id);
  const face = page.getByRole("slider").first();
  await face.click();
  const before = Number(await face.getAttribute("aria-valuenow"));
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(face).toHaveAttribute("aria-valuenow", String(Math.round((before + 0.2) * 10) / 10));
});

test("cells of a spreadsheet are previewed, pasted and copied out again", async ({ page, api, workspace, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const map = await openMap(page, api, workspace.id);
  await page.evaluate(() => navigator.clipboard.writeText("Calls a friend\tReads on\nReally?\tHow much?"));
  await page
    .locator("[data-kind=actions] [role=gridcell]")
    .first()
    .click({ position: { x: 3, y: 3 } });
  await page.keyboard.press("Control+v");
  const dialog = page.getByRole("dialog", { name: "Paste 4 cards" });
  await expect(dialog.getByRole("cell", { name: "Reads on" })).toBeVisible();
  await dialog.getByRole("button", { name: "Paste" }).click();
  await saved(page);
  expect(await cardsOf(api, map.id)).toEqual(
    expect.arrayContaining(["Calls a friend", "Reads on", "Really?", "How much?"]),
  );
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "Calls a friend\tReads on\nReally?\tHow much?",
  );
});

test("the palette offers the map's commands and ? lists its shortcuts", async ({ page, api, workspace }) => {
  await openMap(page, api, workspace.id);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Search and commands" })).toBeVisible();
  await page.keyboard.type("Zoom to fit");
  await page
    .getByRole("menuitem", { name: /Zoom to fit/ })
    .first()
    .click();
  await expect(page.getByRole("button", { name: /^Zoom \d+ %/ })).not.toHaveText("100 %");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Zoom to fit");
  // Nothing is selected and nothing has been done yet: what could be done later is listed all the same.
  for (const listed of ["Undo", "Redo", "Duplicate", "Cover one more step", "Pick up", "Extend the selection"]) {
    await expect(sheet.getByText(listed, { exact: true })).toHaveCount(1);
  }
  await expectAccessible(page);
});

test("several cards are carried together and keep their arrangement", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const steps = await stepsInOrder(page);
  await page.locator("article[data-kind=actions]").first().click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+ArrowRight");
  const chosen = page.locator("article[data-selected]");
  const ids = await chosen.evaluateAll((all) => all.map((one) => one.getAttribute("data-item")));
  expect(ids.length).toBeGreaterThan(1);
  await page.keyboard.press("Space");
  await expect(page.locator("[data-map-announcer]")).toContainText(`${ids.length} cards picked up`);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await saved(page);
  const columnOf = (cards: { id: string; step_id: string }[], id: string | null) =>
    steps.indexOf(cards.find((card) => card.id === id)?.step_id ?? "");
  const after = await readMap(api, map.id);
  for (const id of ids) expect(columnOf(after.cards, id)).toBe(columnOf(map.cards, id) + 1);
});

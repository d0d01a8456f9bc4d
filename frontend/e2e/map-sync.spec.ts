import { expect } from "./fixtures.ts";
import { test } from "./map-people.ts";
import { cardsOf, changeElsewhere, openMap, readMap, saved } from "./map-steps.ts";
import type { Page } from "@playwright/test";

async function rewrite(page: Page, text: string) {
  await page.locator("article").first().dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test("an edit is on screen before the server answers", async ({ page, api, workspace }) => {
  await openMap(page, api, workspace.id);
  let answered = false;
  await page.route("**/changes", async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    answered = true;
    await route.continue();
  });
  await rewrite(page, "At once");
  await expect(page.locator("article").first()).toHaveText("At once");
  expect(answered).toBe(false);
  await saved(page);
});

/** Waits until the browser has put the text away; closing a page does not wait for that. */
async function keptInBrowser(page: Page, text: string) {
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const opening = indexedDB.open("waymark-unsent");
            opening.onerror = () => reject(new Error("no database"));
            opening.onsuccess = () => {
              const reading = opening.result.transaction("changes").objectStore("changes").getAll();
              reading.onerror = () => reject(new Error("no changes"));
              reading.onsuccess = () => resolve(JSON.stringify(reading.result));
            };
          }),
      ),
    )
    .toContain(text);
}

test("what is written offline is kept over a reload and sent later", async ({ page, api, workspace, context }) => {
  const map = await openMap(page, api, workspace.id);
  await page.route("**/changes", (route) => route.abort());
  await rewrite(page, "Written in a tunnel");
  await expect(page.getByRole("status").filter({ hasText: "Offline" })).toBeVisible();
  await keptInBrowser(page, "Written in a tunnel");
  await page.close();

  const again = await context.newPage();
  await again.goto(`/maps/${map.id}`);
  await expect(again.locator("article").first()).toHaveText("Written in a tunnel");
  await saved(again);
  expect(await cardsOf(api, map.id)).toContain("Written in a tunnel");
});

test("what others do appears, and edits to different cards merge", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const mine = await page.locator("article").first().getAttribute("data-item");
  const other = map.cards.find(({ id }) => id !== mine);
  await changeElsewhere(api, map, [{ op: "card.set", id: other?.id, set: { text: "From somebody else" } }]);
  await rewrite(page, "From me");
  await saved(page);
  expect(await cardsOf(api, map.id)).toEqual(expect.arrayContaining(["From somebody else", "From me"]));
  await expect(page.locator(`[data-item="${other?.id ?? ""}"]`)).toHaveText(/From somebody else/);
});

test("two people, one text: both versions are shown and the chosen one is kept", async ({
  page,
  api,
  workspace,
  colleague,
}) => {
  // At the same moment: what the other one does is not told before the own text is written.
  await page.route("**/stream", (route) => route.abort());
  const map = await openMap(page, api, workspace.id);
  const id = (await page.locator("article").first().getAttribute("data-item")) ?? "";
  await changeElsewhere(colleague, map, [{ op: "card.set", id, set: { text: "Theirs" } }]);
  await rewrite(page, "Mine");
  await page.getByRole("button", { name: "Choose" }).click();
  const dialog = page.getByRole("dialog", { name: "Two people changed the same thing" });
  await expect(dialog).toContainText("Theirs");
  await expect(dialog).toContainText("Mine");
  await dialog.getByRole("radio", { name: /Theirs/ }).check();
  await dialog.getByRole("button", { name: "Keep chosen" }).click();
  await saved(page);
  await expect(page.locator(`[data-item="${id}"]`)).toHaveText("Theirs");
  expect((await readMap(api, map.id)).cards.find((card) => card.id === id)?.text).toBe("Theirs");
});

test("viewers read and change nothing", async ({ page, api, workspace, viewer }) => {
  const map = await openMap(page, api, workspace.id);
  await viewer.goto(`/maps/${map.id}`);
  await expect(viewer.locator("article").first()).toBeVisible();
  await expect(viewer.getByText("Read only")).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Add lane" })).toHaveCount(0);
  await viewer.locator("article").first().dblclick();
  await viewer.keyboard.type("x");
  expect((await readMap(api, map.id)).revision).toBe(map.revision);
});

import { expect, test } from "./fixtures.ts";
import { openMap, readMap, saved, stepsInOrder } from "./map-steps.ts";
import type { Locator, Page } from "@playwright/test";

test.use({ hasTouch: true });

type Finger = { x: number; y: number };

/** A finger on the screen, as the browser's own input events. */
async function fingerOn(page: Page, at: Locator) {
  const box = await at.boundingBox();
  if (!box) throw new Error("there is nothing to touch");
  const session = await page.context().newCDPSession(page);
  const finger: Finger = { x: box.x + 30, y: box.y + 10 };
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Finger[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  return {
    press: () => send("touchStart", [finger]),
    move: async (by: Finger) => {
      const from = { ...finger };
      for (let step = 1; step <= 8; step++) {
        finger.x = from.x + (by.x * step) / 8;
        finger.y = from.y + (by.y * step) / 8;
        await send("touchMove", [finger]);
      }
    },
    lift: () => send("touchEnd", []),
  };
}

test("a long press picks a card up, and lifting the finger drops it where it is", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const card = page.locator("article").first();
  const id = await card.getAttribute("data-item");
  const finger = await fingerOn(page, card);
  await finger.press();
  await expect(page.locator("article[data-dragging]")).toHaveCount(1);
  // Longer than the browser waits before it asks for the menu.
  await page.waitForTimeout(700);
  await expect(page.getByRole("menu")).toHaveCount(0);
  await finger.move({ x: 160, y: 4 });
  await expect(page.locator("article[data-dragging]")).toHaveCount(1);
  await finger.lift();
  await saved(page);
  const moved = (await readMap(api, map.id)).cards.find((one) => one.id === id);
  expect(moved?.step_id).toBe((await stepsInOrder(page))[1]);
});

test("a swipe over a card scrolls the map and moves nothing", async ({ page, api, workspace }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  const map = await openMap(page, api, workspace.id);
  const finger = await fingerOn(page, page.locator("article").first());
  await finger.press();
  await finger.move({ x: -120, y: 0 });
  await finger.lift();
  await expect
    .poll(() => page.locator("[data-map-viewport]").evaluate((element) => element.scrollLeft))
    .toBeGreaterThan(60);
  expect((await readMap(api, map.id)).revision).toBe(map.revision);
});

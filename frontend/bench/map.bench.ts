import { expect, test } from "../e2e/fixtures.ts";
import { ready } from "../e2e/map-steps.ts";
import { makeBigMap } from "./big-map.ts";
import { frameTimes } from "./trace.ts";
import type { FrameTimes } from "./trace.ts";
import type { Page } from "@playwright/test";

async function wheel(page: Page, x: number, y: number, times: number) {
  await page.mouse.move(800, 500);
  for (let count = 0; count < times; count += 1) {
    await page.mouse.wheel(x, y);
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(200);
}

function report(what: string, times: FrameTimes) {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const line = `${what}: main thread per frame mean ${ms(times.mean)}, median ${ms(times.median)}, p95 ${ms(times.p95)} (${times.frames} frames)`;
  test.info().annotations.push({ type: "bench", description: line });
  process.stdout.write(`${line}\n`);
}

/** Milliseconds from a key press on a card to the next painted frame, as the page sees it. */
async function editToPaint(page: Page): Promise<number> {
  // The listener must be there before the key: input reaches the page on another way than scripts do.
  const painted = await page.evaluateHandle(() => ({
    time: new Promise<number>((done) => {
      const onInput = (event: Event) => {
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - event.timeStamp), 0));
      };
      document.addEventListener("input", onInput, { once: true, capture: true });
    }),
  }));
  await page.keyboard.press("x");
  return painted.evaluate(({ time }) => time);
}

test("a map of 40 columns, 15 lanes and 2,000 cards", async ({ page, api, workspace, context }) => {
  test.setTimeout(180_000);
  const id = await makeBigMap(api, workspace.id);
  const opened = Date.now();
  await page.goto(`/maps/${id}`);
  await expect(page.locator("article").first()).toBeVisible();
  process.stdout.write(`first cards after ${Date.now() - opened} ms\n`);
  await ready(page);
  await page.waitForTimeout(1500);
  const session = await context.newCDPSession(page);

  report("scroll sideways", await frameTimes(session, () => wheel(page, 60, 0, 70)));
  report("scroll down", await frameTimes(session, () => wheel(page, 0, 40, 60)));
  await page.locator("[data-map-viewport]").evaluate((element) => element.scrollTo(0, 0));
  await page.waitForTimeout(400);

  await page.locator("article").first().dblclick({ timeout: 10_000 });
  await expect(page.locator("textarea[data-inline-text]")).toBeFocused();
  const edits: number[] = [];
  for (let count = 0; count < 20; count += 1) {
    edits.push(await editToPaint(page));
    await page.waitForTimeout(80);
  }
  edits.sort((a, b) => a - b);
  process.stdout.write(`edit to paint: median ${edits[10]?.toFixed(1)} ms, p95 ${edits[19]?.toFixed(1)} ms\n`);
});

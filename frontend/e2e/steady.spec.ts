import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { idsOf, pages } from "./pages.ts";

type Moved = { node: HTMLElement | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly };
type Shift = PerformanceEntry & { value: number; sources: Moved[] };

/** From now on the page writes down what moves without having been touched. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { startTime, value, sources } of list.getEntries() as Shift[]) {
        const moved = sources.map(({ node, previousRect, currentRect }) =>
          [node?.outerHTML.slice(0, 120) ?? "gone", ...[previousRect, currentRect].map((rect) => JSON.stringify(rect))].join(" "),
        );
        shifts.push(`after ${startTime.toFixed()} ms by ${value.toFixed(4)}: ${moved.join(" | ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}

const STEADY = new Set(["gallery", "sources", "customers", "touchpoints"]);
const map = { name: "map", shows: "Conversion", path: ({ maps }: { maps: string }) => `/maps/${maps}` };

for (const { name, shows, path } of [map, ...pages.filter((one) => STEADY.has(one.name))]) {
  test(`nothing on the ${name} page jumps while it loads`, async ({ page, api, workspace }) => {
    const ids = await idsOf(api, workspace);
    const shifts = await watchShifts(page);
    // Whatever is asked for takes its time, so that every stage of loading is painted.
    await page.route("**/api/v1/**", async (route) => {
      await new Promise((done) => setTimeout(done, 250));
      await route.continue();
    });
    await page.goto(path(ids));
    await expect(page.getByText(shows).first()).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    expect(await shifts()).toEqual([]);
  });
}

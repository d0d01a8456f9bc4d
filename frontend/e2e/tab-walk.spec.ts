import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { idsOf, pages } from "./pages.ts";

/** What somebody who presses Tab over and over sees of a page. */
type Walk = {
  /** Every control that Tab should reach, by its name, in reading order; what went away meanwhile is left out. */
  controls: string[];
  /** Where Tab went until it left the page; a stop that is no control, e.g. a frame that scrolls, is left out. */
  stops: string[];
  /** Where nothing showed that the focus was there. */
  unseen: string[];
  /** Controls that stand above the one before without standing to the right of it. */
  backwards: string[];
};

/** Goes to the start of the page, numbers the controls, and keeps how each looks while the focus is elsewhere. */
function prepare(): { controls: string[]; backwards: string[] } {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  const reachable = "a[href], button, input, select, textarea, summary, [tabindex]";
  const isStop = (element: HTMLElement) =>
    element.tabIndex >= 0 &&
    !element.matches(":disabled, input[type=hidden], input[type=radio]:not(:checked)") &&
    element.closest("[inert], [aria-hidden=true]") === null &&
    element.checkVisibility({ visibilityProperty: true });
  const nameOf = (element: HTMLElement, index: number) =>
    `${index} ${element.tagName} ${element.ariaLabel ?? element.textContent.trim()}`.slice(0, 60);
  const look = (element: Element | null): string => {
    if (!element) return "";
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(element);
    return [outlineStyle === "none" ? "" : outlineWidth + outlineColor, boxShadow, borderColor].join();
  };
  const looksOf = (element: Element) => [element, element.parentElement, element.closest("li"), element.closest("label")].map(look).join("|");
  const stops = [...document.querySelectorAll<HTMLElement>(reachable)].filter(isStop);
  const places = stops.map((element) => element.getBoundingClientRect());
  const controls = stops.map(nameOf);
  const inMain = stops.map((element) => element.closest("main") !== null);
  stops.forEach((element, index) => (element.dataset.walk = controls[index] ?? ""));
  const looks = new Map(stops.map((element) => [element, looksOf(element)]));
  Object.assign(window, { isSeen: (element: HTMLElement) => looksOf(element) !== looks.get(element) });
  const backwards = controls.filter((_, index) => {
    const [here, before] = [places[index], places[index - 1]];
    return here && before && inMain[index] && inMain[index - 1] && here.bottom <= before.top && here.left < before.right;
  });
  return { controls, backwards };
}

async function walk(page: Page): Promise<Walk> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { controls, backwards } = await page.evaluate(prepare);
  const stops: string[] = [];
  const unseen: string[] = [];
  for (let presses = 0; presses < 2 * controls.length + 10; presses += 1) {
    await page.keyboard.press("Tab");
    const { name, seen, left } = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const { isSeen } = window as unknown as { isSeen: (element: HTMLElement) => boolean };
      return { name: focused.dataset.walk, seen: isSeen(focused), left: focused === document.body };
    });
    if (left || (stops.length > 1 && name === stops[0])) break;
    // A list has grown, or a field is several stops.
    if (name === undefined || name === stops.at(-1)) continue;
    stops.push(name);
    if (!seen) unseen.push(name);
  }
  const still = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>("[data-walk]")].map(({ dataset }) => dataset.walk));
  return { controls: controls.filter((name) => still.includes(name)), stops, unseen, backwards };
}

async function expectWalkable(page: Page): Promise<void> {
  const { controls, stops, unseen, backwards } = await walk(page);
  expect(controls.length).toBeGreaterThan(1);
  expect(stops, "each control in its turn").toEqual(controls);
  expect(unseen, "shows where the focus is").toEqual([]);
  expect(backwards, "in reading order").toEqual([]);
}

async function expectMenuByKeyboard(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(button).toBeFocused();
}

const groups: { name: string; visits: string[]; menu?: { on: string; name: string } }[] = [
  { name: "maps", visits: ["gallery", "templates"], menu: { on: "gallery", name: "Actions for Buying a sofa online" } },
  { name: "personas", visits: ["personas", "persona"] },
  { name: "touchpoints", visits: ["touchpoints", "channels"], menu: { on: "touchpoints", name: "Actions for Checkout" } },
  { name: "sources", visits: ["sources", "deliveries", "imports"] },
  { name: "customers", visits: ["customer", "privacy log"] },
  { name: "settings", visits: ["settings", "members", "profile"] },
];

for (const { name, visits, menu } of groups) {
  test(`Tab alone reaches everything on the pages of ${name}`, async ({ page, api, workspace }) => {
    const ids = await idsOf(api, workspace);
    for (const visited of visits) {
      await test.step(visited, async () => {
        const { path, shows } = pages.find((each) => each.name === visited) ?? { path: () => "", shows: "" };
        await page.goto(path(ids));
        await expect(page.getByText(shows).first()).toBeVisible();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        await expectWalkable(page);
        if (menu?.on === visited) await expectMenuByKeyboard(page, menu.name);
      });
    }
  });
}

test("Tab alone reaches everything on the way in", async ({ stranger }) => {
  await stranger.goto("/sign-in");
  await expect(stranger.getByRole("heading", { name: "Sign in to Waymark" })).toBeVisible();
  await expectWalkable(stranger);
});

import { builtFile } from "./built.ts";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { cardsOf, changeElsewhere, openMap, readMap, ready, saved } from "./map-steps.ts";
import { idsOf } from "./pages.ts";
import type { MapJson } from "./map-steps.ts";

test.describe("the demo map", () => {
  test("shows stages, curve, measured flow and figures with their definition", async ({ page, api, workspace }) => {
    const maps = (await (await api.get(`/api/v1/workspaces/${workspace.id}/maps`)).json()) as {
      items: { id: string; title: string }[];
    };
    const demo = maps.items.find(({ title }) => title === "Buying a sofa online");
    await page.goto(`/maps/${demo?.id ?? ""}`);
    const grid = page.getByRole("grid", { name: "Journey map: Buying a sofa online" });

    await expect(grid.getByRole("columnheader", { name: /Awareness/ })).toBeVisible();
    await expect(grid.getByRole("rowheader", { name: /Flow/ })).toBeVisible();
    await expect(grid.getByRole("slider", { name: "Emotion at Pays" })).toHaveAttribute("aria-valuetext", /Let down/);

    await page.getByRole("button", { name: /^Conversion/ }).click();
    await expect(page.getByRole("dialog", { name: "Conversion" })).toContainText(
      /Share of the customers who were seen at “Pays”: \d+ of [\d,]+/,
    );
  });
});

test.describe("accessibility", () => {
  test.slow();

  test("the map has no violations, nor has the panel of a card", async ({ page, api, workspace }) => {
    await openMap(page, api, workspace.id);
    await page.locator("article").first().click();
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("complementary", { name: "Card" }).getByLabel("Text")).toBeVisible();
    await expectAccessible(page);
  });

  test("the table has no violations, nor have the map's details", async ({ page, api, workspace }) => {
    const map = await openMap(page, api, workspace.id);
    await page.goto(`/maps/${map.id}?view=table`);
    await page.getByRole("button", { name: "Map details" }).click();
    await expect(page.getByLabel("Scenario")).toBeVisible();
    await expectAccessible(page);
  });

  test("a phone shows the map without sideways scrolling of the page", async ({ page, api, workspace }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openMap(page, api, workspace.id);
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  test("a phone shows the table without sideways scrolling, each card's text whole", async ({ page, api, workspace }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const map = await openMap(page, api, workspace.id);
    await page.goto(`/maps/${map.id}?view=table`);
    const rows = page.getByRole("row").filter({ has: page.getByRole("cell") });
    await expect(rows.first()).toBeVisible();
    await expectAccessible(page);
    const table = page.getByRole("region", { name: "Cards of the map" });
    expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });
});

test("a card is edited in place, on screen at once and saved; undo takes it back", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const card = page.locator("article").first();
  const before = await card.innerText();
  await card.dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Watches a video");
  await page.keyboard.press("Enter");
  await expect(card).toHaveText("Watches a video");
  await saved(page);
  expect(await cardsOf(api, map.id)).toContain("Watches a video");

  await page.keyboard.press("Control+z");
  await expect(card).toHaveText(before);
  await saved(page);
  expect(await cardsOf(api, map.id)).toContain(before);
  await page.keyboard.press("Control+y");
  await expect(card).toHaveText("Watches a video");
});

test("Esc takes back what was typed", async ({ page, api, workspace }) => {
  await openMap(page, api, workspace.id);
  const card = page.locator("article").first();
  const before = await card.innerText();
  await card.dblclick();
  await page.keyboard.type("nonsense");
  await page.keyboard.press("Escape");
  await expect(card).toHaveText(before);
});

test("stages, steps and lanes are added, renamed, collapsed and deleted with undo", async ({
  page,
  api,
  workspace,
}) => {
  const map = await openMap(page, api, workspace.id);
  const start = await readMap(api, map.id);

  await page.locator("[data-drag=step]").first().hover();
  await page.getByRole("button", { name: "Insert step after" }).first().click();
  await page.keyboard.type("Signs up");
  await page.keyboard.press("Enter");
  await page.locator("[data-rename=stage]").first().click();
  await page.keyboard.type("First contact");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add lane" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Quotes/ })
    .click();
  await saved(page);
  const grown = await readMap(api, map.id);
  expect(grown.steps).toHaveLength(start.steps.length + 1);
  expect(grown.stages.map(({ title }) => title)).toContain("First contact");
  expect(grown.lanes.map(({ kind }) => kind)).toContain("quotes");

  const stage = page.getByRole("columnheader", { name: /First contact/ });
  await stage.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Collapse" }).click();
  await expect(page.getByRole("columnheader", { name: "Signs up" })).toHaveCount(0);
  await page.getByRole("button", { name: "Expand First contact" }).click();
  await page.getByRole("columnheader", { name: /First contact/ }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("columnheader", { name: /First contact/ })).toHaveCount(0);
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("columnheader", { name: /First contact/ })).toBeVisible();
  await saved(page);
  expect((await readMap(api, map.id)).cards).toHaveLength(start.cards.length);
});

test("a touchpoint is found or made by typing, and marked as moment of truth", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const name = `Zeppelin ad ${map.id.slice(-6)}`;
  await page
    .locator("[data-kind=touchpoints] [role=gridcell]")
    .nth(1)
    .click({ position: { x: 130, y: 50 } });
  await page.keyboard.press("Shift+Enter");
  await expect(page.getByRole("searchbox", { name: "Find or name a touchpoint" })).toBeFocused();
  await page.keyboard.type(name);
  await page.getByRole("option", { name: `Create “${name}”` }).click();
  await page.getByRole("button", { name }).click();
  const panel = page.getByRole("complementary", { name: "Touchpoint" });
  await panel.getByRole("checkbox", { name: /Moment of truth/ }).check();
  await saved(page);
  const placed = (await readMap(api, map.id)).placements.filter(({ moment_of_truth }) => moment_of_truth);
  await expect(page.getByRole("button", { name: `${name} Moment of truth` })).toBeVisible();
  expect(placed.length).toBeGreaterThan(0);
});

test("a deep link opens the card it names", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const { cards } = await readMap(api, map.id);
  const card = cards.at(-1);
  await page.goto(`/maps/${map.id}?card=${card?.id ?? ""}`);
  await expect(page.getByRole("complementary", { name: "Card" }).getByLabel("Text")).toHaveValue(card?.text ?? "");
  await expect(page.locator(`[data-item="${card?.id ?? ""}"]`)).toBeInViewport();
});

test("a deep link folds out the lane and the stage that its card is in", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const card = map.cards.find(({ lane_id }) => map.lanes.find(({ id }) => id === lane_id)?.kind === "actions");
  for (const part of ["lane", "stage"]) {
    await page.locator(`[data-drag=${part}]`).first().click({ button: "right" });
    await page.getByRole("menuitem", { name: "Collapse" }).click();
  }
  await expect(page.locator(`[data-item="${card?.id ?? ""}"]`)).toHaveCount(0);
  await page.goto(`/maps/${map.id}?card=${card?.id ?? ""}`);
  await expect(page.locator(`[data-item="${card?.id ?? ""}"]`)).toBeInViewport();
});

test("what was folded away and the zoom are as they were left", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const lane = page.getByRole("rowheader", { name: /^Actions/ });
  await lane.hover();
  await lane.getByRole("button", { name: "Collapse Actions" }).click();
  await page.getByRole("button", { name: "Zoom out" }).click();
  await page.goto(`/maps/${map.id}`);
  await ready(page);
  await expect(page.getByRole("button", { name: "Expand Actions" })).toBeAttached();
  await expect(page.getByRole("button", { name: /80/ })).toBeVisible();
});

test("what acts on the map is fetched when somebody touches it, and the first touch counts", async ({ page, api, workspace }) => {
  const created = await api.post(`/api/v1/workspaces/${workspace.id}/maps`, { data: { title: "Untouched", template: "current-state" } });
  const { id } = (await created.json()) as { id: string };
  const tools = builtFile("src/features/journey-map/components/MapTools.tsx");
  await page.route(`**/${tools}`, async (route) => {
    await new Promise((done) => setTimeout(done, 600));
    await route.continue();
  });
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.goto(`/maps/${id}`);
  await expect(page.locator("article").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^\d+ findings?$/, expanded: false })).toBeVisible();
  expect(scripts.filter((url) => url.endsWith(tools))).toEqual([]);

  await page.locator("article").first().dblclick();
  await expect(page.locator("textarea[data-inline-text]")).toBeFocused();
  expect(scripts.filter((url) => url.endsWith(tools))).toHaveLength(1);
});

test("a + appears in the cell under the pointer and starts a card there", async ({ page, api, workspace }) => {
  await openMap(page, api, workspace.id);
  const cards = page.locator("article[data-kind=actions]");
  const before = await cards.count();
  await cards.first().hover();
  await page.getByRole("button", { name: "Add a card to Actions" }).click();
  await page.keyboard.type("Asks a friend");
  await page.keyboard.press("Enter");
  await expect(cards).toHaveCount(before + 1);
  await expect(page.getByText("Asks a friend")).toBeVisible();
});

test("the curve of another map is drawn beside this one's: as-is against to-be", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  const title = `Better ${map.title}`;
  const copy = (await (await api.post(`/api/v1/maps/${map.id}/duplicate`, { data: { title } })).json()) as MapJson;
  const [first] = copy.emotions;
  const operations = [
    { op: "map.set", set: { state: "future" } },
    { op: "emotion.set", id: first?.id, set: { score: 2 } },
  ];
  const changed = await api.post(`/api/v1/maps/${copy.id}/changes`, { data: { base_revision: copy.revision, operations } });
  expect(changed.ok(), await changed.text()).toBe(true);
  await page.reload();
  await ready(page);

  await page.getByRole("button", { name: "Layers" }).click();
  await page.getByRole("button", { name: "Compare the curve with" }).click();
  await page.getByRole("option", { name: title }).click();
  await page.keyboard.press("Escape");
  const legend = page.getByRole("rowheader", { name: /Emotions/ });
  await expect(legend).toContainText("To-be");
  await expectAccessible(page);
});

test("a key figure says what it counts, over which days, and what it was before", async ({ page, api, workspace }) => {
  const { maps } = await idsOf(api, workspace);
  await page.goto(`/maps/${maps}`);
  await page.getByRole("list", { name: "Key figures" }).getByRole("button", { name: /^Customers/ }).click();
  const definition = page.getByRole("dialog", { name: "Customers" });
  await expect(definition).toContainText("Different customers with at least one event");
  await expect(definition.getByRole("term")).toHaveCount(2);
  await expect(definition.getByRole("term").first()).toHaveText(/^\w+ \d+.*\d{4}$/);
});

test("what is printed is the whole map, across one page, on white", async ({ page, api, workspace }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const map = await openMap(page, api, workspace.id);
  // 40 columns: most of them are not in the page before it is printed.
  const [stage] = map.stages;
  const steps = Array.from({ length: 40 }, (_, index) => ({
    op: "step.add",
    item: { id: crypto.randomUUID(), stage_id: stage?.id, title: `Printed ${index + 1}` },
  }));
  await changeElsewhere(api, map, steps);
  await page.reload();
  await ready(page);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  const letterLandscape = Math.floor(11 * 96 - (2 * 10 * 96) / 25.4);
  await page.setViewportSize({ width: letterLandscape, height: 700 });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(page.locator("[data-drag=step]")).toHaveCount(map.steps.length + steps.length);
  const last = await page.locator("[data-drag=step]").last().boundingBox();
  expect((last?.x ?? 0) + (last?.width ?? Infinity)).toBeLessThanOrEqual(letterLandscape);
  await expect(page.getByText("Saved", { exact: true })).toBeHidden();

  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

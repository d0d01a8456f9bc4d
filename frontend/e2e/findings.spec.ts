import { expect, expectAccessible } from "./fixtures.ts";
import { idsOf } from "./pages.ts";
import { test } from "./map-people.ts";
import { cardsOf, changeElsewhere, openMap, readMap, ready, saved } from "./map-steps.ts";
import type { APIRequestContext, Locator, Page } from "@playwright/test";

const panelOf = (page: Page): Locator => page.getByRole("complementary", { name: "Findings" });
const itemOf = (page: Page, title: RegExp): Locator => panelOf(page).getByRole("listitem", { name: title });
const countButton = (page: Page): Locator => page.getByRole("button", { name: /^\d+ findings?$/, expanded: false });

/** A map of the test's own on which one pain point has no answer, open with its findings. */
async function withPainPoint(page: Page, api: APIRequestContext, workspaceId: string) {
  const map = await openMap(page, api, workspaceId);
  const lane = map.lanes.find(({ kind }) => kind === "pain_points");
  const answered = map.cards.filter(({ lane_id }) => map.lanes.find(({ id }) => id === lane_id)?.kind === "opportunities");
  const step = map.steps.find(({ id }) => !answered.some(({ step_id }) => step_id === id));
  const id = crypto.randomUUID();
  await changeElsewhere(api, map, [
    { op: "card.add", item: { id, lane_id: lane?.id, step_id: step?.id, text: "Nobody answers the phone" } },
  ]);
  await countButton(page).click();
  await expect(itemOf(page, /Nobody answers the phone.* no answer yet/)).toBeVisible();
  return { map, id };
}

test("the panel says how good the map is and what is wrong with it, in three groups", async ({ page, api, workspace }) => {
  const { maps } = await idsOf(api, workspace);
  await page.goto(`/maps/${maps}`);
  await countButton(page).click();
  const panel = panelOf(page);
  await expect(panel.getByRole("heading", { name: /Data disagrees/ })).toBeVisible();
  await expect(panel.getByRole("heading", { name: /Missing evidence/ })).toBeVisible();
  await expect(panel.getByRole("heading", { name: /Structure/ })).toBeVisible();
  await expect(panel.getByRole("img", { name: /^Quality: \d+ of 100$/ })).toBeVisible();
  await expect(itemOf(page, /mood at “Compares sofas” is drawn/)).toContainText(/drawn, .* measured from \d+ answers/);

  await panel.getByRole("button", { name: "What it is made of" }).click();
  await expect(panel.getByText(/% of the whole/).first()).toBeVisible();
  await panel.getByRole("button", { name: /Known, not guessed/ }).click();
  await itemOf(page, /So many nice ones/).getByRole("button", { name: "Why it matters" }).click();
  await expect(panel.getByText("The worst way to know customers is to guess.")).toBeVisible();
  await expectAccessible(page);
});

test("a finding goes to what it points at, and is in the address", async ({ page, api, workspace }) => {
  const { maps } = await idsOf(api, workspace);
  await page.goto(`/maps/${maps}`);
  await countButton(page).click();
  await panelOf(page).getByRole("button", { name: /“Four-hour delivery slot” has no answer/ }).click();
  const card = page.locator("article", { hasText: "Four-hour delivery slot" });
  await expect(card).toBeInViewport();
  await expect(card).toHaveAttribute("data-selected", "true");
  await expect(page).toHaveURL(/findings=LAN003/);

  await page.reload();
  await expect(itemOf(page, /Four-hour delivery slot/).getByRole("button", { name: /Four-hour/ })).toHaveAttribute("aria-current", "true");
  await expect(card).toBeInViewport();
  await panelOf(page).getByRole("button", { name: "Close" }).click();
  await expect(page).not.toHaveURL(/findings=/);
});

test("F8 walks from finding to finding, and says where one is", async ({ page, api, workspace }) => {
  const { maps } = await idsOf(api, workspace);
  await page.goto(`/maps/${maps}`);
  await ready(page);
  await expect(countButton(page)).toBeVisible();
  const said = page.locator("[data-map-announcer]");
  await page.keyboard.press("F8");
  await expect(said).toHaveText(/^Finding 1 of \d+\. Warning: /);
  const first = await said.textContent();
  await expect(page.locator("[role=grid] :focus")).toBeVisible();
  await page.keyboard.press("F8");
  await expect(said).toHaveText(/^Finding 2 of/);
  await page.keyboard.press("Shift+F8");
  await expect(said).toHaveText(first ?? "");

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText("Next finding")).toBeVisible();
});

test("in the table a finding goes to the row it points at, whatever is looked for there", async ({ page, api, workspace }) => {
  const { maps } = await idsOf(api, workspace);
  await page.goto(`/maps/${maps}?view=table&findings=all`);
  const row = page.getByRole("row", { name: /Four-hour delivery slot/ });
  await page.getByRole("textbox", { name: "Find a card" }).fill("post");
  await expect(row).toHaveCount(0);
  await panelOf(page).getByRole("button", { name: /“Four-hour delivery slot” has no answer/ }).click();
  await expect(row).toBeInViewport();
  await expect(row).toHaveAttribute("data-selected", "true");
  await expect(row).toHaveCSS("outline-style", "solid");
  await expectAccessible(page);

  await panelOf(page).getByRole("button", { name: /mood at “Compares sofas” is drawn/ }).click();
  const step = page.getByRole("cell", { name: "Compares sofas" }).locator("[data-item]").first();
  await expect(step).toBeInViewport();
  await expect(step).toHaveCSS("outline-style", "solid");

  await page.keyboard.press("F8");
  await expect(page.getByRole("row").locator(":focus")).toBeInViewport();
});

test("what has findings says so, and opens them", async ({ page, api, workspace }) => {
  const { maps } = await idsOf(api, workspace);
  await page.goto(`/maps/${maps}`);
  await ready(page);
  const chip = page.locator("[data-drag=placement]", { hasText: "Checkout" });
  await chip.scrollIntoViewIfNeeded();
  await page.locator("[data-cell]", { has: chip }).getByRole("button", { name: "1 finding" }).first().click();
  await expect(itemOf(page, /“Checkout” is meant to leave/).getByRole("button").first()).toHaveAttribute("aria-current", "true");
});

test("a fix is shown before it is made, and one undo takes it back", async ({ page, api, workspace }) => {
  const { map } = await withPainPoint(page, api, workspace.id);
  const finding = itemOf(page, /Nobody answers the phone/).first();
  await finding.getByRole("button", { name: "Add an idea" }).click();
  const preview = page.getByRole("group", { name: "What would change" });
  await expect(preview).toContainText("A new card in “Opportunities”");
  await expect(preview).toContainText("What would take “Nobody answers the phone” away?");
  expect(await cardsOf(api, map.id)).not.toContain("What would take “Nobody answers the phone” away?");
  await expectAccessible(page);

  await preview.getByRole("button", { name: "Apply" }).click();
  await expect(page.locator("article", { hasText: "What would take" })).toBeVisible();
  await expect(itemOf(page, /Nobody answers the phone.* no answer yet/)).toHaveCount(0);
  await saved(page);
  expect(await cardsOf(api, map.id)).toContain("What would take “Nobody answers the phone” away?");

  await page.keyboard.press("Control+Z");
  await expect(page.locator("article", { hasText: "What would take" })).toHaveCount(0);
  await expect(itemOf(page, /Nobody answers the phone.* no answer yet/)).toBeVisible();
});

test("a fix that no longer applies says so and changes nothing", async ({ page, api, workspace }) => {
  const { map, id } = await withPainPoint(page, api, workspace.id);
  await page.route("**/stream", (route) => route.abort());
  await itemOf(page, /Nobody answers the phone/).first().getByRole("button", { name: "Add an idea" }).click();
  const preview = page.getByRole("group", { name: "What would change" });
  await expect(preview.getByRole("button", { name: "Apply" })).toBeEnabled();
  await page.route("**/fix", async (route) => {
    await changeElsewhere(api, map, [{ op: "card.set", id, set: { status: "planned" } }]);
    await route.continue();
  }, { times: 1 });
  await preview.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("There is nothing to mend here any more. Nothing was changed.")).toBeVisible();
  expect(await cardsOf(api, map.id)).not.toContain("What would take “Nobody answers the phone” away?");
});

test("a finding is dismissed with a reason, and reopened", async ({ page, api, workspace }) => {
  await withPainPoint(page, api, workspace.id);
  const finding = itemOf(page, /Nobody answers the phone.* no answer yet/);
  await finding.hover();
  await finding.getByRole("button", { name: "Dismiss this finding" }).click();
  await page.keyboard.type("We closed the call centre.");
  await page.keyboard.press("Control+Enter");
  await expect(finding).toHaveCount(0);
  await panelOf(page).getByRole("button", { name: "1 dismissed finding" }).click();
  await expect(finding).toContainText("Dismissed by");
  await expect(finding).toContainText("We closed the call centre.");
  await expectAccessible(page);
  await finding.getByRole("button", { name: "Reopen" }).click();
  await expect(panelOf(page).getByText(/dismissed finding/)).toHaveCount(0);
  await expect(finding).toBeVisible();
});

test("what nobody but a person can mend leads to the place, ready to write", async ({ page, api, workspace }) => {
  await withPainPoint(page, api, workspace.id);
  await panelOf(page).getByRole("button", { name: /Known, not guessed/ }).click();
  await itemOf(page, /Nobody answers the phone.* no evidence yet/).getByRole("button", { name: "Link a source" }).click();
  await expect(page.getByRole("complementary", { name: "Card" }).getByRole("button", { name: "Add evidence" })).toBeFocused();
  await page.getByRole("button", { name: "Back to findings" }).click();
  await expect(panelOf(page)).toBeVisible();
});

test("a change by somebody else is on the open map within a second, and a text that is being written stays", async ({
  page,
  api,
  workspace,
  colleague,
}) => {
  const map = await openMap(page, api, workspace.id);
  await expect(countButton(page)).toBeVisible();
  const mine = page.locator("article").first();
  const theirs = page.locator("article").nth(1);
  const id = (await theirs.getAttribute("data-item")) ?? "";
  await mine.dblclick();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Half a sent");
  await changeElsewhere(colleague, map, [{ op: "card.set", id, set: { text: "From a colleague" } }]);
  await expect(theirs).toContainText("From a colleague", { timeout: 1_000 });
  await expect(page.locator("textarea[data-inline-text]")).toBeFocused();
  await page.keyboard.type("ence");
  await page.keyboard.press("Enter");
  await expect(mine).toHaveText(/Half a sentence/);
  await saved(page);
  expect(await cardsOf(api, map.id)).toEqual(expect.arrayContaining(["Half a sentence", "From a colleague"]));
});

test("findings of a change by an API client are there within a second", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  await countButton(page).click();
  const { lanes, steps } = await readMap(api, map.id);
  const item = { id: crypto.randomUUID(), lane_id: lanes.find(({ kind }) => kind === "actions")?.id, step_id: steps[0]?.id, text: "" };
  await changeElsewhere(api, map, [{ op: "card.add", item }]);
  await expect(itemOf(page, /A card in “Actions” is blank/)).toBeVisible({ timeout: 1_500 });
});

test("without the stream findings are asked for instead", async ({ page, api, workspace }) => {
  await page.route("**/stream", (route) => route.abort());
  await openMap(page, api, workspace.id);
  await expect(countButton(page)).toBeVisible({ timeout: 10_000 });
});

test("whoever has a map open is told when it is deleted", async ({ page, api, workspace }) => {
  const map = await openMap(page, api, workspace.id);
  await expect(countButton(page)).toBeVisible();
  const { revision } = await readMap(api, map.id);
  await api.delete(`/api/v1/maps/${map.id}`, { headers: { "If-Match": `"${revision}"` } });
  const dialog = page.getByRole("dialog", { name: "This map is no longer here" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("link", { name: "Go to journeys" }).click();
  await expect(page).toHaveURL(/\/w\//);
});

test("on a phone findings are a sheet under what they point at", async ({ page, api, workspace }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { maps } = await idsOf(api, workspace);
  await page.goto(`/maps/${maps}?findings=all`);
  await panelOf(page).getByRole("button", { name: /mood at “Compares sofas” is drawn/ }).click();
  await expect(page.getByRole("slider", { name: "Emotion at Compares sofas" })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  await panelOf(page).getByRole("button", { name: "Close" }).click();
  await expect(panelOf(page)).toHaveCount(0);
});

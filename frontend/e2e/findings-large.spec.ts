import { expect, expectAccessible } from "./fixtures.ts";
import { test } from "./map-people.ts";
import type { APIRequestContext, Page, Route } from "@playwright/test";

const stepCount = 20;
const cardsPerCell = 30;

/** A map with 600 pain points, of none of which anybody says how they know, and 600 ideas that nobody has judged. */
async function largeMap(api: APIRequestContext, workspaceId: string): Promise<string> {
  const created = await api.post(`/api/v1/workspaces/${workspaceId}/maps`, { data: { title: "A large map", template: "blank" } });
  const { id, revision } = (await created.json()) as { id: string; revision: number };
  const stage = crypto.randomUUID();
  const lanes = ["pain_points", "opportunities"].map((kind) => ({ id: crypto.randomUUID(), kind, title: kind }));
  const steps = Array.from({ length: stepCount }, (_, at) => ({ id: crypto.randomUUID(), stage_id: stage, title: `Step ${at + 1}` }));
  const cards = steps.flatMap((step) =>
    lanes.flatMap((lane) =>
      Array.from({ length: cardsPerCell }, (_, at) => ({
        id: crypto.randomUUID(),
        step_id: step.id,
        lane_id: lane.id,
        text: `${step.title}, ${lane.kind} ${at + 1}`,
      })),
    ),
  );
  const operations = [
    { op: "stage.add", item: { id: stage, title: "All of it" } },
    ...steps.map((item) => ({ op: "step.add", item })),
    ...lanes.map((item) => ({ op: "lane.add", item })),
    ...cards.map((item) => ({ op: "card.add", item })),
  ];
  const answer = await api.post(`/api/v1/maps/${id}/changes`, { data: { base_revision: revision, operations } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return id;
}

/** Holds back all but the first page of the findings, until it is told to let them go. */
async function holdTheRest(page: Page): Promise<() => Promise<void>> {
  let held: Route[] | null = [];
  await page.route(/\/findings\?.*cursor=/, (route) => (held === null ? route.continue() : void held.push(route)));
  return async () => {
    const waiting = held ?? [];
    held = null;
    await Promise.all(waiting.map((route) => route.continue()));
  };
}

test("a thousand findings: counted from the start, walked as far as they are there, all in the end", async ({ page, api, workspace }) => {
  const id = await largeMap(api, workspace.id);
  const { counts } = (await (await api.get(`/api/v1/maps/${id}/findings?limit=1`)).json()) as {
    counts: { error: number; warning: number; advice: number };
  };
  const count = (counts.error + counts.warning + counts.advice).toLocaleString("en");
  const release = await holdTheRest(page);
  await page.goto(`/maps/${id}?findings=all`);
  const panel = page.getByRole("complementary", { name: "Findings" });
  await expect(page.getByRole("button", { name: `${count} findings` })).toBeVisible();
  const unproven = panel.getByRole("button", { name: /Known, not guessed/ });
  await expect(unproven).toHaveText(/600$/);
  await expect(panel.getByRole("heading", { name: /Missing evidence/ })).toBeVisible();
  await expectAccessible(page);

  const said = page.locator("[data-map-announcer]");
  await page.keyboard.press("F8");
  await expect(said).toHaveText(new RegExp(`^Finding 1 of ${count}\\.`));
  await page.keyboard.press("Shift+F8");
  await expect(said).not.toHaveText(/^Finding 1 of/);

  const pages = panel.getByText(/^1–20 of 600$/);
  if ((await unproven.getAttribute("aria-expanded")) === "false") await unproven.click();
  await expect(pages).toBeVisible();
  await expect(panel.getByRole("status").filter({ hasText: "Loading" }).or(panel.getByRole("listitem", { name: /evidence/ })).first()).toBeVisible();
  const before = await panel.getByRole("button", { expanded: false }).allTextContents();

  await release();
  await expect(panel.getByRole("listitem", { name: /“Step 1, pain_points \d+”/ })).toHaveCount(20);
  expect(await panel.getByRole("button", { expanded: false }).allTextContents(), "counts that have not jumped").toEqual(before);
  const earlier = panel.getByRole("button", { name: "Later findings" });
  for (let turn = 1; turn < 30; turn += 1) await earlier.click();
  await expect(panel.getByText("581–600 of 600")).toBeVisible();
  await expect(panel.getByRole("listitem", { name: /“Step 20, pain_points \d+”/ })).toHaveCount(20);
});

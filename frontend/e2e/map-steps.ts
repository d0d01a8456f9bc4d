import { expect } from "@playwright/test";
import type { APIRequestContext, Page } from "@playwright/test";

export type MapJson = {
  id: string;
  revision: number;
  title: string;
  stages: { id: string; title: string }[];
  steps: { id: string; title: string }[];
  lanes: { id: string; kind: string; title: string }[];
  cards: { id: string; text: string; step_id: string; lane_id: string; tags: string[] }[];
  placements: { id: string; moment_of_truth: boolean }[];
  emotions: { id: string; score: number; step_id: string }[];
};

export async function readMap(api: APIRequestContext, id: string): Promise<MapJson> {
  return (await (await api.get(`/api/v1/maps/${id}`)).json()) as MapJson;
}

export async function cardsOf(api: APIRequestContext, id: string): Promise<string[]> {
  return (await readMap(api, id)).cards.map(({ text }) => text);
}

/** Makes a filled map of the test's own and opens it. */
export async function openMap(
  page: Page,
  api: APIRequestContext,
  workspaceId: string,
  template = "current-state",
): Promise<MapJson> {
  const data = { title: `Test map ${Date.now()}`, template };
  const created = await api.post(`/api/v1/workspaces/${workspaceId}/maps`, { data });
  expect(created.ok(), await created.text()).toBe(true);
  const { id } = (await created.json()) as { id: string };
  await page.goto(`/maps/${id}`);
  await expect(page.locator("article").first()).toBeVisible();
  await ready(page);
  return readMap(api, id);
}

/** Touches the map, and waits until it can be worked on. */
export async function ready(page: Page): Promise<void> {
  const grid = page.getByRole("grid");
  await expect(grid).toBeVisible();
  await page.mouse.move(200, 300);
  await expect(grid).toHaveAttribute("aria-readonly", "false");
}

/** Ids of the steps from left to right. */
export function stepsInOrder(page: Page): Promise<(string | null)[]> {
  return page.locator("[data-drag=step]").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-item")));
}

/** Waits until everything is on the server. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
}

/** Somebody else, or another window, saves a change. */
export async function changeElsewhere(api: APIRequestContext, map: MapJson, operations: unknown[]): Promise<void> {
  const { revision } = await readMap(api, map.id);
  const answer = await api.post(`/api/v1/maps/${map.id}/changes`, { data: { base_revision: revision, operations } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

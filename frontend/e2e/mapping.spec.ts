import type { APIRequestContext } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";

type Source = { id: string; url: string; secret: string };

async function makeSource(api: APIRequestContext, workspaceId: string, name: string): Promise<Source> {
  const made = await api.post(`/api/v1/workspaces/${workspaceId}/sources`, { data: { name, format: "json" } });
  return (await made.json()) as Source;
}

const send = (request: APIRequestContext, source: Source, data: unknown) =>
  request.post(source.url, { headers: { Authorization: `Bearer ${source.secret}`, Prefer: "wait=5" }, data });

test("clicking a value makes a rule, and the preview shows what it does before it is saved", async ({ page, api, request, workspace }) => {
  const source = await makeSource(api, workspace.id, "Till");
  const item = { customer: "c-7", occurred_at: new Date().toISOString(), deal: { stage: "won", note: "text" } };
  await send(request, source, item);

  await page.goto(`/w/${workspace.slug}/sources/${source.id}/mapping`);
  const sample = page.getByRole("region", { name: "The last items" });
  await expect(sample.getByText("1 Quarantined")).toBeVisible();
  await sample.getByRole("button", { name: /Quarantined/ }).click();
  await sample.getByRole("button", { name: "Use /deal/stage: won" }).click();
  await page.getByLabel("Name of the touchpoint").fill("Deal won");
  await expect(page.getByLabel("Key", { exact: true })).toHaveValue("deal-won");
  await expect(sample.getByText("1 Accepted")).toBeVisible();
  await expect(sample.getByText("Deal won")).toBeVisible();
  await expectAccessible(page);

  // A field that was entered takes the next click.
  await page.getByRole("combobox", { name: "Place of condition 1" }).click();
  await sample.getByRole("button", { name: "Use /deal/note: text" }).click();
  await expect(page.getByRole("combobox", { name: "Place of condition 1" })).toHaveValue("/deal/note");
  await expect(page.getByRole("combobox", { name: "Value of condition 1" })).toHaveValue("text");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("combobox", { name: "Place of condition 1" })).toHaveValue("/deal/stage");

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The mapping is saved.")).toBeVisible();
  await expect(page.getByText("Own mapping", { exact: true })).toBeVisible();
  const answer = await send(request, source, { ...item, customer: "c-8" });
  expect(((await answer.json()) as { accepted: number }).accepted).toBe(1);
});

test("rules are added, moved and removed by keyboard, and given back to the format", async ({ page, api, workspace }) => {
  const source = await makeSource(api, workspace.id, "Kiosk");
  await page.goto(`/w/${workspace.slug}/sources/${source.id}/mapping`);
  const rules = page.locator("[data-rule]");
  const before = await rules.count();
  for (const word of ["first", "second"]) {
    await page.getByRole("button", { name: "Add rule" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Place of condition 1" }).focus();
    await page.keyboard.type("/kind");
    await page.keyboard.press("Tab");
    await page.getByRole("combobox", { name: "Value of condition 1" }).focus();
    await page.keyboard.type(word);
    await page.getByLabel("Name of the touchpoint").focus();
    await page.keyboard.type(`The ${word}`);
  }
  await expect(rules).toHaveCount(before + 2);
  await expect(rules.nth(before)).toContainText("When kind is first");

  await page.getByRole("button", { name: `Move rule ${before + 2} with the arrow keys` }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(rules.nth(before)).toContainText("When kind is second");
  await expect(page.getByText(`Now rule ${before + 1} of ${before + 2}`)).toBeAttached();
  await page.getByRole("button", { name: `More for rule ${before + 2}` }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Remove" }).press("Enter");
  await expect(rules).toHaveCount(before + 1);

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The mapping is saved.")).toBeVisible();
  await page.getByRole("button", { name: "Back to the format’s own mapping" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Back to the format’s own mapping" }).click();
  await expect(page.getByText("The source has the format’s own mapping again.")).toBeVisible();
  await expect(rules).toHaveCount(before);
});

test("rules move by dragging", async ({ page, api, workspace }) => {
  const made = await api.post(`/api/v1/workspaces/${workspace.id}/sources`, { data: { name: "Drag shop", format: "shopify", secret: "s" } });
  const { id } = (await made.json()) as Source;
  await page.goto(`/w/${workspace.slug}/sources/${id}/mapping`);
  const rules = page.locator("[data-rule]");
  await expect(rules.first()).toContainText("carts/create");
  const grip = await page.getByRole("button", { name: "Move rule 1 with the arrow keys" }).boundingBox();
  const third = await rules.nth(2).boundingBox();
  if (!grip || !third) throw new Error("The rules are not on screen.");
  await page.mouse.move(grip.x + 5, grip.y + 10);
  await page.mouse.down();
  await page.mouse.move(grip.x + 5, third.y + 10, { steps: 6 });
  await page.mouse.move(grip.x + 5, third.y + third.height - 4, { steps: 4 });
  await page.mouse.up();
  await expect(rules.nth(2)).toContainText("carts/create");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rules.first()).toContainText("carts/create");
});

test("the place of the id is fixed once something came, and that is explained", async ({ page, api, request, workspace }) => {
  const made = await api.post(`/api/v1/workspaces/${workspace.id}/sources`, { data: { name: "Fixed" } });
  const source = (await made.json()) as Source;
  await send(request, source, { id: "1", touchpoint: "checkout", customer: "c", occurred_at: new Date().toISOString() });
  await page.goto(`/w/${workspace.slug}/sources/${source.id}/mapping`);
  await page.getByText("Where things are").click();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "The sender’s own id 1" }).fill("/other");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("settled by the first delivery");
});

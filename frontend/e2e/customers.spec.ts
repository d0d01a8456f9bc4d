import { expect, expectAccessible, test } from "./fixtures.ts";

test("a customer is found by the sender's id, seen on a map, exported and erased", async ({ page, api, request, workspace }) => {
  const made = await api.post(`/api/v1/workspaces/${workspace.id}/sources`, { data: { name: "Loyalty" } });
  const source = (await made.json()) as { url: string; secret: string };
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const answer = await request.post(source.url, {
    headers: { Authorization: `Bearer ${source.secret}`, Prefer: "wait=5" },
    data: [
      { id: "l1", touchpoint: "checkout", customer: "loyal-4711", occurred_at: at(3), score: { value: 5, scale: "csat5" } },
      { id: "l2", touchpoint: "checkout", customer: "loyal-4711", occurred_at: at(2), score: { value: 1, scale: "csat5" } },
    ],
  });
  expect(((await answer.json()) as { accepted: number }).accepted).toBe(2);

  await page.goto(`/w/${workspace.slug}/customers`);
  await page.getByLabel("Find a customer").fill("loyal-4711");
  const found = page.getByRole("table").getByRole("link");
  await expect(found).toHaveCount(1);
  await expectAccessible(page);
  await found.click();

  const path = page.getByRole("group", { name: "The way over the stages and steps" });
  await expect(path.getByRole("link")).toHaveCount(2);
  await expect(path.getByRole("link").first()).toHaveAccessibleName(/^1: Checkout, .* satisfaction \+2$/);
  await expect(page.getByRole("row").filter({ hasText: "Checkout" })).toHaveCount(2);
  await expectAccessible(page);

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export" }).click();
  expect((await waiting).suggestedFilename()).toMatch(/^customer-[0-9a-f]{32}\.json$/);

  const word = (/customers\/([0-9a-f]{8})/.exec(page.url()))?.[1] ?? "";
  await page.getByRole("button", { name: "Erase" }).click();
  const confirm = page.getByRole("button", { name: "Erase for good" });
  await expect(confirm).toBeDisabled();
  await page.getByLabel(`Type ${word} to confirm`).fill(word);
  await expectAccessible(page);
  await confirm.click();
  await expect(page.getByRole("heading", { name: "Erased" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Removed: 2 events")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "All customers" }).click();
  await page.getByLabel("Find a customer").fill("loyal-4711");
  await expect(page.getByText("Nobody found")).toBeVisible();
  await page.getByRole("link", { name: "Privacy log" }).click();
  await expect(page.getByRole("group", { name: "Erasures" }).getByRole("row").nth(1)).toContainText("Done");
  await expect(page.getByText("Customer erased")).toBeVisible();
  await expectAccessible(page);
});

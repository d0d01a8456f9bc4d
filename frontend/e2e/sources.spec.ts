import { expect, expectAccessible, test } from "./fixtures.ts";

test("a new source takes events in, and says what became of each", async ({ page, request, workspace }) => {
  await page.goto(`/w/${workspace.slug}/sources`);
  await page.getByRole("button", { name: "New source" }).click();
  await page.getByLabel("Name").fill("Help desk");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("The secret is shown only now.")).toBeVisible();
  await expectAccessible(page);
  const address = await page.getByRole("textbox", { name: "Address" }).inputValue();
  const secret = await page.getByRole("textbox", { name: "Secret" }).inputValue();
  await page.getByRole("button", { name: "I have kept the secret" }).click();
  await expect(page.getByText("Nothing has been sent yet.")).toBeVisible();

  const occurred_at = new Date().toISOString();
  const answer = await request.post(address, {
    headers: { Authorization: `Bearer ${secret}`, Prefer: "wait=5" },
    data: [
      { id: "1", touchpoint: "checkout", customer: "c-1", occurred_at },
      { id: "2", touchpoint: "no-such-place", customer: "c-1", occurred_at },
    ],
  });
  expect(answer.status()).toBe(200);

  await page.reload();
  const row = page.getByRole("row").filter({ hasText: "Done" });
  await expect(row.getByRole("cell")).toHaveText(["Done", "2", "1", "0", "1"]);
  await row.getByRole("link").click();
  await expect(page.getByRole("row").filter({ hasText: "Quarantined" })).toContainText("no-such-place");
  await expect(page.getByLabel("Body", { exact: true }).last()).toContainText('"touchpoint": "checkout"');
  await expectAccessible(page);

  await page.goto(`/w/${workspace.slug}/sources/quarantine`);
  await expect(page.getByRole("row").filter({ hasText: "Help desk" })).toContainText("no-such-place");
});

test("a rule maps events that name no touchpoint, and a source can be paused", async ({ page, api, request, workspace }) => {
  const made = await api.post(`/api/v1/workspaces/${workspace.id}/sources`, { data: { name: "CRM" } });
  const source = (await made.json()) as { id: string; url: string; secret: string };
  await page.goto(`/w/${workspace.slug}/sources/${source.id}`);
  await page.getByRole("button", { name: "Add rule" }).click();
  await page.getByLabel("Field of rule 1").fill("/properties/stage");
  await page.getByLabel("Value of rule 1").fill("won");
  await page.getByRole("button", { name: "Touchpoint of rule 1" }).click();
  await page.getByRole("option", { name: "Checkout" }).click();
  await page.getByRole("button", { name: "Save rules" }).click();
  await expect(page.getByText("The rules are saved.")).toBeVisible();

  const answer = await request.post(source.url, {
    headers: { Authorization: `Bearer ${source.secret}`, Prefer: "wait=5" },
    data: { customer: "c-9", occurred_at: new Date().toISOString(), properties: { stage: "won" } },
  });
  expect(((await answer.json()) as { accepted: number }).accepted).toBe(1);

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Pause" }).click();
  await expect(page.getByText("Paused")).toBeVisible();
});

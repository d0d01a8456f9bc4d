import { expect, expectAccessible, test } from "./fixtures.ts";

test("a persona is written in place and saved as one goes", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/personas`);
  await page.getByRole("button", { name: "New persona" }).click();
  await page.getByLabel("Name").fill("Ada Berg");
  await page.getByLabel("Occupation").fill("Night nurse");
  await page.getByLabel("Share of customers (estimate)").fill("12 %");
  await page.getByRole("button", { name: "Add goal" }).click();
  await page.keyboard.type("Sleep by noon");
  await page.keyboard.press("Enter");
  await page.keyboard.type("A dark bedroom");
  await page.getByRole("button", { name: "Choose a portrait" }).click();
  await page.getByRole("button", { name: "Portrait 4" }).click();
  await page.getByRole("button", { name: "Add channel" }).click();
  await page.getByPlaceholder("Type to find").fill("podc");
  await page.getByPlaceholder("Type to find").fill("news");
  await page.getByRole("option", { name: "Newsletter" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: "Ada Berg" })).toBeVisible();
  await expect(page.getByLabel("Occupation")).toHaveValue("Night nurse");
  await expect(page.getByLabel("Share of customers (estimate)")).toHaveValue("12 %");
  await expect(page.getByLabel("Goals 1")).toHaveValue("Sleep by noon");
  await expect(page.getByLabel("Goals 2")).toHaveValue("A dark bedroom");
  await expect(page.getByRole("list", { name: "Channels they like" })).toContainText("Newsletter");
  await expectAccessible(page);
});

test("two people on one field: both values are shown and none is lost", async ({ page, api, workspace }) => {
  const created = await api.post(`/api/v1/workspaces/${workspace.id}/personas`, { data: { name: "Tove", tagline: "First" } });
  const persona = (await created.json()) as { id: string; revision: number };
  await page.goto(`/w/${workspace.slug}/personas/${persona.id}`);
  await expect(page.getByLabel("Tagline")).toHaveValue("First");

  const elsewhere = await api.patch(`/api/v1/personas/${persona.id}`, {
    data: { tagline: "Theirs", age: "51" },
    headers: { "If-Match": `"${persona.revision}"` },
  });
  expect(elsewhere.ok()).toBe(true);
  await page.getByLabel("Tagline").fill("Mine");
  await page.getByLabel("Location").fill("Bergen");

  await expect(page.getByText("Conflict", { exact: true })).toBeVisible();
  await expect(page.getByText("Theirs", { exact: true }).last()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  const stored = (await (await api.get(`/api/v1/personas/${persona.id}`)).json()) as Record<string, unknown>;
  expect(stored).toMatchObject({ tagline: "Mine", location: "Bergen", age: "51" });
});

test("a persona that is on a map is not deleted, and the map is named", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/personas`);
  await page.getByRole("link", { name: "Mara Lindqvist" }).click();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete persona" }).click();
  await page.getByRole("button", { name: "Delete persona" }).click();
  await expect(page.getByText("It is still used by Buying a sofa online.")).toBeVisible();
});

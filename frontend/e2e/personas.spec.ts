import { expect, expectAccessible, test } from "./fixtures.ts";

test("a persona is written in place and saved as one goes", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/personas`);
  await page.getByRole("button", { name: "New persona" }).click();
  await page.getByLabel("Name").fill("Ada Berg");
  await page.getByLabel("Occupation", { exact: true }).fill("Night nurse");
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
  await expect(page.getByLabel("Occupation", { exact: true })).toHaveValue("Night nurse");
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

test("a persona's checklist asks for what is missing, jumps there, and is content when it is said", async ({ page, api }) => {
  const made = await api.post("/api/v1/workspaces", { data: { name: "Checklists" } });
  const workspace = (await made.json()) as { id: string; slug: string };
  const created = await api.post(`/api/v1/workspaces/${workspace.id}/personas`, { data: { name: "Ada", reason: "Moved" } });
  const { id } = (await created.json()) as { id: string };
  await page.goto(`/w/${workspace.slug}/personas/${id}`);

  const checklist = page.getByRole("region", { name: "How complete it is" });
  await expect(checklist.getByText("1 of 16 parts")).toBeVisible();
  await checklist.getByRole("button", { name: "What does Ada want to achieve?" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Goals 1")).toBeFocused();
  await page.keyboard.type("Sleep by noon");
  await expect(checklist.getByText("2 of 16 parts")).toBeVisible();
  await expect(checklist.getByRole("button", { name: "What does Ada want to achieve?" })).toHaveCount(0);
  await expectAccessible(page);

  await checklist.getByRole("button", { name: /more questions/ }).click();
  await checklist.getByRole("button", { name: "Leave out: Gender" }).click();
  await expect(checklist.getByText("2 of 15 parts")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(checklist.getByText("2 of 16 parts")).toBeVisible();
  await expect(checklist.getByText("Ada is on no map")).toBeVisible();
});

test("a persona's segment counts the customers it matches", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/personas`);
  await page.getByRole("button", { name: "New persona" }).click();
  const segment = page.getByRole("region", { name: "Which customers are like this" });
  await expect(segment.getByText(/The traits of [\d,]+ customers are known/)).toBeVisible();
  await segment.getByRole("button", { name: "Add condition" }).click();
  await segment.getByLabel("Trait").fill("age_group");
  await segment.getByRole("button", { name: /^30-49/ }).click();
  await expect(segment.getByLabel("Is one of")).toHaveValue("30-49");
  await expect(segment.getByText(/customers whose traits are known \(6\d %\)/)).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(segment.getByLabel("Is one of")).toHaveValue("30-49");
});

import { expect, expectAccessible, test } from "./fixtures.ts";

const leads = "lead,first contact,origin,stars\nl-1,2026-02-01,trade fair,5\nl-2,2026-02-02,trade fair,3\nl-3,someday,trade fair,4\nl-4,2026-02-03,carrier pigeon,1\n";
const csv = (name: string, content: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

test("a file is dropped, its columns corrected, imported; a second time adds nothing", async ({ page, workspace }) => {
  test.slow();
  await page.goto(`/w/${workspace.slug}/sources/imports`);
  await expect(page.getByText("Drop a file here")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("File", { exact: true }).setInputFiles(csv("Leads of spring.csv", leads));

  await expect(page.getByRole("heading", { name: "Leads of spring.csv" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Customer/ })).toContainText("lead");
  await page.getByRole("button", { name: /Time/ }).click();
  await page.getByRole("option", { name: "first contact" }).click();
  const preview = page.getByRole("region", { name: "What the first rows become" });
  await expect(preview.getByRole("row").nth(3)).toContainText("“someday” is not a date");

  await page.getByRole("button", { name: /Touchpoint/ }).click();
  await page.getByRole("option", { name: "A text with columns in it" }).click();
  await page.getByLabel("Text for Touchpoint").fill("met-at-{origin}");
  await page.getByRole("button", { name: /Satisfaction/ }).click();
  await page.getByRole("option", { name: "stars" }).click();
  await page.getByRole("button", { name: /Scale of it/ }).click();
  await page.getByRole("option", { name: "Stars, 1 to 5" }).click();
  await expect(preview.getByRole("row").nth(1)).toContainText("5 of 5");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Create “Met at trade fair”" }).click();
  await expect(preview).toContainText("Of the first 4 rows 2 would be accepted.");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The import is done" })).toBeVisible();
  await expect(page.getByRole("definition")).toHaveText(["4", "2", "0", "1", "1"]);
  await expect(page.getByRole("row").filter({ hasText: "Line 4" })).toContainText("someday");
  await expect(page.getByText("met-at-carrier-pigeon")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Import another file" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Leads of spring.csv" })).toContainText("Done");
  await page.goto(`/w/${workspace.slug}/sources/imports`);
  await page.getByLabel("File", { exact: true }).setInputFiles(csv("Leads of spring.csv", leads));
  await expect(page.getByRole("button", { name: /Customer/ })).toContainText("lead");
  await page.getByRole("button", { name: /Time/ }).click();
  await page.getByRole("option", { name: "first contact" }).click();
  await page.getByRole("button", { name: /Touchpoint/ }).click();
  await page.getByRole("option", { name: "A text with columns in it" }).click();
  await page.getByLabel("Text for Touchpoint").fill("met-at-{origin}");
  await expect(preview).toContainText("2 would be accepted");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The import is done" })).toBeVisible();
  await expect(page.getByRole("definition")).toHaveText(["4", "0", "2", "1", "1"]);
});

test("a long import is stopped, and goes on where it was", async ({ page, workspace }) => {
  const rows = Array.from({ length: 12_000 }, (_, number) => `walk-in-${number},2026-03-01,checkout`);
  await page.goto(`/w/${workspace.slug}/sources/imports`);
  await page.getByLabel("File", { exact: true }).setInputFiles(csv("Walk-ins.csv", ["customer,time,touchpoint", ...rows].join("\n")));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("heading", { name: "The import is stopped" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "The import is done" })).toBeVisible({ timeout: 45_000 });
  const known = page.getByRole("definition");
  await expect(known.nth(0)).toHaveText("12,000");
});

test("a file that cannot be read says why, and can be discarded", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/sources/imports`);
  await expect(page.getByText("Drop a file here")).toBeVisible();
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).focus();
  await page.keyboard.press("Enter");
  await (await asked).setFiles({ name: "notes.docx", mimeType: "application/octet-stream", buffer: Buffer.from("hello") });
  await expect(page.getByRole("alert")).toContainText("The name must end in .csv");
  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "broken.parquet", mimeType: "application/octet-stream", buffer: Buffer.from("hello") });
  await expect(page.getByRole("heading", { name: "The file cannot be read" })).toBeVisible();
  await expect(page.getByText("This is not Parquet")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("heading", { name: "This import was discarded" })).toBeVisible();
});

test("an upload that broke off goes on with the same file, and with no other", async ({ page, api, workspace }) => {
  const source = (await (await api.post(`/api/v1/workspaces/${workspace.id}/sources`, { data: { name: "Broken line" } })).json()) as { id: string };
  const announced = await api.post(`/api/v1/sources/${source.id}/imports`, { data: { name: "Spring.csv", size: leads.length } });
  const { id } = (await announced.json()) as { id: string };
  const sent = await api.put(`/api/v1/imports/${id}/content?offset=0`, { data: Buffer.from(leads.slice(0, 40)), headers: { "Content-Type": "application/octet-stream" } });
  expect(sent.ok(), await sent.text()).toBe(true);

  await page.goto(`/w/${workspace.slug}/sources/imports/${id}`);
  await expect(page.getByRole("heading", { name: "The file is not complete" })).toBeVisible();
  await page.getByLabel("File", { exact: true }).setInputFiles(csv("Spring.csv", "lead,first contact\n"));
  await expect(page.getByRole("alert")).toContainText("is not the file that was begun");
  await expectAccessible(page);

  const parts: string[] = [];
  page.on("request", (request) => request.method() === "PUT" && parts.push(new URL(request.url()).search));
  await page.getByLabel("File", { exact: true }).setInputFiles(csv("Spring.csv", leads));
  await expect(page.getByRole("button", { name: /Customer/ })).toContainText("lead");
  expect(parts, "only what was missing").toEqual(["?offset=40"]);
});

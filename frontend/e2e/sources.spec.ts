import { expect, expectAccessible, test } from "./fixtures.ts";

test("a source is connected step by step, and turns green with its first event", async ({ page, request, workspace }) => {
  await page.goto(`/w/${workspace.slug}/sources`);
  await page.getByRole("link", { name: "New source" }).click();
  await page.getByRole("textbox", { name: "Find a sender" }).fill("own code");
  await expect(page.getByRole("heading", { name: "CRM" })).toBeHidden();
  await page.getByRole("link", { name: "Waymark" }).click();
  await page.getByLabel("Name").fill("Help desk");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create source" }).click();

  await expect(page.getByText("The secret is shown only now.")).toBeVisible();
  await expect(page.getByText("Waiting for the first event")).toBeVisible();
  await expectAccessible(page);
  const address = await page.getByRole("textbox", { name: "Address" }).inputValue();
  const secret = await page.getByRole("textbox", { name: "Secret" }).inputValue();

  const occurred_at = new Date().toISOString();
  const answer = await request.post(address, {
    headers: { Authorization: `Bearer ${secret}`, Prefer: "wait=5" },
    data: [
      { id: "1", touchpoint: "checkout", customer: "c-1", occurred_at },
      { id: "2", touchpoint: "no-such-place", customer: "c-1", occurred_at },
    ],
  });
  expect(answer.status()).toBe(200);
  await expect(page.getByText("The first event is here")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Open the source" }).click();
  await expect(page.getByText("1 item was not understood in the last 24 hours.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Done" });
  await expect(row.getByRole("cell")).toHaveText(["Done", "2", "1", "0", "0", "1"]);
  await expectAccessible(page);

  await row.getByRole("link").click();
  await expect(page.getByRole("row").filter({ hasText: "Quarantined" })).toContainText("no-such-place");
  await expect(page.getByRole("link", { name: "Checkout" })).toBeVisible();
  await expect(page.getByLabel("Body", { exact: true }).last()).toContainText('"touchpoint": "checkout"');
  await expectAccessible(page);
});

test("a sender's own secret can be entered once it shows it, and a source paused", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/sources/new?format=hubspot`);
  await page.getByRole("button", { name: "Create source" }).click();
  await expect(page.getByRole("heading", { name: "In HubSpot" })).toBeVisible();
  await page.getByLabel("Client secret").fill("a-secret-of-hubspot");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The one in use ends in …spot.")).toBeVisible();

  await page.getByRole("link", { name: "Done" }).click();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Pause" }).click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
});

test("what is wrong with a setting is said where it is entered", async ({ page, workspace }) => {
  await page.goto(`/w/${workspace.slug}/sources/new?format=salesforce`);
  await expect(page.getByRole("button", { name: "Create source" })).toBeDisabled();
  await page.getByLabel("Salesforce.com Organization ID").fill("nonsense");
  await page.getByRole("button", { name: "Create source" }).click();
  await expect(page.getByLabel("Salesforce.com Organization ID")).toHaveAttribute("aria-invalid", "true");
});

test("quarantine is mended where it is shown, and processed again with progress", async ({ page, api, request, workspace }) => {
  const made = await api.post(`/api/v1/workspaces/${workspace.id}/sources`, { data: { name: "Fair app" } });
  const source = (await made.json()) as { id: string; url: string; secret: string };
  const occurred_at = new Date().toISOString();
  await request.post(source.url, {
    headers: { Authorization: `Bearer ${source.secret}`, Prefer: "wait=5" },
    data: [1, 2, 3].map((id) => ({ id: `fair-${id}`, touchpoint: "autumn-fair", customer: `c-${id}`, occurred_at })),
  });

  await page.goto(`/w/${workspace.slug}/sources/quarantine`);
  const group = page.getByRole("region", { name: "Fair app: touchpoint that does not exist" });
  await expect(group).toContainText("3 items");
  await expect(group).toContainText("autumn-fair");
  await group.getByRole("button", { name: "Show the items" }).click();
  await expect(group.getByText('"id":"fair-2"')).toBeVisible();
  await expectAccessible(page);
  await group.getByRole("button", { name: "Create “Autumn fair” and process again" }).click();
  await expect(page.getByText("1 delivery was processed again.")).toBeVisible();
  await expect(group).toBeHidden();

  await page.goto(`/w/${workspace.slug}/sources/deliveries?source=${source.id}`);
  await expect(page.getByRole("row").filter({ hasText: "Fair app" }).getByRole("cell")).toHaveText(["", "Fair app", "Done", "3", "3", "0", "0", "0"]);
  await page.getByLabel("Find a delivery").fill("fair-2");
  await expect(page).toHaveURL(/search=fair-2/);
  await expect(page.getByRole("row").filter({ hasText: "Fair app" })).toHaveCount(1);
  await page.getByLabel("Find a delivery").fill("fair-9");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await page.getByRole("button", { name: "Show all deliveries" }).click();
  await page.getByRole("checkbox", { name: "Choose the delivery" }).first().check();
  await page.getByRole("button", { name: "Process 1 again" }).click();
  await expect(page.getByText("1 delivery was processed again.")).toBeVisible();
  await expectAccessible(page);
});

test("what was given up is told with its reason, and processed once that is mended", async ({ page, api, request, server, workspace }) => {
  const made = await api.post(`/api/v1/workspaces/${workspace.id}/sources`, { data: { name: "Night shift" } });
  const source = (await made.json()) as { id: string; url: string; secret: string };
  const sent = await request.post(source.url, {
    headers: { Authorization: `Bearer ${source.secret}`, Prefer: "wait=5" },
    data: { id: "night-1", touchpoint: "night-desk", customer: "c-1", occurred_at: new Date().toISOString() },
  });
  expect(sent.status()).toBe(200);
  await server.alter(
    "UPDATE inbox SET state = 'dead', attempts = 10, quarantined = 0, error = 'OutOfMemory' WHERE source_id = ?",
    source.id.replaceAll("-", ""),
  );

  await page.goto(`/w/${workspace.slug}/sources/quarantine`);
  const given = page.getByRole("region", { name: "Night shift: given up, OutOfMemory" });
  await expect(given).toContainText("1 delivery");
  await expectAccessible(page);
  await page.goto(`/w/${workspace.slug}/sources/deliveries?kind=dead`);
  await expect(page.getByRole("row").filter({ hasText: "Night shift" })).toContainText("Given up");
  await page.goto(`/w/${workspace.slug}/sources/quarantine`);
  await given.getByRole("button", { name: "Process again" }).click();
  await expect(page.getByText("1 delivery was processed again.")).toBeVisible();
  await expect(given).toBeHidden();
});

test("a viewer sees how sources are doing, and nothing that tells of single people", async ({ api, stranger, workspace }) => {
  const invited = await api.post(`/api/v1/workspaces/${workspace.id}/invitations`, { data: { email: "mia@fernwood.example", role: "viewer" } });
  const { url } = (await invited.json()) as { url: string };
  const joined = await stranger.request.post("/api/v1/invitations/accept", {
    data: { token: url.split("#")[1], name: "Mia", password: "a chair in moss green" },
  });
  expect(joined.ok()).toBe(true);
  await stranger.goto(`/w/${workspace.slug}/sources`);
  await expect(stranger.getByRole("link", { name: "Web shop" })).toBeVisible();
  await expect(stranger.getByRole("link", { name: "New source" })).toBeHidden();
  for (const path of ["deliveries", "quarantine", "imports"]) {
    await stranger.goto(`/w/${workspace.slug}/sources/${path}`);
    await expect(stranger.getByRole("heading", { name: "For editors" })).toBeVisible();
  }
  await expectAccessible(stranger);
});

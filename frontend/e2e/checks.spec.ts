import { expect, expectAccessible } from "./fixtures.ts";
import { test } from "./map-people.ts";

test("a check that is switched off finds nothing any more, until it is put back", async ({ page, api }) => {
  const made = await api.post("/api/v1/workspaces", { data: { name: "Our own rules" } });
  const { id, slug } = (await made.json()) as { id: string; slug: string };
  await api.post(`/api/v1/workspaces/${id}/touchpoints`, { data: { key: "social_ad", name: "Social ad" } });
  const found = async () => {
    const answer = await api.get(`/api/v1/workspaces/${id}/findings?rule=TCH001`);
    return ((await answer.json()) as { items: unknown[] }).items.length;
  };
  expect(await found()).toBe(1);

  await page.goto(`/w/${slug}/settings/checks`);
  const check = page.getByRole("switch", { name: "Check: A touchpoint has a channel" });
  await check.focus();
  await page.keyboard.press("Space");
  await expect(check).not.toBeChecked();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect.poll(found).toBe(0);

  await page.getByRole("button", { name: "All checks" }).click();
  await page.getByRole("menuitem", { name: "Switched off" }).click();
  await expect(page.getByRole("switch")).toHaveCount(1);
  await page.getByRole("button", { name: /A touchpoint has a channel/ }).first().click();
  await page.getByRole("button", { name: "Back to the default" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect.poll(found).toBe(1);
});

test("a threshold out of range is said beside it and not saved; one that fits is", async ({ page, api }) => {
  const made = await api.post("/api/v1/workspaces", { data: { name: "Thresholds" } });
  const { id, slug } = (await made.json()) as { id: string; slug: string };
  const stored = async () => {
    const settings = (await (await api.get(`/api/v1/workspaces/${id}/finding-settings`)).json()) as {
      rules: { rule_id: string; parameters: Record<string, number> }[];
    };
    return settings.rules.find(({ rule_id }) => rule_id === "MAP004")?.parameters.days;
  };
  await page.goto(`/w/${slug}/settings/checks`);
  await page.getByRole("textbox", { name: "Find a check" }).fill("MAP004");
  await page.getByRole("button", { name: /Somebody looks after the map/ }).first().click();
  const days = page.getByLabel("Days after which a review is due");
  await days.fill("3");
  await expect(page.getByText("Give a whole number from 7 to 730.")).toBeVisible();
  await expect(days).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Show an example" }).click();
  await expect(page.getByText("Found here")).toBeVisible();
  await expectAccessible(page);
  expect(await stored()).toBe(90);

  await days.fill("60");
  await expect(page.getByText("Give a whole number")).toHaveCount(0);
  await expect.poll(stored).toBe(60);
  await page.reload();
  await page.getByRole("textbox", { name: "Find a check" }).fill("MAP004");
  await expect(page.getByText("Changed", { exact: true })).toBeVisible();
});

test("two people who settle one rule differently see both, and decide", async ({ page, api }) => {
  const made = await api.post("/api/v1/workspaces", { data: { name: "Two admins" } });
  const { id, slug } = (await made.json()) as { id: string; slug: string };
  await page.goto(`/w/${slug}/settings/checks`);
  const severity = page.getByRole("button", { name: "Severity of “A touchpoint has a channel”" });
  await expect(severity).toBeVisible();
  const url = `/api/v1/workspaces/${id}/finding-settings`;
  const now = await api.get(url);
  await api.patch(url, {
    data: { rules: { TCH001: { severity: "error" }, MAP006: { enabled: false } } },
    headers: { "If-Match": now.headers().etag ?? "" },
  });
  await severity.click();
  await page.getByRole("menuitem", { name: "Advice" }).click();
  await expect(page.getByText("Conflict", { exact: true })).toBeVisible();
  await expect(page.getByRole("switch", { name: "Check: Constraints are noted" })).not.toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const settings = (await (await api.get(url)).json()) as { rules: { rule_id: string; severity: string; enabled: boolean }[] };
  expect(settings.rules.find(({ rule_id }) => rule_id === "TCH001")?.severity).toBe("advice");
  expect(settings.rules.find(({ rule_id }) => rule_id === "MAP006")?.enabled).toBe(false);
});

test("a viewer sees how the checks are set, and changes none", async ({ viewer, workspace }) => {
  await viewer.goto(`/w/${workspace.slug}/settings/checks`);
  await expect(viewer.getByText("Only admins can change this.")).toBeVisible();
  const check = viewer.getByRole("switch", { name: "Check: Somebody looks after the map" });
  await expect(check).toBeDisabled();
  await expect(viewer.getByRole("button", { name: /^Severity of/ })).toHaveCount(0);
  await viewer.getByRole("button", { name: /Somebody looks after the map/ }).click();
  const days = viewer.getByLabel("Days after which a review is due");
  await expect(days).toHaveValue("90");
  await expect(days).not.toBeEditable();
  await expect(viewer.getByRole("button", { name: "Back to the default" })).toHaveCount(0);
  await expectAccessible(viewer);
});

import { expect, expectAccessible, owner, test } from "./fixtures.ts";

test("a wrong password is refused in words, the right one leads to where one wanted to go", async ({ stranger, ownerState, workspace }) => {
  expect(ownerState.cookies.length).toBeGreaterThan(0);
  await stranger.goto(`/w/${workspace.slug}/personas`);
  await stranger.getByLabel("E-mail").fill(owner.email);
  await stranger.getByLabel("Password").fill("not this one");
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await expect(stranger.getByRole("alert")).toHaveText("E-mail or password is wrong.");
  await expectAccessible(stranger);

  await stranger.getByLabel("Password").fill(owner.password);
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await expect(stranger).toHaveURL(new RegExp(`/w/${workspace.slug}/personas$`));
  await expect(stranger.getByRole("heading", { name: "Personas" })).toBeVisible();
});

test("a one-time link signs in, once, and leaves no token in the address", async ({ stranger, server, ownerState }) => {
  expect(ownerState.cookies.length).toBeGreaterThan(0);
  const link = await server.newLink();
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "Maps" })).toBeVisible();
  expect(stranger.url()).not.toContain("#");

  await stranger.context().clearCookies();
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await expectAccessible(stranger);
});

test("signing out ends the session", async ({ stranger, server, ownerState }) => {
  expect(ownerState.cookies.length).toBeGreaterThan(0);
  await stranger.goto(await server.newLink());
  await stranger.getByRole("button", { name: "Your account" }).click();
  await stranger.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(stranger.getByRole("heading", { name: "Sign in to Waymark" })).toBeVisible();
  await stranger.goto("/");
  await expect(stranger.getByRole("heading", { name: "Sign in to Waymark" })).toBeVisible();
});

test("an invitation link lets a colleague in with their role", async ({ page, stranger, workspace }) => {
  await page.goto(`/w/${workspace.slug}/settings/members`);
  await page.getByLabel("E-mail").fill("jon@fernwood.example");
  await page.getByRole("button", { name: "Role", exact: false }).first().click();
  await page.getByRole("option", { name: "Viewer" }).click();
  await page.getByRole("button", { name: "Make link" }).click();
  const link = await page.getByLabel("Invitation link for jon@fernwood.example").inputValue();
  await expectAccessible(page);

  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "Join Fernwood Home" })).toBeVisible();
  await expectAccessible(stranger);
  await stranger.getByLabel("Your name").fill("Jon Ravn");
  await stranger.getByLabel("Choose a password").fill("two rugs and a lamp");
  await stranger.getByRole("button", { name: "Join" }).click();
  await expect(stranger.getByRole("heading", { name: "Maps" })).toBeVisible();
  await expect(stranger.getByRole("link", { name: "Buying a sofa online" })).toBeVisible();
  await expect(stranger.getByRole("link", { name: "New map" })).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("rowheader", { name: /Jon Ravn/ })).toBeVisible();
});

import { expect, test } from "./fixtures.ts";

const NOWHERE = [
  "/maps/not-an-id",
  "/w/SLUG/personas/not-an-id",
  "/w/SLUG/touchpoints/not-an-id",
  "/w/SLUG/sources/not-an-id",
  "/w/SLUG/sources/not-an-id/connect",
  "/w/SLUG/sources/not-an-id/mapping",
  "/w/SLUG/sources/not-an-id/deliveries/nor-this",
  "/w/SLUG/sources/imports/not-an-id",
  "/w/SLUG/customers/not-an-id",
];

test("an address with something else in the place of an id leads to the page that says so", async ({ page, workspace }) => {
  for (const address of NOWHERE) {
    await page.goto(address.replace("SLUG", workspace.slug));
    await expect(page.getByRole("heading", { name: "This page does not exist" }), address).toBeVisible();
  }
});

import { expect, expectAccessible, test } from "./fixtures.ts";
import { idsOf, pages } from "./pages.ts";

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} pixels wide`, () => {
    test.use({ viewport });

    for (const { name, shows, path } of pages) {
      test(`the ${name} page has no accessibility violations and fits`, async ({ page, api, workspace }) => {
        const ids = await idsOf(api, workspace);
        await page.goto(path(ids));

        await expect(page.getByText(shows).first()).toBeVisible();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        await expectAccessible(page);
        const overflow = await page.evaluate(() => {
          const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
          return [scrollWidth - clientWidth, scrollHeight - clientHeight];
        });
        expect(overflow, "what scrolls is inside the page").toEqual([0, 0]);
      });
    }
  });
}

test("the sign-in page has no accessibility violations", async ({ stranger }) => {
  await stranger.goto("/sign-in");
  await expect(stranger.getByRole("heading", { name: "Sign in to Waymark" })).toBeVisible();
  await expectAccessible(stranger);
});

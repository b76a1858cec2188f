import { expect, test } from "#tests/support/browser-test.ts";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { linkOn } from "#tests/support/pages-of.ts";
import { signIn } from "#tests/support/steps.ts";

test.use({ template: "demo" });

for (const scripts of [true, false])
  test(`every point of the check page lands on its field (${scripts ? "with" : "without"} scripts)`, async ({
    visit,
  }) => {
    test.setTimeout(240_000);
    const { page } = await visit({ scripts });
    await signIn(page, "owner@jiazi.example", demoPassword);
    const application = await linkOn(page, "/workspace", /^\/applications\/[\w-]{36}$/);
    await page.goto(`${application}/check`);
    const hrefs = await page
      .locator('main a[href*="check=1#"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(hrefs.length).toBeGreaterThan(5);
    const lost: string[] = [];
    for (const href of hrefs) {
      // Once with the press of the link, so that the way there is the reader's own.
      await page.goto(href);
      const anchor = href.split("#")[1] ?? "";
      const target = page.locator(`[id="${anchor}"]`);
      await target.focus({ timeout: 3_000 }).catch(() => undefined);
      if (!(await target.evaluate((element) => element === document.activeElement).catch(() => false)))
        lost.push(href);
    }
    expect(lost).toEqual([]);
  });

test("a link of the check page puts the cursor into the field", async ({ visit }) => {
  const { page } = await visit();
  await signIn(page, "owner@jiazi.example", demoPassword);
  const application = await linkOn(page, "/workspace", /^\/applications\/[\w-]{36}$/);
  await page.goto(`${application}/check`);
  // Long lists of a section stand folded.
  const link = page.locator('main a[href*="check=1#"]').filter({ visible: true }).first();
  const anchor = ((await link.getAttribute("href")) ?? "").split("#")[1] ?? "";
  await link.click();
  await expect(page.locator(`[id="${anchor}"]`)).toBeFocused();
});

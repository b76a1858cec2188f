import type { Page } from "@playwright/test";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { axeFaults, sidewaysScroll } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { signIn, signOut } from "#tests/support/steps.ts";

test.use({ template: "demo" });

const call = "/staff/assignments/C7";

test("a reviewer’s wish, a proposal, a change by hand and the release", async ({ visit }) => {
  test.setTimeout(180_000);
  const { page } = await visit();

  await test.step("a reviewer says what they would like", async () => {
    await signIn(page, "reviewer1@experts.example", demoPassword);
    await expect(async () => {
      // Conflicts are searched first, a few seconds after the portal starts.
      await page.goto("/reviews/wishes");
      await expect(page.locator('input[value="keen"]').first()).toBeVisible({ timeout: 1000 });
    }).toPass();
    await page.locator('input[value="keen"]').first().check();
    await page.locator("main form button.btn-primary").click();
    await expect(page.locator("[role=status]").first()).toBeVisible();
    await fine(page, page.url());
    await signOut(page);
  });

  await test.step("the office has a proposal worked out, by keyboard", async () => {
    await signIn(page, "officer@fund.example", demoPassword);
    await page.goto(call);
    await page.locator('button[value="start"]').focus();
    await page.keyboard.press("Enter");
    // The page finds out by itself when it is done.
    await page.locator(`a.btn[href="${call}/proposal"]`).click();
    for (const address of [`${call}/proposal`, `${call}/proposal?by=reviewer`]) await fine(page, address);
  });

  await test.step("changes it with the cost in sight", async () => {
    await page.goto(`${call}/proposal?lang=zh`);
    await page.locator("[data-row-link=open]").last().click();
    await fine(page, page.url());
    await page.locator('button[value="swap"]').first().click();
    await expect(page.locator("[role=status]")).toContainText("已调整");
    await page.goto(`${call}/proposal`);
    await page.locator('button[value="anew"]').first().click();
    await page.locator(`a.btn[href="${call}/proposal"]`).click();
    await expect(page.locator("main")).toContainText("已固定");
  });

  await test.step("and releases it", async () => {
    await fine(page, `${call}/release`);
    await page.locator('button[value="release"]').click();
    await expect(page.locator("[role=status]")).toContainText("已发布");
  });
});

test("without a line of script", async ({ visit }) => {
  const { page } = await visit({ scripts: false });
  await signIn(page, "officer@fund.example", demoPassword);
  await page.goto(call);
  await page.locator('button[value="start"]').click();
  await expect(async () => {
    await page.goto(call);
    await expect(page.locator(`a.btn[href="${call}/proposal"]`)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.goto(`${call}/release`);
  await page.locator('button[value="discard"]').click();
  await expect(page).toHaveURL(new RegExp(`${call}$`));
  await expect(page.locator('button[value="start"]')).toBeVisible();
});

/** In both languages: accessible, and nothing sticks out on a phone. */
async function fine(page: Page, address: string): Promise<void> {
  const faults: string[] = [];
  for (const language of ["en", "zh"]) {
    await page.goto(`${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
    faults.push(...(await axeFaults(page)));
    await page.setViewportSize({ width: 320, height: 800 });
    faults.push(...(await sidewaysScroll(page)));
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  expect(faults.join("\n"), address).toBe("");
}

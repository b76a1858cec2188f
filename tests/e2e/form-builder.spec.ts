import type { Page } from "@playwright/test";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { axeFaults, sidewaysScroll } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/steps.ts";

test.use({ template: "demo" });

const languages = [
  ["zh", "县（市、区）怎么填", "What to enter as county"],
  ["en", "县（市、区）如何填写", "How to enter the county"],
] as const;

for (const [language, zh, en] of languages)
  test(`a form is taken over, read, corrected and looked at as an applicant would (${language})`, async ({
    visit,
  }) => {
    test.setTimeout(180_000);
    const { page } = await visit({ language });
    await signIn(page, "officer@fund.example", demoPassword);
    await page.goto(`/staff/forms?lang=${language}`);
    await choose(page, "#callId", /C3/);
    await choose(page, "#from", /C5/);
    await page.locator("main form button").last().click();
    await expect(page).toHaveURL(/\/staff\/forms\/[\w-]{36}$/);
    const draft = new URL(page.url()).pathname;
    await expectSound(page, `draft ${language}`);

    await page
      .locator('a[href*="/edit"]', { hasText: language === "zh" ? "县" : "County" })
      .first()
      .click();
    await expectSound(page, `question ${language}`);
    await page.locator('[name="label.zh"]').fill(zh);
    await page.locator('[name="label.en"]').fill(en);
    await page.locator("main form button.btn-primary").first().click();
    await page.goto(draft);
    await expect(page.locator("main")).toContainText(language === "zh" ? zh : en);

    await page.goto(`${draft}/preview`);
    await expectSound(page, `preview ${language}`);
  });

async function choose(page: Page, select: string, label: RegExp): Promise<void> {
  const value = await page
    .locator(`${select} option`)
    .filter({ hasText: label })
    .first()
    .getAttribute("value");
  await page.locator(select).selectOption(value ?? "");
}

async function expectSound(page: Page, where: string): Promise<void> {
  expect(await axeFaults(page), where).toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sidewaysScroll(page), `${where} at ${width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

import type { Page } from "@playwright/test";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { axeFaults, sidewaysScroll } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/steps.ts";

test.use({ template: "demo" });

/** In one language with scripts, in the other without. */
for (const [language, scripts] of [
  ["zh", true],
  ["en", false],
] as const)
  test(`a call is cloned, written, tried out and published, and opening erases the test (${language})`, async ({
    visit,
  }) => {
    test.setTimeout(180_000);
    const { page } = await visit({ language, scripts });
    // axe is a script itself.
    const sound = async (where: string) => (scripts ? expectSound(page, where) : undefined);
    await signIn(page, "administrator@fund.example", demoPassword);
    await page.goto("/staff/calls/new");
    await page.locator("#code").fill("C31");
    await page.locator("#titleZh").fill("示例专题");
    await page.locator("#titleEn").fill("Sample call");
    const source = page.locator("#from option", { hasText: /^C5 2026/ });
    await page.locator("#from").selectOption((await source.getAttribute("value")) ?? "");
    await save(page);
    await expect(page).toHaveURL(/\/staff\/calls\/[\w-]{36}\/edit$/);
    const call = new URL(page.url()).pathname.replace(/\/edit$/, "");
    await sound("draft");

    await page.goto(`${call}/edit/about`);
    await page.locator('button[value="add:fit"]').click();
    await page.locator('textarea[name^="fit."][name$=".zh"]').last().fill("新增的一条");
    await page.locator('textarea[name^="fit."][name$=".en"]').last().fill("One point more");
    await sound("group");
    await save(page);
    await page.goto(`${call}/preview`);
    await expect(page.locator("#fit")).toContainText(language === "zh" ? "新增的一条" : "One point more");
    await sound("preview");
    await weighCriteria(page, call, { scripts, language });
    await sound("scoring rules");

    await page.goto(`${call}/tests`);
    await save(page);
    await expect(page).toHaveURL(/\/applications\/[\w-]{36}$/);
    const application = new URL(page.url()).pathname;
    await expect(page.locator(`a[href="${call}/tests"]`)).toBeVisible();
    // The company of the tests has no page of its own to lead to.
    await expect(page.locator('a[href*="/members"]')).toHaveCount(0);
    await sound("a test");
    await page.goto(`${call}/tests`);
    await expect(page.locator(`a[href="${application}"]`)).toBeVisible();
    await sound("tests");

    // An opening in the past opens it with the publication.
    await page.goto(`${call}/edit/times`);
    await page.locator("#opensAt").fill("2026-01-05T09:00");
    await save(page);
    await page.locator('button[name="publish"]').click();
    await expect(page).toHaveURL(/done=published/);
    expect((await page.goto("/calls/C31"))?.status()).toBe(200);
    await expect(page.locator('a[href="/applications/new?call=C31"]')).toBeVisible();
    await expect
      .poll(async () => (await page.request.get(application)).status(), { timeout: 60_000 })
      .toBe(404);
    await page.goto(`${call}/tests`);
    await expect(page.locator(`a[href="${application}"]`)).toHaveCount(0);
  });

/** The sum follows what is typed; without scripts it follows what was sent, and the publication is refused. */
async function weighCriteria(
  page: Page,
  call: string,
  { scripts, language }: { scripts: boolean; language: string },
): Promise<void> {
  await page.goto(`${call}/edit/rubric`);
  const sum = page.locator("[data-weight-sum]");
  await expect(sum).toContainText("100");
  const weight = page.locator('[name="criteria.0.weight"]');
  const standing = await weight.inputValue();
  await weight.fill(String(Number(standing) + 5));
  await page.locator('[name="criteria.1.floor"]').fill("3.5");
  if (!scripts) await page.locator('button[value="down:criteria.5"]').click();
  await expect(sum).toContainText(language === "zh" ? "权重合计105，多了5" : "5 more than 100");
  await weight.fill(standing);
  await save(page, "last");
  await page.goto(`${call}/edit/rubric`);
  await expect(page.locator('[name="criteria.1.floor"]')).toHaveValue("3.5");
  await expect(page.locator('[name="criteria.5.key"]')).toHaveValue(scripts ? "K6" : "K7");
  await expect(sum).toContainText("100");
}

const save = (page: Page, which: "first" | "last" = "first") =>
  page.locator("main form button.btn-primary")[which]().click();

async function expectSound(page: Page, where: string): Promise<void> {
  const faults = await axeFaults(page);
  await page.setViewportSize({ width: 390, height: 800 });
  faults.push(...(await sidewaysScroll(page)));
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(faults.map((fault) => `${where}: ${fault}`).join("\n")).toBe("");
}

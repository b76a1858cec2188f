import type { Locator, Page } from "@playwright/test";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { axeFaults, sidewaysScroll } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/steps.ts";

test.use({ template: "demo" });

const languages = [
  ["zh", "在哪里建", "Where exactly it is built"],
  ["en", "具体建在哪里", "The place where it is built"],
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

    await page.goto(`${draft}?open=filing`);
    await expectSound(page, `an opened section ${language}`);
    await page
      .locator('a[href*="/edit"]', { hasText: language === "zh" ? "地址" : "Address" })
      .first()
      .click();
    await expectSound(page, `question ${language}`);
    await page.locator('[name="label.zh"]').fill(zh);
    await page.locator('[name="label.en"]').fill(en);
    await page.locator("main form button.btn-primary").first().click();
    await expect(page).toHaveURL(/open=filing/);
    await expect(page.locator("main")).toContainText(language === "zh" ? zh : en);
    await movedAndCopied(page, draft);

    await page.goto(`${draft}/preview`);
    await expectSound(page, `preview ${language}`);

    const exported = await (await page.request.get(`${draft}/export`)).text();
    await page.goto(`/staff/forms/import?into=draft:${draft.split("/").at(-1)}`);
    await expectSound(page, `import ${language}`);
    const buffer = Buffer.from(exported.replaceAll(zh, `${zh}？`));
    await page.locator("#file").setInputFiles({ name: "form.json", mimeType: "application/json", buffer });
    await page.locator('main form button[name="look"]').click();
    await expect(page.locator("main ins")).toContainText("？");
    await expectSound(page, `difference ${language}`);
    await page.locator('main form button[name="apply"]').click();
    await expect(page).toHaveURL(new RegExp(`${draft}\\?done=changed`));

    await page.goto(`/staff/forms?lang=${language}`);
    await page.locator('a[href*="/versions/"]').first().click();
    await page.locator('a[href*="show="]').first().click();
    await expectSound(page, `versions ${language}`);
  });

test("a form is built from nothing, published and looked at with the keyboard alone", async ({ visit }) => {
  test.setTimeout(120_000);
  const { page } = await visit({ language: "en" });
  await signIn(page, "administrator@fund.example", demoPassword);
  await page.goto("/staff/forms?lang=en");
  await page.locator("#callId").focus();
  const call = await page.locator("#callId option", { hasText: /C3/ }).textContent();
  await page.keyboard.type(call?.slice(0, 12) ?? "");
  await press(page, page.locator("main form button").last());
  await expect(page.locator("h1")).toBeVisible();

  await press(page, page.getByRole("link", { name: "Add a question" }).first());
  await page.locator("#type").focus();
  await page.keyboard.type("Money");
  await type(page, page.locator("#zh"), "总投资");
  await type(page, page.locator("#en"), "Total investment");
  await type(page, page.locator("#key"), "total");
  await page.keyboard.press("Enter");
  await expect(page.locator("h1")).toHaveText("Total investment");
  await page.locator('[name="required.mode"]').focus();
  await page.keyboard.type("Required");
  await expectSound(page, "a question of a new form");
  await type(page, page.locator('[name="min"]'), "10");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toContainText("Saved.");

  await press(page, page.getByRole("link", { name: "Add a check" }).first());
  await type(page, page.locator("#zh"), "总投资应超过100万元");
  await type(page, page.locator("#en"), "Total investment should be over RMB 1 million");
  await page.keyboard.press("Enter");
  await page.locator('[name="at.0"]').focus();
  await page.keyboard.type("Total");
  await type(page, page.locator('[name="holds.formula"]'), "totl > 100");
  // In a box of several lines Enter is a new line.
  await press(page, page.locator("form[data-builder] button.btn-primary"));
  await expect(page.getByRole("alert")).toContainText("totl");
  await expectSound(page, "a formula that makes no sense");
  await type(page, page.locator('[name="holds.formula"]'), "total > 100");
  await expect(page.locator("#holds-said")).toContainText("“Total investment” is more than");
  await press(page, page.locator("form[data-builder] button.btn-primary"));
  await expect(page.locator("main")).toContainText("No problems.");
  await press(page, page.getByRole("button", { name: "Publish this version" }));
  await expect(page.locator("main")).toContainText("Published.");

  await press(page, page.getByRole("link", { name: "Preview" }));
  await press(page, page.getByRole("link", { name: "Fill in sample answers" }));
  await expect(page.locator('[name="total"]')).toHaveValue("1000");
  await press(page, page.getByRole("link", { name: "Whole form" }));
  await expect(page.locator("h1")).toHaveText("Whole form");
  await expectSound(page, "the whole form with sample answers");
});

/** By the pointer from one place to another and into a closed section, and a section with all that is in it. */
async function movedAndCopied(page: Page, draft: string): Promise<void> {
  const keys = () =>
    page
      .locator('[data-row^="question~"]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row")));
  await page.goto(`${draft}?open=company`);
  const [first = "", , third = "", ...others] = (await keys()).map(String);
  await drag(page, first, third);
  await expect(page).toHaveURL(/#question-/);
  expect((await keys()).indexOf(first)).toBe(2);
  await drag(page, first, "section~~filing");
  await expect(page).toHaveURL(/open=filing#question-/);
  expect((await keys()).at(-1)).toBe(first);
  await page.goto(`${draft}?open=company`);
  expect(await keys()).not.toContain(first);
  await page.locator('button[name="copy"][value="section~~company"]').click();
  await expect(page.locator("#section-company_2")).toBeVisible();
  await page.goto(`${draft}?open=company_2`);
  expect(await keys()).toHaveLength(others.length + 2);
}

async function drag(page: Page, from: string, to: string): Promise<void> {
  const grip = page.locator(`[data-row="${from}"] > .builder-row .builder-grip`);
  const target = page.locator(`[data-row="${to}"] > .builder-row`);
  await grip.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const [start, end] = [await grip.boundingBox(), await target.boundingBox()];
  if (!start || !end) throw new Error(`${from} or ${to} is not in sight`);
  await page.mouse.move(start.x + 4, start.y + 4);
  await page.mouse.down();
  await page.mouse.move(end.x + 30, end.y + end.height - 4, { steps: 6 });
  await page.mouse.up();
}

async function press(page: Page, target: Locator): Promise<void> {
  await target.focus();
  await page.keyboard.press("Enter");
}

async function type(page: Page, box: Locator, text: string): Promise<void> {
  await box.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

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

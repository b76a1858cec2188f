import { axeFaults, sidewaysScroll } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { journeyIn } from "#tests/support/journey-languages.ts";
import { fillSection, sections, sectionUrl } from "#tests/support/fill-application.ts";
import { createCompany, register, startApplication } from "#tests/support/steps.ts";
import { exampleAnswersC5, exampleApplicant } from "#tests/world/example-answers-c5.ts";

const owner = { name: "赵示例", email: "owner@jiazi.example" };

for (const language of journeyIn("en"))
  test(`what was filled in for one call comes over into another, by choice (${language})`, async ({
    portal,
    visit,
  }) => {
    test.setTimeout(240_000);
    const { page } = await visit({ language });
    await register(page, portal, owner);
    await createCompany(page, exampleApplicant);
    const first = await startApplication(page);
    for (const key of ["filing", "ownership"])
      await fillSection(
        page,
        first,
        sections.find(({ section }) => section.key === key)!,
        exampleAnswersC5,
      );

    await page.goto("/applications/new?call=C1");
    await page.locator('input[name="from"]').nth(1).check();
    await page.locator("main form button.btn-primary").click();
    await expect(page).toHaveURL(/\/carry-over\?from=/);
    const second = /\/applications\/[\w-]{36}/.exec(page.url())?.[0] ?? "";
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await sidewaysScroll(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });

    await page.locator('input[name="take"][value="ownership"]').uncheck();
    await page.locator("main form button.btn-primary").click();
    await expect(page.locator('[role="status"]')).toBeVisible();
    await expect(page.locator('input[name="take"][value="filing"]')).toHaveCount(0);
    await page.goto(sectionUrl(second, "filing"));
    const title = page.locator('input[name="project_name_zh"]');
    await expect(title).toHaveValue(String(exampleAnswersC5["project_name_zh"]));
    await page.goto(sectionUrl(second, "ownership"));
    await expect(page.locator('[name$=".holder_name"]').first()).toHaveValue("");

    // What stands is kept unless it is ticked.
    await page.goto(sectionUrl(second, "filing"));
    const saved = page.waitForResponse((response) => response.url().endsWith("/autosave") && response.ok());
    await title.fill("另一个项目的名称（一期）");
    await page.keyboard.press("Tab");
    await saved;
    const from = `${second}/carry-over?from=${first.split("/").at(-1)}`;
    await page.goto(from);
    await page.locator("main form button.btn-primary").click();
    await page.goto(sectionUrl(second, "filing"));
    await expect(title).toHaveValue("另一个项目的名称（一期）");
    await page.goto(from);
    await page.locator('input[name="over"][value="project_name_zh"]').check();
    await page.locator("main form button.btn-primary").click();
    await page.goto(sectionUrl(second, "filing"));
    await expect(title).toHaveValue(String(exampleAnswersC5["project_name_zh"]));
  });

test("the profile takes what an application says, and an application what the profile says", async ({
  portal,
  visit,
}) => {
  const { page } = await visit();
  await register(page, portal, owner);
  await createCompany(page, exampleApplicant);
  const application = await startApplication(page);
  await page.goto(sectionUrl(application, "company"));
  const saved = page.waitForResponse((response) => response.url().endsWith("/autosave") && response.ok());
  await page.locator('input[name="website"]').fill("https://www.jiazi.example/");
  await page.keyboard.press("Tab");
  await saved;

  await page.goto(`${application}/profile-update`);
  expect(await axeFaults(page)).toEqual([]);
  await page.locator("main form button.btn-primary").click();
  await expect(page.locator('[role="status"]')).toContainText("已更新1项");

  const next = await startApplication(page);
  await page.goto(sectionUrl(next, "company"));
  await expect(page.locator('input[name="website"]')).toHaveValue("https://www.jiazi.example/");
  const changed = page.waitForResponse((response) => response.url().endsWith("/autosave") && response.ok());
  await page.locator('input[name="website"]').fill("https://www.yichou.example/");
  await page.keyboard.press("Tab");
  await changed;
  await page.goto(next);
  await page.locator(`a[href="${next}/carry-over?from=profile"]`).click();
  await page.locator('input[name="over"][value="website"]').check();
  await page.locator("main form button.btn-primary").click();
  await page.goto(sectionUrl(next, "company"));
  await expect(page.locator('input[name="website"]')).toHaveValue("https://www.jiazi.example/");
});

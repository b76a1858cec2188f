import type { Page } from "@playwright/test";
import { languageTag } from "#app/i18n/locale.ts";
import { sectionMessages } from "#app/i18n/messages/section.ts";
import { axeFaults } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { journeyIn } from "#tests/support/journey-languages.ts";
import { sectionUrl } from "#tests/support/fill-application.ts";
import {
  createCompany,
  joinAsEditor,
  register,
  saved,
  signIn,
  signOut,
  startApplication,
} from "#tests/support/steps.ts";
import { exampleApplicant } from "#tests/world/example-answers-c5.ts";

const owner = { name: "赵示例", email: "owner@jiazi.example" };
const colleague = { name: "钱示例", email: "editor@jiazi.example" };
const paragraph = "本项目建设一条6英寸砷化镓生产线。总投资8.6亿元，设备占七成。产品用于5G基站。";

const title = (page: Page) => page.locator('input[name="project_name_zh"]');
const significance = (page: Page) => page.locator('textarea[name="significance"]');

for (const language of journeyIn("zh"))
  test(`two people in one paragraph, ${language}: both changes stand, the caret where it was`, async ({
    portal,
    visit,
  }) => {
    const { page: first } = await visit({ language });
    await register(first, portal, owner);
    const company = await createCompany(first, exampleApplicant);
    const application = await startApplication(first);
    const { page: second } = await visit({ language });
    await joinAsEditor(first, second, portal, { company, person: colleague });
    const filing = sectionUrl(application, "filing");
    await first.goto(filing);
    await saved(first, () => significance(first).fill(paragraph));
    await second.goto(filing);

    // Who came first is there when the page is drawn; who came later, with the next save.
    await expect(second.locator("[data-present]")).toContainText(owner.name);
    await saved(first, () => significance(first).fill(paragraph.replace("6英寸", "8英寸")));
    await expect(first.locator("[data-present]")).toContainText(colleague.name);
    expect(await axeFaults(first)).toEqual([]);
    await placeCaret(second, paragraph.indexOf("七成"));
    await saved(second, () => second.keyboard.type("约"));
    const both = paragraph.replace("6英寸", "8英寸").replace("七成", "约七成");
    await expect(significance(second)).toHaveValue(both);
    await expect(second.locator("[data-saved-mark]").first()).toContainText(owner.name);
    await saved(second, () => second.keyboard.type("有"));
    await expect(significance(second)).toHaveValue(both.replace("约七成", "约有七成"));
    await first.reload();
    await expect(significance(first)).toHaveValue(both.replace("约七成", "约有七成"));
  });

for (const language of journeyIn("en"))
  test(`on a slow line nothing is called saved too early; another machine goes on where the first was, ${language}`, async ({
    portal,
    visit,
  }) => {
    const { page, context } = await visit({ language });
    await register(page, portal, owner);
    await createCompany(page, exampleApplicant);
    const filing = sectionUrl(await startApplication(page), "filing");
    await page.goto(filing);
    const devtools = await context.newCDPSession(page);
    const line = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
    await devtools.send("Network.emulateNetworkConditions", line);
    const mark = page.locator("[data-saved-mark]").first();
    await significance(page).fill(paragraph);
    await title(page).fill("慢网上填的名称");
    await expect(mark).toContainText(sectionMessages[language].saving);
    await expect(mark).not.toContainText(/\d\d:\d\d/);
    await significance(page).fill(`${paragraph}补一句。`);
    await expect(mark).toContainText(/\d\d:\d\d/, { timeout: 30_000 });
    await devtools.send("Network.emulateNetworkConditions", {
      ...{ ...line, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
    });
    await signOut(page);

    const { page: machine } = await visit({ language });
    await signIn(machine, owner.email);
    await machine.goto(filing);
    await expect(machine.locator("html")).toHaveAttribute("lang", languageTag[language]);
    await expect(significance(machine)).toHaveValue(`${paragraph}补一句。`);
    await expect(title(machine)).toHaveValue("慢网上填的名称");
    await saved(machine, () => significance(machine).fill(`${paragraph}再补一句。`));
    await signIn(page, owner.email);
    await page.goto(filing);
    await expect(significance(page)).toHaveValue(`${paragraph}再补一句。`);
  });

async function placeCaret(page: Page, at: number): Promise<void> {
  await significance(page).focus();
  await significance(page).evaluate(
    (box: HTMLTextAreaElement, place) => box.setSelectionRange(place, place),
    at,
  );
}

for (const language of journeyIn("zh"))
  test(`without scripts the history tells what was changed and brings it back, ${language}`, async ({
    portal,
    visit,
  }) => {
    const { page } = await visit({ language });
    await register(page, portal, owner);
    await createCompany(page, exampleApplicant);
    const filing = sectionUrl(await startApplication(page), "filing");
    const { page: plain } = await visit({ language, scripts: false });
    await signIn(plain, owner.email);
    for (const text of ["第一稿", "第二稿"]) {
      await plain.goto(filing);
      await significance(plain).fill(text);
      await plain.locator('button[name="intent"][value="return"]').click();
    }
    await plain.goto(filing);
    await plain.locator(`a[href="${filing}/history"]`).click();
    await expect(plain.locator("main li").first().locator("ins")).toContainText("二");
    await plain.locator("main li").first().locator("button").click();
    await expect(plain).toHaveURL(/restored=1/);
    await expect(plain.locator("main li")).toHaveCount(3);
    await plain.goto(filing);
    await expect(significance(plain)).toHaveValue("第一稿");
    await page.goto(`${filing}/history?field=significance`);
    expect(await axeFaults(page)).toEqual([]);
  });

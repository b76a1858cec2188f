import type { Page } from "@playwright/test";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { smallPdf } from "#app/cli/demo/small-papers.ts";
import { axeFaults, sidewaysScroll } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { sectionUrl } from "#tests/support/fill-application.ts";
import * as office from "#tests/support/office-steps.ts";
import { linkOn } from "#tests/support/pages-of.ts";
import { signAndSubmit, signIn } from "#tests/support/steps.ts";

test.use({ template: "demo" });

/** A company of the demonstration whose application waits for its check. */
const company = { search: "戊寅示例", owner: "owner@wuyin.example" };
const chart = "a05_ownership_chart";

for (const scripts of [true, false])
  test(`a question, a row, a cell and a file go back and come back (${scripts ? "with" : "without"} scripts)`, async ({
    visit,
  }) => {
    test.setTimeout(120_000);
    const { page: officer } = await visit({ scripts });
    await signIn(officer, "officer@fund.example", demoPassword);
    const path = await linkOn(
      officer,
      `/staff/applications?text=${encodeURIComponent(company.search)}`,
      /^\/staff\/applications\/[\w-]{36}$/,
    );
    const id = path?.split("/").at(-1) ?? "";
    await office.startCheck(officer, id);
    await flagFour(officer);
    await office.markAll(officer, "F08");
    await office.intent(officer, "correct").click();
    await expect(officer).toHaveURL(/\/check\/notice/);
    for (let point = 1; point <= 4; point += 1)
      await expect(officer.frameLocator("iframe").first().locator("body")).toContainText(
        `第${point}处的缺陷`,
      );
    await office.intent(officer, "send").click();
    await expect(officer).toHaveURL(new RegExp(`/staff/applications/${id}(#.*)?$`));

    const { page: owner } = await visit({ scripts });
    await signIn(owner, company.owner, demoPassword);
    const application = `/applications/${id}`;
    await owner.goto(`${application}/status`);
    if (scripts) expect(await axeFaults(owner)).toEqual([]);
    const old = await correctFour(owner, application);
    await signAndSubmit(owner, application, "戊示例");

    await office.startCheck(officer, id);
    const flags = officer.locator("fieldset[id^='verdict-']");
    await expect(flags).toHaveCount(4);
    for (const [index, [before, after]] of old.entries()) {
      const sides = flags.nth(index).locator(".old-new dd");
      await expect(sides.nth(0)).toContainText(before.slice(0, 12));
      await expect(sides.nth(1)).toContainText(after);
      await expect(sides.nth(1).locator("ins").first()).toBeVisible();
    }
    if (scripts) expect(await axeFaults(officer)).toEqual([]);
  });

/** By the buttons beside the answers; of the second row one cell is chosen. */
async function flagFour(page: Page): Promise<void> {
  const flag = (place: string) => page.locator(`button[value^="flag.${place}"]`);
  const press = async (place: string, which = 0) => {
    await flag(place).nth(which).click();
    await expect(page.locator("#items")).toBeVisible();
  };
  await press("filing|significance");
  await press("ownership|shareholders/", 0);
  await press("ownership|shareholders/", 0);
  await page.locator("#item-2-place").selectOption(await cellOf(page, "holder_name"));
  await press(`ownership|${chart}`);
  for (let index = 0; index < 4; index += 1) {
    await page.locator(`#item-${index}-reason`).fill(`示例：第${index + 1}处的缺陷。`);
    await page.locator(`[name="item.${index}.wanted"]`).fill("改正后交回。");
  }
}

const cellOf = async (page: Page, column: string): Promise<string> =>
  (await page.locator(`#item-2-place option[value$="/${column}"]`).first().getAttribute("value")) ?? "";

/** Finds only those four open, changes each, and sees one after the other answered; what stood and what stands. */
async function correctFour(page: Page, application: string): Promise<[before: string, after: string][]> {
  const settled = page.locator("#flags li > span.st-ok:last-child");
  await page.goto(`${application}/status`);
  await expect(page.locator("#flags li")).toHaveCount(4);
  await expect(settled).toHaveCount(0);

  await page.goto(sectionUrl(application, "filing"));
  await expect(page.locator('[name="summary"]')).toHaveCount(0);
  const question = page.locator('textarea[name="significance"]');
  const significance = await question.inputValue();
  await question.fill(`补充了与省内产业布局的关系。${significance}`);
  await office.intent(page, "return").click();
  await expect(page).toHaveURL(new RegExp(`${application}$`));

  await page.goto(sectionUrl(application, "ownership"));
  const row = page.locator('input[name$="].holder_name"]');
  await expect(row).toHaveCount(2);
  const [first, second] = [await row.nth(0).inputValue(), await row.nth(1).inputValue()];
  await row.nth(0).fill("改正后的股东甲");
  await row.nth(1).fill("改正后的股东乙");
  await expect(page.locator('[name="paid_in_capital"]')).toHaveCount(0);
  const files = page.locator(`[data-files="${chart}"]`);
  const paper = (await files.locator("a[href^='/files/']").first().textContent()) ?? "";
  const fresh = {
    name: "改正后的股权结构图.pdf",
    mimeType: "application/pdf",
    buffer: smallPdf(["Corrected"]),
  };
  await files.locator("select").selectOption({ index: 1 });
  await files.locator('input[type="file"]').setInputFiles(fresh);
  await files.locator(`button[value="upload:${chart}"]`).click();
  await expect(files).toContainText(fresh.name);
  expect(await sidewaysScroll(page)).toEqual([]);
  await page.goto(`${application}/status`);
  await expect(settled).toHaveCount(4);
  return [
    [significance, "补充了与省内产业布局的关系"],
    [first, "改正后的股东甲"],
    [second, "改正后的股东乙"],
    [paper, fresh.name],
  ];
}

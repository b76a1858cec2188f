import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser-test.ts";
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
const text =
  "国内需求年均增长在两成以上，“批量一致性”的产能不足需求的三分之一。\n第二段：<b>不是标签</b> & 100%。";

const title = (page: Page) => page.locator('input[name="project_name_zh"]');
const significance = (page: Page) => page.locator('textarea[name="significance"]');

test("what was typed and called saved survives leaving, signing out and a restart", async ({
  portal,
  visit,
}) => {
  const { page } = await visit();
  await register(page, portal, owner);
  await createCompany(page, exampleApplicant);
  const application = await startApplication(page);
  const filing = sectionUrl(application, "filing");
  await page.goto(filing);
  await saved(page, () => significance(page).pressSequentially(text.slice(0, 20)));
  await saved(page, () => significance(page).fill(text));

  await page.reload();
  await expect(significance(page)).toHaveValue(text);
  await page.goto(application);
  await page.goBack();
  await expect(significance(page)).toHaveValue(text);

  await saved(page, () => title(page).fill("6英寸砷化镓射频器件生产线（一期）"));
  await signOut(page);
  await signIn(page, owner.email);
  await page.goto(filing);
  await expect(title(page)).toHaveValue("6英寸砷化镓射频器件生产线（一期）");

  await saved(page, () => title(page).fill("8英寸碳化硅功率器件生产线（一期）"));
  await portal.restart();
  await page.goto(filing);
  await expect(title(page)).toHaveValue("8英寸碳化硅功率器件生产线（一期）");
  await expect(significance(page)).toHaveValue(text);
});

test("two members in different fields both land; in one field the second sees both texts", async ({
  portal,
  visit,
}) => {
  const { page: first } = await visit();
  await register(first, portal, owner);
  const company = await createCompany(first, exampleApplicant);
  const application = await startApplication(first);
  const { page: second } = await visit();
  await joinAsEditor(first, second, portal, { company, person: colleague });
  const filing = sectionUrl(application, "filing");
  await first.goto(filing);
  await second.goto(filing);

  await saved(first, () => title(first).fill("甲写的项目名称（一期）"));
  await saved(second, () => significance(second).fill("乙写的意义"));
  for (const page of [first, second]) {
    await page.reload();
    await expect(title(page)).toHaveValue("甲写的项目名称（一期）");
    await expect(significance(page)).toHaveValue("乙写的意义");
  }

  await saved(first, () => title(first).fill("甲又改了名称（一期）"));
  await title(second).fill("乙也改了名称（一期）");
  const conflict = second.locator("#project_name_zh-conflict");
  await expect(conflict).toBeVisible();
  await expect(conflict).toContainText("甲又改了名称（一期）");
  await expect(second.locator("main")).toContainText(owner.name);
  expect(await textsIn(second)).toContain("乙也改了名称（一期）");
  await first.reload();
  await expect(title(first)).toHaveValue("甲又改了名称（一期）");
});

/** Everything the page holds, in text and in boxes. */
async function textsIn(page: Page): Promise<string> {
  const values = await page
    .locator("input, textarea")
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  return [...values, await page.locator("main").innerText()].join("\n");
}

import { amountMessages } from "#app/i18n/messages/doubtful-amounts.ts";
import { pairMessages } from "#app/i18n/messages/paired-texts.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { sectionUrl } from "#tests/support/fill-application.ts";
import { createCompany, register, saved, startApplication } from "#tests/support/steps.ts";
import { exampleApplicant } from "#tests/world/example-answers-c5.ts";

const t = pairMessages.zh;
const asks = amountMessages.zh;

test("a text whose other language changed is marked, an amount is read out and one typed in 元 asked about", async ({
  portal,
  visit,
}) => {
  const { page } = await visit();
  await register(page, portal, { name: "赵示例", email: "owner@jiazi.example" });
  await createCompany(page, exampleApplicant);
  const application = await startApplication(page);

  await page.goto(sectionUrl(application, "filing"));
  const [zh, en] = [page.locator("#project_name_zh"), page.locator("#project_name_en")];
  const mark = page.locator('[data-stale="project_name_en"]');
  await zh.fill("8英寸碳化硅生产线");
  await en.fill("8-inch silicon carbide line");
  await expect(mark).toHaveCount(0);
  await saved(page, () => zh.fill("6英寸碳化硅生产线"));
  await expect(mark).toContainText("后来改过，请核对这里是否也要改。");
  await page.goto(`${application}/check?all=1`);
  await expect(page.locator("#answer-project_name_en")).toContainText(t.staleTag);
  await page.goto(sectionUrl(application, "filing"));
  await mark.getByRole("button", { name: t.stillRight }).click();
  await expect(mark).toHaveCount(0);
  await zh.fill("12英寸碳化硅生产线");
  await expect(mark).toBeVisible();
  await saved(page, () => en.fill("12-inch silicon carbide line"));
  await expect(mark).toHaveCount(0);

  await page.goto(sectionUrl(application, "ownership"));
  const capital = page.locator("#registered_capital");
  const doubt = page.locator("#registered_capital-doubt");
  await capital.fill("23500");
  await expect(page.locator("#registered_capital-readout")).toContainText("2.35亿元");
  await capital.fill("2000000");
  await expect(doubt).toHaveCount(0);
  await capital.blur();
  await expect(doubt).toContainText(asks.ask({ meant: "200.00万元" }));
  await doubt.getByRole("button", { name: asks.inWan({ wan: "200.00" }) }).click();
  await expect(capital).toHaveValue("200.00");
  await expect(doubt).toHaveCount(0);
  // A link waits for what is being saved.
  await page.locator(`a[href="${application}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`${application}$`));
  await page.goto(`${application}/check?all=1`);
  await expect(page.locator("#answer-registered_capital")).toContainText("200.00万元");
});

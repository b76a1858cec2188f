import type { Locator, Page } from "@playwright/test";
import ExcelJS from "exceljs";
import { axeFaults, sidewaysScroll } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { journeyIn } from "#tests/support/journey-languages.ts";
import { sectionUrl } from "#tests/support/fill-application.ts";
import { createCompany, register, startApplication } from "#tests/support/steps.ts";
import { exampleApplicant } from "#tests/world/example-answers-c5.ts";

const owner = { name: "赵示例", email: "owner@jiazi.example" };

async function workbook(...rows: ExcelJS.CellValue[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("说明").addRow(["填表说明"]);
  book.addWorksheet("清单").addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const importUrl = (application: string) => `${sectionUrl(application, "equipment")}/tables/equipment/import`;

/** Nothing axe finds and nothing that sticks out of a phone. */
async function expectSound(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await sidewaysScroll(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const cells = (page: Page, column: string) => page.locator(`[data-table="equipment"] [name$=".${column}"]`);

for (const language of journeyIn("en"))
  test(`a workbook is previewed, imported with its wrong cells marked, and corrected (${language})`, async ({
    portal,
    visit,
  }) => {
    const { page } = await visit({ language });
    await register(page, portal, owner);
    await createCompany(page, exampleApplicant);
    const application = await startApplication(page);
    await page.goto(sectionUrl(application, "equipment"));
    await page.locator(`a[href="${importUrl(application)}"]`).click();
    await expectSound(page);
    await page.locator("#sheet-file").setInputFiles({
      name: "tools.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: await workbook(
        ["设备名称", "国别", "数量", "单价（元）", "到货时间"],
        ["步进光刻机", "美国", 1, 85_000_000, new Date(Date.UTC(2027, 2, 1))],
        ["清洗机", "火星", 2, "约200", "2027年5月"],
      ),
    });
    await page.locator('button[value="read"]').click();
    const preview = page.locator("#import-preview");
    await expect(preview).toContainText("8,500.00");
    const wrong = page.locator(".notice--bad li a", { hasText: "约200" });
    await wrong.click();
    await expect(page.locator(":focus")).toContainText("约200");
    await expectSound(page);

    await page.locator('button[value="import"]').click();
    await expect(page).toHaveURL(/imported=2/);
    await expect(page.locator('[role="status"]').first()).toContainText("2");
    await expect(cells(page, "unit_price")).toHaveCount(2);
    await expect(cells(page, "unit_price").nth(1)).toHaveValue("约200");
    await expect(cells(page, "origin").nth(1)).toHaveValue("火星");
    await expectSound(page);
    const saved = page.waitForResponse((response) => response.url().endsWith("/autosave") && response.ok());
    await cells(page, "unit_price").nth(1).fill("200");
    await saved;
    await page.reload();
    await expect(cells(page, "unit_price").nth(1)).toHaveValue("200");
  });

test("without scripts pasted text is imported as well", async ({ portal, visit }) => {
  const { page } = await visit({ scripts: false, width: 390 });
  await register(page, portal, owner);
  await createCompany(page, exampleApplicant);
  const application = await startApplication(page);
  await page.goto(importUrl(application));
  await page.locator("#sheet-text").fill("设备名称\t数量\n涂胶机\t2\n刻蚀机\t3");
  await page.locator('button[value="read"]').click();
  expect(await sidewaysScroll(page)).toEqual([]);
  await page.locator('button[value="import"]').click();
  await expect(cells(page, "tool_name")).toHaveCount(2);
  await expect(cells(page, "tool_name").nth(1)).toHaveValue("刻蚀机");
});

/** As a spreadsheet puts it on the clipboard. */
const paste = (page: Page, text: string) =>
  page.locator(":focus").evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test("a copied range fills the cells, is undone at a key, and Enter goes down the column", async ({
  portal,
  visit,
}) => {
  const { page } = await visit();
  await register(page, portal, owner);
  await createCompany(page, exampleApplicant);
  const application = await startApplication(page);
  await page.goto(sectionUrl(application, "equipment"));
  const names = cells(page, "tool_name");
  const prices = cells(page, "unit_price");

  await names.first().focus();
  const saved = page.waitForResponse((response) => response.url().endsWith("/autosave") && response.ok());
  await paste(page, "步进光刻机\t\t\t1\t8500\r\n清洗机\t\t\t2\t约200\r\n");
  await expect(names).toHaveCount(2);
  await expect(prices.first()).toHaveValue("8500");
  const status = page.locator('[data-paste-status="equipment"]');
  await expect(status).toContainText("已粘贴2行");
  await expect(status).toContainText("1格读不懂，请修改：第");
  await saved;
  expect(await axeFaults(page)).toEqual([]);

  await page.keyboard.press("Control+z");
  await expect(names).toHaveCount(1);
  await expect(names.first()).toHaveValue("");
  await expect(status).toContainText("已撤销");

  await names.first().focus();
  await paste(page, "设备名称\t单价（元）\n步进光刻机\t85000000\n清洗机\t2000000");
  await expect(prices.first()).toHaveValue("8500");
  await prices.first().focus();
  await page.keyboard.press("Enter");
  await expect(prices.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(prices.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(names).toHaveCount(3);
  await expect(names.nth(2)).toBeFocused();
  await page.keyboard.type("刻蚀机");
  await page.keyboard.press("Tab");
  await expect(page.locator("[data-saved-mark]").first()).toContainText(/\d\d:\d\d/);
  await page.waitForLoadState("networkidle");
  await page.reload();
  await expect(names).toHaveCount(3);
  await expect(prices.nth(1)).toHaveValue("200");
  await expect(names.nth(2)).toHaveValue("刻蚀机");

  await names.nth(2).focus();
  await paste(page, Array.from({ length: 30 }, (_, index) => `设备${index}`).join("\n"));
  await expect(names).toHaveCount(32);
  await farRowsAreThere(page);
});

test("a range longer than one request takes is saved all the same", async ({ portal, visit }) => {
  const { page } = await visit();
  await register(page, portal, owner);
  await createCompany(page, exampleApplicant);
  const application = await startApplication(page);
  await page.goto(sectionUrl(application, "equipment"));
  const names = cells(page, "tool_name");
  await names.first().focus();
  const lines = Array.from({ length: 205 }, (_, index) => `设备${index}\t\t\t${index + 1}\t12.5`);
  await paste(page, lines.join("\n"));
  await expect(names).toHaveCount(200);
  await expect(page.locator('[data-paste-status="equipment"]')).toContainText("5行没有粘贴");
  await page.waitForLoadState("networkidle");
  await expect(page.locator("[data-saved-mark]").first()).toContainText(/\d\d:\d\d/);
  await page.reload();
  await expect(names).toHaveCount(200);
  await expect(cells(page, "quantity").first()).toHaveValue("1");
  await expect(cells(page, "quantity").nth(199)).toHaveValue("200");
});

/** Rows that are not painted while somebody types far from them are read out, found and reached all the same. */
async function farRowsAreThere(page: Page): Promise<void> {
  const names = cells(page, "tool_name");
  const last = names.last();
  const farAround = (box: Locator) => box.locator("xpath=ancestor::*[@data-far]");
  const typeAtTheTop = async () => {
    await names.first().focus();
    await expect(farAround(last)).toHaveCount(1);
  };
  await typeAtTheTop();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const spoken = new Set(nodes.map(({ value }) => value?.value));
  const typed = await names.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  expect(typed.filter((each) => !spoken.has(each))).toEqual([]);

  expect(await page.evaluate(() => (window as unknown as Finder).find("设备29"))).toBe(true);
  await expect(last).toBeInViewport();
  await expect(farAround(last)).toHaveCount(0);

  await typeAtTheTop();
  await page.locator('button[value="add-row:equipment"]').focus();
  await page.keyboard.press("Shift+Tab");
  const reached = page.locator(":focus");
  await expect(reached).toBeInViewport();
  await expect(farAround(reached)).toHaveCount(0);
}

/** As Ctrl+F finds. */
interface Finder {
  find(text: string): boolean;
}

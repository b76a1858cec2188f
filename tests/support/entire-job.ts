import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import type { Download, Page } from "@playwright/test";
import { applicationStateMessages } from "#app/i18n/messages/application-states.ts";
import { exampleAnswersC5, exampleApplicant } from "#tests/world/example-answers-c5.ts";
import { expect, type Portal, type Visitor } from "./browser-test.ts";
import { fillApplication, sectionUrl } from "./fill-application.ts";
import { reviewerPeople } from "./fund-people.ts";
import { linkIn } from "./mailbox.ts";
import * as office from "./office-steps.ts";
import { createCompany, register, signAndSubmit, signIn, startApplication } from "./steps.ts";

interface Job {
  portal: Portal;
  visit(): Promise<Visitor>;
  language: "zh" | "en";
}

/** From a company's registration to the exported decision, by everybody whose hands it goes through. */
export async function entireJob({ portal, visit, language }: Job): Promise<void> {
  const owner = { name: "赵示例", email: "owner@jiazi.example" };
  const { page: company } = await visit();
  await register(company, portal, owner);
  await createCompany(company, exampleApplicant);
  const application = await startApplication(company);
  const id = application.split("/").at(-1) as string;
  await expect(company.locator("html")).toHaveAttribute("lang", language === "zh" ? "zh-CN" : "en");
  await fillApplication(company, application, exampleAnswersC5);
  const number = await signAndSubmit(company, application, owner.name);
  await receiptArrived(company, portal, owner.email, number);

  const { page: officer } = await visit();
  await signIn(officer, "officer@fund.example");
  await office.requestCorrection(officer, id, "filing|significance", "未写明项目与山西产业布局的关系。");
  await correct(company, portal, application, owner);
  await office.accept(officer, id);
  await office.assignEverybody(
    officer,
    id,
    reviewerPeople.map(({ name }) => name),
  );

  for (const [index, { email }] of reviewerPeople.entries()) {
    const { page, context } = await visit();
    await signIn(page, email);
    await (index === 0 ? office.reviewByKeyboard(page) : office.reviewByPointer(page));
    await context.close();
  }
  await office.move(officer, id, "close_scoring");
  await ranked(officer, id);
  await office.move(officer, id, "send_to_committee");
  await office.recordApproval(officer, id, "9000", beijingToday());
  await expect(officer.locator('button[value="release"]')).toHaveCount(0);
  await embargoHolds(company, application, language);

  const { page: chair } = await visit();
  await signIn(chair, "chair@fund.example");
  await chair.goto(new URL(officer.url()).pathname);
  // By keyboard: the letter frame above may still be growing under a pointer.
  await chair.locator('button[name="intent"][value="release"]').press("Enter");
  // The letters are put together once more and compared with what was seen.
  await expect(chair).toHaveURL(/done=released/, { timeout: 45_000 });
  await expect(chair.locator("html")).toHaveAttribute("lang", language === "zh" ? "zh-CN" : "en");
  await outcomeIsKnown(company, application);

  const { page: administrator } = await visit();
  await signIn(administrator, "administrator@fund.example");
  await letterIsQueued(administrator, owner.email);
  await exportsOpen(administrator, number);
}

async function receiptArrived(page: Page, portal: Portal, email: string, number: string): Promise<void> {
  const hash = /[0-9a-f]{64}/.exec(
    ((await page.locator("main").textContent()) ?? "").replaceAll(" ", ""),
  )?.[0];
  expect(hash, "the hash on the receipt").toBeTruthy();
  const mail = await portal.mailbox.waitFor(email, new RegExp(number));
  expect(linkIn(mail, /^\/applications\//)).toContain("/applications/");
}

/** The company finds only the flagged question open, answers it and submits again. */
async function correct(
  page: Page,
  portal: Portal,
  application: string,
  owner: { name: string; email: string },
) {
  await portal.mailbox.waitFor(owner.email, /补正|correct/i);
  await page.goto(`${application}/status`);
  await expect(page.locator("main")).toContainText("未写明项目与山西产业布局的关系。");
  await page.goto(sectionUrl(application, "filing"));
  await expect(page.locator('[name="summary"]')).toHaveCount(0);
  const answer = page.locator('textarea[name="significance"]');
  await answer.fill(
    `${await answer.inputValue()}\n补充：项目与省内材料、装备企业形成配套，已列入山西半导体产业布局。`,
  );
  await page.locator('button[name="intent"][value="continue"]').last().click();
  await expect(page).not.toHaveURL(/\/sections\/filing$/);
  await signAndSubmit(page, application, owner.name);
}

/** Three equal sheets: domain.md §5.4 makes them 77.50. */
async function ranked(page: Page, id: string): Promise<void> {
  await page.goto("/staff/ranking/C5");
  await expect(page.locator("tr", { has: page.locator(`a[href*="${id}"]`) })).toContainText("77.50");
}

async function embargoHolds(page: Page, application: string, language: "zh" | "en"): Promise<void> {
  await page.goto(`${application}/status`);
  await expect(page.locator("main")).toContainText(applicationStateMessages[language].forApplicant.ic_review);
  await expect(page.locator("body")).not.toContainText("签约前取得环评批复");
}

async function outcomeIsKnown(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/status`);
  await expect(page.locator("main")).toContainText("签约前取得环评批复");
}

async function letterIsQueued(page: Page, email: string): Promise<void> {
  await page.goto("/staff/mail");
  const row = page.locator("tr", { hasText: email }).first();
  await expect(row).toBeVisible();
  await row.locator("a").first().click();
  await expect(page.locator("main")).toContainText(email);
}

async function exportsOpen(page: Page, number: string): Promise<void> {
  for (const kind of ["applications", "decisions"]) {
    const csv = await readFile(await downloaded(page, `/staff/exports/${kind}.csv`), "utf8");
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const line = csv.split("\r\n").find((each) => each.includes(number));
    expect(line).toContain(kind === "decisions" ? "9000" : "功率器件");
  }
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await downloaded(page, "/staff/exports/decisions.xlsx"));
  const [sheet] = book.worksheets;
  expect(sheet?.views[0]?.state).toBe("frozen");
  const values = sheet?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])) ?? [];
  expect(values).toContain(number);
  expect(values).toContain(9_000);
}

async function downloaded(page: Page, path: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download") as Promise<Download>,
    page.evaluate((to) => location.assign(to), path),
  ]);
  return await download.path();
}

const beijingToday = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

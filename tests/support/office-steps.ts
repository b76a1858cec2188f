import { expect, type Page } from "@playwright/test";
import { formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import { axeFaults, sidewaysScroll } from "./axe.ts";

/** Steps of the fund's people and reviewers, by names and values that are the same in both languages. */
export const intent = (page: Page, value: string) =>
  page.locator(`button[name="intent"][value="${value}"]`).last();

export async function startCheck(page: Page, id: string): Promise<void> {
  await page.goto(`/staff/applications/${id}/check`);
  const openCall = page.locator("#evenThoughOpen");
  if (await openCall.count()) await openCall.check();
  await intent(page, "start").click();
  await expect(page.locator("#F14")).toBeVisible();
}

export async function markAll(page: Page, problem?: string): Promise<void> {
  for (const code of formalCheckCodes) {
    await page.locator(`#${code}-${code === problem ? "problem" : "ok"}`).check();
    await page.locator(`#${code}-note`).fill(code === problem ? "示例：需要补充说明" : "");
  }
}

/** Sends it back with one defect, on one question. */
export async function requestCorrection(
  page: Page,
  id: string,
  place: string,
  reason: string,
): Promise<void> {
  await startCheck(page, id);
  await markAll(page, "F04");
  await page.locator("#item-0-place").selectOption(place);
  await page.locator("#item-0-reason").fill(reason);
  await page.locator('[name="item.0.wanted"]').fill("补充上述内容后重新提交。");
  await intent(page, "correct").click();
  await expect(page).toHaveURL(new RegExp(`/staff/applications/${id}/check/notice`));
  await expectSound(page);
  await intent(page, "send").click();
  await expect(page).toHaveURL(new RegExp(`/staff/applications/${id}(#.*)?$`));
}

/** As it stands now: no fault for axe, and nothing sticks out on a phone. */
async function expectSound(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await sidewaysScroll(page)).toEqual([]);
  if (size) await page.setViewportSize(size);
}

export async function accept(page: Page, id: string): Promise<void> {
  await startCheck(page, id);
  await markAll(page);
  await expectSound(page);
  for (const solved of await page.locator('input[name^="verdict."][value="solved"]').all())
    await solved.check();
  await intent(page, "accept").click();
  await expect(page).toHaveURL(new RegExp(`/staff/applications/${id}(#.*)?$`));
}

export async function assignEverybody(page: Page, id: string, names: readonly string[]): Promise<void> {
  await page.goto(`/staff/applications/${id}/reviewers`);
  for (const name of names) {
    await page.locator("tr", { hasText: name }).locator('button[name="reviewer"]').click();
    await expect(page.locator("section", { has: page.locator("#assigned") })).toContainText(name);
  }
}

const scores = ["4", "4.5", "3.5", "4", "4", "3.5", "4"];
const overall =
  "建设条件落实，团队稳定，工艺已在试验线验证；主要不确定性在设备交期和客户认证节奏，对策具体可行。".repeat(
    3,
  );

/** From 4.5 upwards a score needs words; the sheet opens the box for them. */
const praise =
  "第三方检测报告齐全，主要指标优于国内最好水平，长晶、外延与器件设计均为自主完成，替代路线清楚。";

/** Declares, scores every criterion with the keyboard and submits with Ctrl+Enter. */
export async function reviewByKeyboard(page: Page): Promise<void> {
  await declareNoConflict(page);
  for (const [index, score] of scores.entries()) {
    await page.keyboard.press(String(index + 1));
    await expect(page.locator(`[data-criterion="K${index + 1}"] input:focus`)).toHaveCount(1);
    for (let step = 0; step < Number(score) * 2; step++) await page.keyboard.press("ArrowRight");
    await expect(page.locator(`input[name="K${index + 1}.score"]:checked`)).toHaveValue(score);
  }
  await page.locator('[name="K2.comment"]').fill(praise);
  await page.locator("#overall").fill(overall);
  await page.locator('input[name="advice"][value="recommend"]').focus();
  await page.keyboard.press("Space");
  await page.locator('input[name="inScope"][value="yes"]').focus();
  await page.keyboard.press("Space");
  await expect(page.locator('[data-saved-mark][data-state="saved"]').first()).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("form[data-review]")).toHaveCount(0);
}

/** The same with the pointer; without waiting for anything to save itself. */
export async function reviewByPointer(page: Page): Promise<void> {
  await declareNoConflict(page);
  for (const [index, score] of scores.entries())
    await page.locator(`input[name="K${index + 1}.score"][value="${score}"]`).check({ force: true });
  await page.locator('[name="K2.comment"]').fill(praise);
  await page.locator("#overall").fill(overall);
  await page.locator('input[name="advice"][value="conditional"]').check();
  await page.locator('input[name="inScope"][value="yes"]').check();
  await intent(page, "submit").click();
  await expect(page.locator("form[data-review]")).toHaveCount(0);
}

async function declareNoConflict(page: Page): Promise<void> {
  await page.goto("/reviews");
  await page.locator("[data-row-link]").first().click();
  await expect(page).toHaveURL(/\/declare$/);
  await page.locator('input[name="conflict"][value="no"]').check();
  await page.locator("#signed").check();
  await intent(page, "declare").click();
  await expect(page.locator("form[data-review]")).toBeVisible();
  // The keys work once the page's script runs.
  await page.waitForLoadState();
}

export async function move(page: Page, id: string, to: string): Promise<void> {
  await page.goto(`/staff/applications/${id}`);
  const button = intent(page, to);
  if (!(await button.isVisible())) await page.locator("details", { has: button }).locator("summary").click();
  const form = page.locator("form", { has: button });
  const reason = form.locator('textarea[name="reason"]');
  if (await reason.count()) await reason.fill("示例：按会议安排提交投委会审议，材料齐全。");
  await button.click();
}

export async function recordApproval(
  page: Page,
  id: string,
  amountWan: string,
  meetingOn: string,
): Promise<void> {
  await page.goto(`/staff/applications/${id}/decision`);
  await page.locator('input[name="kind"][value="approve_with_conditions"]').check();
  await page.locator('input[name="meetingOn"]').fill(meetingOn);
  await page.locator('input[name="amount"]').fill(amountWan);
  await page
    .locator('textarea[name="conditions"]')
    .fill("签约前取得环评批复，并完成用地手续；首期资金按里程碑拨付。");
  await page.locator("main form button.btn-primary").click();
  await expect(page).toHaveURL(/\/staff\/decisions\/[\w-]{36}\?done=recorded/);
}

import { expect, type Page } from "@playwright/test";
import type { Portal } from "./browser-test.ts";
import { password } from "./fund-people.ts";
import { linkIn } from "./mailbox.ts";

/** Steps that every journey takes, by names and addresses that are the same in both languages. */
export async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(secret);
  await page.locator('input[name="password"]').press("Enter");
  await expect(page).not.toHaveURL(/\/sign-in/);
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('form[action="/sign-out"] button').first().click();
  await expect(page).toHaveURL(/\/sign-in/);
}

/** Registers with the mailed link and ends where a new company is entered. */
export async function register(
  page: Page,
  portal: Portal,
  person: { name: string; email: string },
): Promise<void> {
  await page.goto("/register");
  await page.locator('input[name="name"]').fill(person.name);
  await page.locator('input[name="email"]').fill(person.email);
  await page.locator("main form button.btn-primary").click();
  const mail = await portal.mailbox.waitFor(person.email, /verify-email/);
  await page.goto(linkIn(mail, /^\/verify-email\//));
  await page.locator('input[name="password"]').fill(password);
  await page.locator("main form button.btn-primary").click();
  await expect(page).toHaveURL(/\/companies\/new/);
}

export async function createCompany(
  page: Page,
  company: { uscc: string; nameZh: string; nameEn: string },
): Promise<string> {
  await page.goto("/companies/new");
  await page.locator('input[name="uscc"]').fill(company.uscc);
  await page.locator('input[name="nameZh"]').fill(company.nameZh);
  await page.locator('input[name="nameEn"]').fill(company.nameEn);
  await page.locator("main form button.btn-primary").click();
  await expect(page).toHaveURL(/\/companies\/[\w-]{36}/);
  return new URL(page.url()).pathname;
}

/** From the call's public page to the task list; the address of the application. */
export async function startApplication(page: Page): Promise<string> {
  await page.goto("/calls/C5");
  await page.locator('a[href="/applications/new?call=C5"]').first().click();
  await page.locator("main form button.btn-primary").click();
  await expect(page).toHaveURL(/\/applications\/[\w-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Checks, declares, signs and submits; ends on the receipt and returns the application's number. */
export async function signAndSubmit(page: Page, application: string, name: string): Promise<string> {
  await page.goto(`${application}/check`);
  for (const box of await page.locator('input[name="declared"]').all()) await box.check();
  await page.locator("#sign-name").fill(name);
  await page.locator(`form[action="${application}/submit"] button.btn-primary`).click();
  await expect(page).toHaveURL(/\/receipt\/\d+$/);
  const number = /SXIC-\d{4}-C5-\d{4}/.exec((await page.locator("main").textContent()) ?? "")?.[0];
  expect(number, "the number on the receipt").toBeTruthy();
  return number as string;
}

/** The owner invites, the colleague accepts with an account of their own. */
export async function joinAsEditor(
  first: Page,
  second: Page,
  portal: Portal,
  { company, person: colleague }: { company: string; person: { name: string; email: string } },
): Promise<void> {
  await first.goto(`${company}/members`);
  await first.locator('input[name="email"]').fill(colleague.email);
  await first.locator('input[name="role"][value="editor"]').check();
  await first
    .locator("form", { has: first.locator('input[name="email"]') })
    .locator("button.btn")
    .last()
    .click();
  const mail = await portal.mailbox.waitFor(colleague.email, /invitations/);
  await second.goto(linkIn(mail, /^\/invitations\//));
  await second.locator('input[name="name"]').fill(colleague.name);
  await second.locator('input[name="password"]').fill(password);
  await second.locator("main form button.btn-primary").click();
  await expect(second).not.toHaveURL(/\/invitations\//);
}

/** The mark turns to "saved" only by an answer of the server; it is at rest when nothing is on its way. */
export async function saved(page: Page, typing: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/autosave") && response.ok());
  await typing();
  await answered;
  await expect(page.locator("[data-saved-mark]").first()).toContainText(/\d\d:\d\d/);
}

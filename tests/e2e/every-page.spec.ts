import type { Page } from "@playwright/test";
import { callGroups } from "#app/domain/calls/call-document.ts";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { axeFaults, sidewaysScroll } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { sections } from "#tests/support/fill-application.ts";
import { addressesOf, linkOn, ofApplication, walks } from "#tests/support/pages-of.ts";
import { signIn } from "#tests/support/steps.ts";

test.use({ template: "demo" });

/** Wide: axe. Narrow: nothing sticks out. Each page in both languages, as those who may open it. */
for (const [name, walk] of Object.entries(walks))
  test(`every page of ${name} is accessible and fits a phone, in both languages`, async ({ visit }) => {
    test.setTimeout(400_000);
    const { page } = await visit();
    if (walk.who) await signIn(page, walk.who, demoPassword);
    const addresses = await addressesOf(page, walk);
    if (name === "owner") addresses.push(...(await pagesOfDraft(page)));
    if (name === "administrator") addresses.push(...(await pagesOfCalls(page)));
    const faults: string[] = [];
    for (const address of addresses) faults.push(...(await faultsOf(page, address)));
    expect(faults.join("\n")).toBe("");
  });

test("pages that say what is wrong are accessible too", async ({ visit }) => {
  test.setTimeout(120_000);
  const { page } = await visit();
  const faults: string[] = [];
  for (const language of ["zh", "en"]) {
    for (const address of ["/register", "/sign-in", "/reset"]) {
      await page.goto(`${address}?lang=${language}`);
      await page.locator("main form button.btn-primary").click();
      await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
      faults.push(...(await checked(page, `${address} refused, ${language}`)));
    }
  }
  expect(faults.join("\n")).toBe("");
});

async function pagesOfDraft(page: Page): Promise<string[]> {
  const application = await linkOn(page, "/workspace", /^\/applications\/[\w-]{36}$/);
  if (!application) throw new Error("The owner of the demonstration has no draft");
  return ofApplication(
    application,
    sections.map(({ section }) => section.key),
  );
}

/** Everything of a call that is still written, and of an open one what is frozen. */
async function pagesOfCalls(page: Page): Promise<string[]> {
  const [written, open] = [await callOf(page, "C3"), await callOf(page, "C5")];
  return [
    ...[`${written}/edit`, ...callGroups.map((group) => `${written}/edit/${group}`)],
    ...["tests", "testers", "preview", "import", "withdraw"].map((rest) => `${written}/${rest}`),
    ...["edit/rubric", "testers"].map((rest) => `${open}/${rest}`),
  ];
}

async function callOf(page: Page, code: string): Promise<string> {
  await page.goto("/staff/calls");
  const row = page.locator("main tr", { hasText: new RegExp(`\\b${code} \\d{4}`) });
  return (await row.locator('a[href^="/staff/calls/"]').first().getAttribute("href")) ?? "";
}

async function faultsOf(page: Page, address: string): Promise<string[]> {
  const faults: string[] = [];
  for (const language of ["zh", "en"]) {
    await page.setViewportSize({ width: 1280, height: 900 });
    // A section in Chinese as it stands, in English with everything that is missing.
    const check = language === "en" && address.includes("/sections/") ? "check=1&" : "";
    await page.goto(`${address}${address.includes("?") ? "&" : "?"}${check}lang=${language}`);
    // Contrast takes the most of the time; colours are the same in both, and an English section shows its faults.
    const colours = language === "zh" || check !== "";
    faults.push(...(await checked(page, `${address} ${language}`, colours)));
  }
  return faults;
}

/** The narrowest window stands for every phone: no style changes between it and 390 px (narrow-windows.test.ts). */
async function checked(page: Page, where: string, colours = true): Promise<string[]> {
  const faults = await axeFaults(page, { colours });
  await page.setViewportSize({ width: 320, height: 800 });
  faults.push(...(await sidewaysScroll(page)).map((fault) => `at 320: ${fault}`));
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults.map((fault) => `${where}: ${fault}`);
}

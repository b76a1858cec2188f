import { demoPassword } from "#db/demo/sign-ins.ts";
import { smallPdf } from "#app/cli/demo/small-papers.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { sectionUrl } from "#tests/support/fill-application.ts";
import { password } from "#tests/support/fund-people.ts";
import { press, type } from "#tests/support/keyboard.ts";
import { linkIn } from "#tests/support/mailbox.ts";
import { exampleApplicant } from "#tests/world/example-answers-c5.ts";

test.use({ language: "en" });

test("registering, starting, filling and looking over takes no pointer, in English", async ({
  portal,
  visit,
}) => {
  const { page } = await visit();
  const email = "owner@keyboard.example";
  await page.goto("/register");
  await type(page, page.locator('input[name="name"]'), "Robin Example");
  await type(page, page.locator('input[name="email"]'), email);
  await page.keyboard.press("Enter");
  const mail = await portal.mailbox.waitFor(email, /verify-email/);
  await page.goto(linkIn(mail, /^\/verify-email\//));
  await type(page, page.locator('input[name="password"]'), password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/companies\/new/);
  await type(page, page.locator('input[name="uscc"]'), exampleApplicant.uscc);
  await type(page, page.locator('input[name="nameZh"]'), exampleApplicant.nameZh);
  await type(page, page.locator('input[name="nameEn"]'), exampleApplicant.nameEn);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/companies\/[\w-]{36}/);

  await page.goto("/calls/C5");
  await press(page, page.locator('a[href="/applications/new?call=C5"]').first());
  await press(page, page.locator("main form button.btn-primary"));
  await expect(page).toHaveURL(/\/applications\/[\w-]{36}$/);
  const application = new URL(page.url()).pathname;
  await press(page, page.locator(`a[href="${sectionUrl(application, "ownership")}"]`).first());
  await expect(page).toHaveURL(/\/sections\/ownership$/);

  const names = page.locator('input[name$="].holder_name"]');
  await type(page, names.first(), "First holder");
  const rows = await names.count();
  await press(page, page.locator('button[value="add-row:shareholders"]'));
  await expect(names).toHaveCount(rows + 1);
  // The new row is where one goes on.
  await expect(names.last()).toBeFocused();
  await page.keyboard.type("Second holder");
  await press(page, page.locator('button[value^="remove-row:shareholders"]').last());
  await expect(names).toHaveCount(rows);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);

  const chart = page.locator('[data-files="a05_ownership_chart"]');
  const chosen = page.waitForEvent("filechooser");
  await press(page, chart.locator('input[type="file"]'));
  await (
    await chosen
  ).setFiles({
    ...{ name: "chart.pdf", mimeType: "application/pdf", buffer: smallPdf(["Chart"]) },
  });
  await press(page, chart.locator('button[value="upload:a05_ownership_chart"]'));
  await expect(chart).toContainText("chart.pdf");
  await press(page, page.locator('button[name="intent"][value="return"]').last());
  await expect(page).toHaveURL(new RegExp(`${application}$`));

  await press(page, page.locator(`a[href="${application}/check"]`).first());
  await expect(page).toHaveURL(/\/check$/);
  const gap = page.locator('main a[href*="/sections/ownership"][href*="#"]').first();
  await press(page, gap.locator("xpath=ancestor::details[not(@open)]/summary").first());
  const field = new URL((await gap.getAttribute("href")) ?? "", page.url()).hash.slice(1);
  await press(page, gap);
  await expect(page).toHaveURL(/\/sections\/ownership/);
  const at = await page.evaluate(() => document.activeElement?.id ?? "");
  expect(at, `the link to ${field} lands on the field`).not.toBe("");
});

test.describe("in the demonstration", () => {
  test.use({ template: "demo" });

  test("answering a correction and submitting it takes no pointer, in English", async ({ visit }) => {
    const { page } = await visit();
    await page.goto("/sign-in");
    await type(page, page.locator('input[name="email"]'), "owner@yichou.example");
    await type(page, page.locator('input[name="password"]'), demoPassword);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/workspace/);
    const correcting = await page
      .locator('a[href^="/applications/"]')
      .evaluateAll((links) => links.map((each) => each.getAttribute("href")));
    const status = correcting.find((href) => href?.endsWith("/status")) ?? "";
    await press(page, page.locator(`a[href="${status}"]`).first());
    await expect(page.locator("#flags li")).toHaveCount(2);
    const open = page.locator("#flags li", { has: page.locator("details") }).last();
    await press(page, open.locator("summary"));
    await type(page, open.locator("textarea"), "The sampling is now described in the annex.");
    await press(page, open.locator('button[type="submit"], button:not([type])').last());
    await expect(page.locator("#flags")).toContainText("The sampling is now described");

    const application = status.replace(/\/status$/, "");
    await page.goto(application);
    await press(page, page.locator(`a[href="${application}/check"]`).first());
    await expect(page.locator("#sign-name")).toBeVisible();
    for (const box of await page.locator('input[name="declared"]').all()) await press(page, box, "Space");
    await type(page, page.locator("#sign-name"), "Alex Example");
    await press(page, page.locator(`form[action="${application}/submit"] button.btn-primary`));
    await expect(page).toHaveURL(/\/receipt\/\d+$/);
  });
});

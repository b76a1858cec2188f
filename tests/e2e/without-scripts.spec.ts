import { expect, test } from "#tests/support/browser-test.ts";
import { fillApplication, sectionUrl } from "#tests/support/fill-application.ts";
import {
  createCompany,
  register,
  signAndSubmit,
  signIn,
  signOut,
  startApplication,
} from "#tests/support/steps.ts";
import { exampleAnswersC5, exampleApplicant } from "#tests/world/example-answers-c5.ts";

test.use({ scripts: false });

test("from registration to submission without a line of script", async ({ portal, visit }) => {
  test.setTimeout(300_000);
  const { page } = await visit();
  const owner = { name: "赵示例", email: "owner@jiazi.example" };
  await register(page, portal, owner);
  await createCompany(page, exampleApplicant);
  const application = await startApplication(page);

  await test.step("rows come and go, and Enter never removes one", async () => {
    await page.goto(sectionUrl(application, "ownership"));
    const names = page.locator('[data-table="shareholders"] input[name$=".holder_name"]');
    for (const name of ["甲子控股示例", "将被删除的股东"]) {
      await page.locator('button[value="add-row:shareholders"]').click();
      await names.last().fill(name);
    }
    await page.locator('button[value^="remove-row:shareholders/"]').last().click();
    await expect(names).toHaveCount(1);
    await expect(names).toHaveValue("甲子控股示例");
    await names.press("Enter");
    await page.goto(sectionUrl(application, "ownership"));
    await expect(names).toHaveValue("甲子控股示例");
  });

  await test.step("signing out loses nothing", async () => {
    await signOut(page);
    await signIn(page, owner.email);
    await page.goto(sectionUrl(application, "ownership"));
    await expect(page.locator('[name="shareholders[0].holder_name"]')).toHaveValue("甲子控股示例");
  });

  await fillApplication(page, application, exampleAnswersC5);
  await signAndSubmit(page, application, owner.name);
});

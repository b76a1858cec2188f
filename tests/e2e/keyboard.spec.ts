import type { Page } from "@playwright/test";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { sectionUrl } from "#tests/support/fill-application.ts";
import { press, type } from "#tests/support/keyboard.ts";
import { linkOn } from "#tests/support/pages-of.ts";
import { signIn } from "#tests/support/steps.ts";

test.use({ template: "demo" });

/** Everything that can be used takes the focus. */
async function tabThrough(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, textarea, summary, [tabindex='0']",
      ),
    ].filter((each) => each.checkVisibility() && !(each as HTMLInputElement).disabled && each.tabIndex >= 0);
    const faults: string[] = [];
    for (const each of all) {
      if ((each as HTMLInputElement).type === "hidden") continue;
      each.focus();
      if (document.activeElement !== each) faults.push(`takes no focus: ${each.outerHTML.slice(0, 100)}`);
    }
    return faults;
  });
}

async function focusShows(page: Page, presses: number): Promise<void> {
  for (let i = 0; i < presses; i++) {
    await page.keyboard.press("Tab");
    const shows = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      if (!at || at === document.body) return true;
      const style = getComputedStyle(at);
      return style.outlineStyle !== "none" || style.boxShadow !== "none";
    });
    expect(shows, `focus ${i + 1} on ${page.url()} is visible`).toBe(true);
  }
}

test("signing in takes no pointer", async ({ visit }) => {
  const { page } = await visit();
  await page.goto("/sign-in");
  await focusShows(page, 6);
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.locator('a[href="#main"]')).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("owner@jiazi.example");
  while (!(await page.locator('input[name="password"]').evaluate((box) => box === document.activeElement)))
    await page.keyboard.press("Tab");
  await page.keyboard.type(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/workspace/);
});

test("a section is filled and left, and a signature asked for and not, without a pointer", async ({
  visit,
}) => {
  const { page } = await visit();
  await signIn(page, "editor@jiazi.example", demoPassword);
  const application = await linkOn(page, "/workspace", /^\/applications\/[\w-]{36}$/);
  await page.goto(sectionUrl(application ?? "", "filing"));
  expect(await tabThrough(page)).toEqual([]);
  await page.reload();
  await focusShows(page, 25);
  const title = page.locator('input[name="project_name_zh"]');
  await title.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("二");
  const value = await title.inputValue();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/\/sections\/filing$/);
  await page.goto(sectionUrl(application ?? "", "filing"));
  await expect(title).toHaveValue(value);

  await page.goto(`${application}/check`);
  await type(page, page.locator("#sign-off-note"), "请签字，附件已经齐全。");
  await press(page, page.locator('button[name="intent"][value="ask"]'));
  await expect(page.locator("#sign-off")).toContainText("请签字，附件已经齐全。");
  await press(page, page.locator('#sign-off button[value="withdraw"]'));
  await expect(page.locator('button[name="intent"][value="ask"]')).toBeVisible();
});

test("the reviewer's queue and score sheet take no pointer", async ({ visit }) => {
  const { page } = await visit();
  await signIn(page, "reviewer1@experts.example", demoPassword);
  await page.goto("/reviews");
  expect(await tabThrough(page)).toEqual([]);
  await page.locator("h1").click();
  await page.keyboard.press("j");
  await expect(page.locator("[data-row-link]").first()).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(page.locator("[data-row-link]").first()).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.locator(".query input").first()).toBeFocused();
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await expect(page.locator(".keys")).toBeFocused();
  await page.keyboard.press("j");
  const row = await page.locator(":focus").getAttribute("href");
  await page.keyboard.press("s");
  await expect(page).toHaveURL(new RegExp(`${row}#sheet$`));
  await page.goto((await linkOn(page, "/reviews?view=in_progress", /^\/reviews\/[\w-]{36}$/)) ?? "");
  expect(await tabThrough(page)).toEqual([]);
  await page.reload();
  await focusShows(page, 20);
  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.keyboard.press("3");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator('[data-criterion="K3"] input:checked')).toBeFocused();
});

import type { Page } from "@playwright/test";
import { demoPassword } from "#db/demo/sign-ins.ts";
import { reviewMessages } from "#app/i18n/messages/reviews.ts";
import { axeFaults } from "#tests/support/axe.ts";
import { expect, test } from "#tests/support/browser-test.ts";
import { journeyIn } from "#tests/support/journey-languages.ts";
import { linkOn } from "#tests/support/pages-of.ts";
import { saved, signIn } from "#tests/support/steps.ts";

test.use({ template: "demo" });

const mark = (page: Page) => page.locator("[data-saved-mark]").first();
const overall = (page: Page) => page.locator("#overall");
const score = (page: Page, value: string) => page.locator(`input[name="K7.score"][value="${value}"]`);

for (const language of journeyIn("zh"))
  test(`a review loses nothing between two windows, without a connection, in a tab that crashes (${language})`, async ({
    visit,
  }) => {
    const t = reviewMessages[language].sheet;
    const { page, context } = await visit({ language });
    await signIn(page, "reviewer1@experts.example", demoPassword);
    const address = (await linkOn(page, "/reviews?view=in_progress", /^\/reviews\/[\w-]{36}$/)) ?? "";
    await page.goto(address);
    await saved(page, () => overall(page).fill("产线条件落实。"));
    const other = await context.newPage();
    await other.goto(address);
    await expect(overall(other)).toHaveValue("产线条件落实。");

    // One text in two windows: both changes stand.
    await saved(page, () => overall(page).fill("第一，产线条件落实。"));
    await overall(other).fill("产线条件落实。设备交期偏紧。");
    await expect(overall(other)).toHaveValue("第一，产线条件落实。设备交期偏紧。");

    // One score in two windows: the reviewer is asked.
    await saved(page, () => score(page, "4").check({ force: true }));
    await score(other, "3").check({ force: true });
    await expect(mark(other)).toHaveText(t.conflictFound);
    expect(await axeFaults(other)).toEqual([]);
    await saved(other, () => other.getByRole("button", { name: t.useMine }).click());

    await other.reload();
    await expect(score(other, "3")).toBeChecked();
    await context.setOffline(true);
    await overall(other).fill("断网时写的总评。");
    await expect(mark(other)).toHaveText(t.keptOffline);
    // The other window closes first: it has nothing unsaved, and must not be the one that brings it back.
    await page.close();
    await other.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(address);
    await expect(overall(again)).toHaveValue("断网时写的总评。");
  });

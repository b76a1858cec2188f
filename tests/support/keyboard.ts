import { expect, type Locator, type Page } from "@playwright/test";

/** As far as it is by Tab alone; what cannot be reached fails. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

export const type = async (page: Page, box: Locator, text: string) => {
  await tabTo(page, box);
  await page.keyboard.type(text);
};

export const press = async (page: Page, target: Locator, key: "Enter" | "Space" = "Enter") => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds on the page as it stands, one line a fault. The window is as tall as the page: a bar that stays in
 * sight while people scroll covers whatever lies under it just now, and axe would call that too small to touch.
 */
export async function axeFaults(page: Page, { colours = true } = {}): Promise<string[]> {
  const window = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (window && height > window.height) await page.setViewportSize({ width: window.width, height });
  const faults = await faultsOf(page, colours);
  if (window && height > window.height) await page.setViewportSize(window);
  return faults;
}

async function faultsOf(page: Page, colours: boolean): Promise<string[]> {
  // What passed need not be described, which on a long page takes most of the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({
      resultTypes: ["violations"],
      runOnly: { type: "tag", values: rules },
      ...(colours ? {} : { rules: { "color-contrast": { enabled: false } } }),
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${firstLine(failureSummary)}`),
  );
}

const firstLine = (text = ""): string => text.split("\n").slice(1, 2).join("").trim().slice(0, 160);

/** How far the page can be moved sideways, and what sticks out. */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= innerWidth) return [];
    const culprits = [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".scroll-x"),
      )
      .slice(-3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 80));
    return [`${root.scrollWidth} px wide: ${culprits.join(", ")}`];
  });
}

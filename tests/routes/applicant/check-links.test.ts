import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { differenceOfAnswers } from "#app/domain/forms/difference-of-answers.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { type FilingCompany, filingCompany } from "#tests/features/applications/filing-company.ts";
import { c5Definition, exampleAnswersC5 } from "#tests/world/example-answers-c5.ts";
import { applicantBrowser, unescaped } from "./applicant-browser.ts";

/** Every point the check page lists leads to something that can take the focus. */
describe("links of the check page", () => {
  let world: FilingCompany;
  let browser: Awaited<ReturnType<typeof applicantBrowser>>;
  beforeAll(async () => {
    world = await filingCompany("sqlite");
    browser = await applicantBrowser(world);
  });
  afterAll(() => world.portal.destroy());

  /** The example with every nth answer left out and every mth spoilt: gaps, wrong cells and warnings everywhere. */
  async function halfFilled(nth: number, mth: number): Promise<string> {
    const id = await world.start();
    const form = compileForm(c5Definition);
    let count = 0;
    for (const { section, questions } of form.sections) {
      if (section.kind === "signing") continue;
      const keys = new Set(questions.map(({ field }) => field.key));
      const answers = Object.fromEntries(Object.entries(exampleAnswersC5).filter(([key]) => keys.has(key)));
      const operations = differenceOfAnswers({}, answers)
        .filter((each) => each.kind === "set" || !form.questionByKey.get(each.table)?.fixedRows)
        .filter((each) => each.kind !== "set" || (count += 1) % nth !== 0)
        .map((each) =>
          each.kind === "set" && typeof each.value === "string" && count++ % mth === 0
            ? { ...each, value: "约2000000000" }
            : each,
        )
        .map((each) => ({ ...each, opId: crypto.randomUUID(), baseVersion: 0 }));
      const saved = await saveAnswers(world.portal.ctx(world.owner), {
        applicationId: id,
        sectionKey: section.key,
        operations,
      });
      if (!saved.ok) throw new Error(saved.reason);
    }
    return id;
  }

  const focusable = (tag: string): boolean =>
    (/^<(input|select|textarea|button|a)\b/.test(tag) &&
      !/\sdisabled/.test(tag) &&
      !/type="hidden"/.test(tag)) ||
    /\stabindex="-?\d+"/i.test(tag);

  it.each([
    ["nothing filled in", 1, 1_000],
    ["half of it filled in", 2, 7],
    ["most of it filled in, much of it wrong", 9, 3],
  ])("lead to a control: %s", async (_name, nth, mth) => {
    const id = await halfFilled(nth, mth);
    const check = await browser.open(`/applications/${id}/check`, world.owner);
    const links = [...check.html.matchAll(/href="(\/applications\/[^"#]+\/sections\/[^"#]+)#([^"]+)"/g)].map(
      ([, page, anchor]) => ({ page: unescaped(page!), anchor: unescaped(anchor!) }),
    );
    const listed = links.filter(({ page }) => page.includes("check=1"));
    expect(listed.length).toBeGreaterThan(20);
    const pages = new Map<string, string>();
    const lost: string[] = [];
    for (const { page, anchor } of listed) {
      const html =
        pages.get(page) ??
        (await browser.open(page, world.owner)).html.replace(/<template[\s\S]*?<\/template>/g, "");
      pages.set(page, html);
      const tag = new RegExp(`<[a-z]+\\b[^>]*\\sid="${anchor}"[^>]*>`).exec(html)?.[0];
      if (!tag || !focusable(tag)) lost.push(`${page}#${anchor} → ${tag ?? "nothing"}`);
    }
    expect(lost).toEqual([]);
  });
});

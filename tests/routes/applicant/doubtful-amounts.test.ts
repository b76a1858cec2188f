import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkSection } from "#app/domain/forms/check-answers.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { type FilingCompany, filingCompany } from "#tests/features/applications/filing-company.ts";
import { applicantBrowser, formFields } from "./applicant-browser.ts";

describe("an amount that looks like 元, without scripts", () => {
  let world: FilingCompany;
  let browser: Awaited<ReturnType<typeof applicantBrowser>>;
  let id: string;
  let at: string;
  beforeAll(async () => {
    world = await filingCompany("sqlite");
    browser = await applicantBrowser(world);
    id = await world.start();
    at = `/applications/${id}/sections/ownership`;
  });
  afterAll(() => world.portal.destroy());

  const raw = async () => (await findDraft(world.portal.ctx(world.owner), id))!.raw;
  const open = async (person = world.owner, path = at) => (await browser.open(path, person)).html;

  it("is asked about once, at a question and in a row, and takes either answer", async () => {
    const typed = {
      registered_capital: "2000000",
      "shareholders[0].holder_name": "甲控股",
      "shareholders[0].subscribed": "300000000",
    };
    const blank = await open();
    const cell = `shareholders/${formFields(blank).get("shareholders[0].id")}/subscribed`;
    await browser.submit(at, blank, world.owner, typed, "return");
    const asked = await open();
    expect(asked).toContain("这里的单位是万元。您要填的是200.00万元吗？");
    expect(asked).toMatch(/认缴：(<!-- -->)?这里的单位是万元。您要填的是3亿元吗？/);
    expect(asked).toContain(`value="in-wan:${cell}"`);
    expect(asked).toContain('value="confirm-amount:registered_capital"');
    // A hundred times the likely amount cannot be right.
    expect(asked).not.toContain(`value="confirm-amount:${cell}"`);
    const kept = await browser.submit(
      at,
      asked,
      world.owner,
      { actual_controller: "甲" },
      "confirm-amount:registered_capital",
    );
    expect(kept).toMatchObject({ status: 303, location: `${at}#registered_capital` });
    const changed = await browser.submit(at, await open(), world.owner, {}, `in-wan:${cell}`);
    expect(changed.location).toBe(`${at}#${cell.replaceAll("/", "-")}`);
    expect(await raw()).toMatchObject({
      actual_controller: "甲",
      registered_capital: "2000000",
      shareholders: [{ cells: { subscribed: "30,000.00" } }],
    });
    const answered = await open(world.owner, `${at}?check=1`);
    expect(answered).not.toContain("这里的单位是万元");
    const draft = (await findDraft(world.portal.ctx(world.owner), id))!;
    const warned = () => checkSection(draft.definition, "ownership", draft.raw, draft.env).issues;
    expect(warned().filter(({ code }) => code === "money_as_yuan")).toEqual([]);
    await browser.submit(at, answered, world.owner, { registered_capital: "3000000" }, "return");
    expect(await open()).toContain('value="confirm-amount:registered_capital"');
  });
});

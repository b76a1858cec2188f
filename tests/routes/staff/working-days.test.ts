import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as overviewPage from "#app/routes/staff/working-days/overview.tsx";
import * as yearPage from "#app/routes/staff/working-days/year.tsx";
import { readHolidayYears } from "#app/features/working-calendar.ts";
import { type RankingDesk, rankingDesk } from "./ranking-desk.ts";

const notice = `一、元旦：1月1日（周六）至3日（周一）放假，共3天。
二、春节：1月25日（除夕、周二）至31日（周一）放假调休，共7天。1月22日（周六）、2月5日（周六）上班。
另行通知的假期`;
const reason = "国务院办公厅公布了2028年的安排。";

describe("the table of holidays in the browser", () => {
  let desk: RankingDesk;
  beforeAll(async () => {
    desk = await rankingDesk();
  });
  afterAll(() => desk.portal.destroy());

  type Form = Record<string, string | string[]>;
  const visit = async (form?: Form, who = desk.office.administrator, year = "2028") =>
    (await desk.browser(who)).visit(yearPage, `/staff/working-days/${year}`, {
      params: { year },
      ...(form ? { form } : {}),
    });
  const overview = async (who = desk.office.administrator, search = "") =>
    (await desk.browser(who)).visit(overviewPage, `/staff/working-days${search}`);
  /** Everything a browser would send back from the page. */
  function fieldsOf(html: string): Form {
    const text = (value: string) =>
      value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
    const form: Form = {};
    for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
      const name = /name="([^"]*)"/.exec(tag)?.[1];
      if (!name || (/type="checkbox"/.test(tag) && !/checked=""/.test(tag))) continue;
      form[name] = text(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
    }
    for (const [, name, value] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)/g))
      form[name!] = text(value!);
    return form;
  }

  it("reads the notice, shows what changes, and saves it with a reason", async () => {
    const empty = await visit();
    expect(fieldsOf(empty.html)).toMatchObject({ version: "0", rowCount: "7", "rows.0.zh": "" });
    const read = await visit({ ...fieldsOf(empty.html), intent: "read", pasted: notice });
    expect(read.shows("读出2个节假日、2个调休上班日")).toBe(true);
    expect(read.shows("另行通知的假期")).toBe(true);
    const filled = fieldsOf(read.html);
    expect(filled).toMatchObject({
      ...{ rowCount: "2", "rows.1.zh": "春节", "rows.1.from": "2028-01-25", "rows.1.to": "2028-01-31" },
      worked: "2028-01-22\n2028-02-05",
    });
    const more = await visit({ ...filled, intent: "add" });
    expect(fieldsOf(more.html)).toMatchObject({ rowCount: "3", "rows.2.zh": "" });
    const fewer = await visit({ ...fieldsOf(more.html), intent: "remove.0" });
    expect(fieldsOf(fewer.html)).toMatchObject({ rowCount: "2", "rows.0.zh": "春节" });

    const wrong = await visit({ ...filled, "rows.1.to": "soon", intent: "check" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#rows-1-to"');
    expect(wrong.html).toContain('value="soon"');
    expect(wrong.shows("写明依据")).toBe(true);

    const typed = { ...filled, sourceZh: "2028年的通知", sourceEn: "Notice of 2028", noticeOn: "2026-11-20" };
    const checked = await visit({ ...typed, final: "on", intent: "check" });
    expect(checked.status).toBe(200);
    expect(checked.shows("没有补正的截止时间因此改变")).toBe(true);
    const unsaid = await visit({ ...fieldsOf(checked.html), intent: "save" });
    expect(unsaid.status).toBe(422);
    const saved = await visit({ ...fieldsOf(unsaid.html), reason, intent: "save" });
    expect(saved.location).toBe("/staff/working-days?saved=1");
    const years = await readHolidayYears(desk.portal.db.read);
    expect(years.at(-1)).toMatchObject({
      ...{ year: 2028, version: 1, provisional: false, workedWeekendDays: ["2028-01-22", "2028-02-05"] },
    });
    const page = await overview(desk.office.officer, "?saved=1");
    expect(page.shows("2028年的通知")).toBe(true);
    expect(page.html).not.toContain("/staff/working-days/2028");
  });

  it("tells who is second what the first saved, keeps what they typed, and lets them decide", async () => {
    const mine = fieldsOf((await visit(undefined, undefined, "2027")).html);
    const theirs = fieldsOf(
      (await visit({ ...mine, "rows.0.zh": "新年", intent: "check" }, undefined, "2027")).html,
    );
    await visit({ ...theirs, reason, intent: "save" }, undefined, "2027");
    const checked = fieldsOf(
      (await visit({ ...mine, "rows.0.zh": "元旦节", intent: "check" }, undefined, "2027")).html,
    );
    const refused = await visit({ ...checked, reason, intent: "save" }, undefined, "2027");
    expect(refused.status).toBe(409);
    expect(refused.shows("另一位管理员改过2027年的表")).toBe(true);
    expect(refused.shows("新年")).toBe(true);
    expect(fieldsOf(refused.html)).toMatchObject({ "rows.0.zh": "元旦节" });
    const again = fieldsOf(
      (await visit({ ...fieldsOf(refused.html), intent: "check" }, undefined, "2027")).html,
    );
    const saved = await visit({ ...again, reason, intent: "save" }, undefined, "2027");
    expect(saved.status).toBe(303);
  });

  it("takes a year away only after showing what that changes", async () => {
    const page = fieldsOf((await visit(undefined, undefined, "2026")).html);
    const shown = await visit({ ...page, intent: "check_remove" }, undefined, "2026");
    expect(shown.shows("删除后会怎样")).toBe(true);
    const done = await visit({ ...fieldsOf(shown.html), reason, intent: "remove_table" }, undefined, "2026");
    expect(done.location).toBe("/staff/working-days?saved=1&removed=2026");
    const after = await overview(desk.office.officer);
    expect(after.shows("2026年没有节假日表，期限只按周一至周五计算。")).toBe(true);
  });

  it("sets the reminder days, or says beside the field why not", async () => {
    const send = async (days: string, version = "0") =>
      (await desk.browser(desk.office.administrator)).visit(overviewPage, "/staff/working-days", {
        form: { days, version },
      });
    const refused = await send("7");
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="7"');
    expect((await send("3，1")).location).toBe("/staff/working-days?saved=1");
    expect((await overview()).shows("截止前3个工作日、截止前1个工作日")).toBe(true);
    const stale = await send("4");
    expect(stale.status).toBe(409);
  });
});

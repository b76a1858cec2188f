import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Checklist, formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import { beijingDay } from "#app/domain/shared/beijing-time.ts";
import { type HolidayYear, workingDaysBetween } from "#app/domain/shared/working-days.ts";
import { changeHolidays, previewHolidays } from "#app/features/applications/office/change-holidays.ts";
import { extendCorrection } from "#app/features/applications/office/extend-correction.ts";
import { requestCorrection } from "#app/features/applications/office/request-correction.ts";
import { startFormalCheck } from "#app/features/applications/office/start-formal-check.ts";
import { changeReminderDays } from "#app/features/notifications/change-reminder-days.ts";
import { findReminderDays } from "#app/features/reminder-days.ts";
import { readCalendar, readHolidayYears } from "#app/features/working-calendar.ts";
import { newId } from "#app/platform/new-id.ts";
import { holidayYears } from "#db/programme/holidays.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

const checklist: Checklist = Object.fromEntries(
  formalCheckCodes.map((code) => [
    code,
    code === "F08" ? { result: "problem", note: "缺页" } : { result: "ok", note: "" },
  ]),
);
const items = [{ sectionKey: "filing", questionKey: "summary", reason: "太短", wanted: "补充" }];
const reason = "国务院办公厅公布了2027年的安排。";
/** Monday 18 January 2027, ten in the morning. */
const monday = new Date("2027-01-18T02:00:00.000Z");
const [, year2027] = holidayYears;

/** 2027 with further days off and worked weekends. */
const table = (off: readonly string[], worked: readonly string[] = []): HolidayYear => ({
  ...year2027,
  holidays: [
    ...year2027.holidays,
    ...off.map((day) => ({ name: { zh: "示例假期", en: "Sample holiday" }, from: day, to: day })),
  ],
  workedWeekendDays: worked,
});

describe.each(DIALECTS)("the table of holidays on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());
  beforeEach(() =>
    db.write(async (trx) => {
      await trx.deleteFrom("setting").execute();
      await trx.updateTable("application").set({ state: "withdrawn" }).execute();
    }),
  );

  const as = (who = office.administrator, now = monday) => office.as(who, now);
  const dueOf = async (id: string) =>
    (await db.read.selectFrom("application").select("due_at").where("id", "=", id).executeTakeFirstOrThrow())
      .due_at;
  const events = async (type: "setting.changed" | "correction.extended", subject: string) =>
    (
      await db.read
        .selectFrom("event")
        .select(["data", "actor_id"])
        .where("type", "=", type)
        .where("subject_id", "=", subject)
        .orderBy("seq")
        .execute()
    ).map(({ data, actor_id }) => ({ ...(JSON.parse(data) as object), by: actor_id }));

  async function startCheck() {
    const { id } = await office.addApplication({ state: "submitted" });
    const ctx = as(office.officer);
    const started = await startFormalCheck(ctx, { applicationId: id, version: 1, evenThoughOpen: true });
    if (!started.ok) throw new Error(started.reason);
    return {
      id,
      ask: () => requestCorrection(ctx, { checkId: started.checkId, version: 1, checklist, items }),
    };
  }
  /** A correction asked for on the Monday: five working days make it Monday the 25th. */
  async function running() {
    const { id, ask } = await startCheck();
    expect(await ask()).toEqual({ ok: true, dueAt: "2027-01-25T09:00:00.000Z" });
    return id;
  }
  async function change(year: HolidayYear | null, version = 0, more: { number?: number } = {}) {
    const what = { year: more.number ?? 2027, table: year };
    const { fingerprint: seen } = await previewHolidays(as(), what);
    return changeHolidays(as(), { ...what, version, reason, seen });
  }

  it("begins with what ships, and is then what was saved, year by year", async () => {
    expect(await readHolidayYears(db.read)).toEqual(holidayYears.map((year) => ({ ...year, version: 0 })));
    expect(await change(table(["2027-01-20"], ["2027-01-23"]))).toEqual({ ok: true, moved: 0 });
    const years = await readHolidayYears(db.read);
    expect(years.map(({ year, version }) => [year, version])).toEqual([
      [2026, 0],
      [2027, 1],
    ]);
    const calendar = await readCalendar(db.read);
    expect([calendar.off.has("2027-01-20"), calendar.worked.has("2027-01-23")]).toEqual([true, true]);
    expect((await events("setting.changed", "working_calendar")).at(-1)).toEqual({
      ...{ year: 2027, table: "written", reason, moved: 0, by: office.administrator.personId },
      ...{ off: ["2027-01-20"], worked: ["2027-01-23"] },
    });
    expect(await change(null, 1)).toEqual({ ok: true, moved: 0 });
    expect((await readHolidayYears(db.read)).map(({ year }) => year)).toEqual([2026]);
    expect(await change({ ...table([]), year: 2028, holidays: [] }, 0, { number: 2028 })).toEqual({
      ok: true,
      moved: 0,
    });
  });

  it("moves what is running later where it must, says so before, and tells the company once", async () => {
    const id = await running();
    const what = { year: 2027, table: table(["2027-01-20", "2027-01-25"]) };
    const effect = await previewHolidays(as(), what);
    expect(effect).toMatchObject({
      ...{ off: ["2027-01-20", "2027-01-25"], worked: [] },
      workingDays: effect.workingDaysBefore - 2,
      moves: [
        { id, dueAt: "2027-01-25T09:00:00.000Z", move: { how: "later", dueAt: "2027-01-27T09:00:00.000Z" } },
      ],
    });
    expect(await dueOf(id)).toBe("2027-01-25T09:00:00.000Z");
    const input = { ...what, version: 0, reason, seen: effect.fingerprint };
    expect(await changeHolidays(as(), input)).toEqual({ ok: true, moved: 1 });
    expect(await dueOf(id)).toBe("2027-01-27T09:00:00.000Z");
    expect(await events("correction.extended", id)).toEqual([
      {
        ...{ round: 1, from: "2027-01-25T09:00:00.000Z", to: "2027-01-27T09:00:00.000Z", days: 0, reason },
        by: office.administrator.personId,
      },
    ]);
    expect(await change(table(["2027-01-20", "2027-01-25"]), 1)).toEqual({ ok: true, moved: 0 });
  });

  it("never takes back a time that was told, and counts extensions too", async () => {
    const id = await running();
    const extended = await extendCorrection(as(office.officer), {
      ...{ applicationId: id, version: 3, days: 2, reason: "示例理由：审计机构延期。" },
    });
    expect(extended).toEqual({ ok: true, dueAt: "2027-01-27T09:00:00.000Z" });
    const effect = await previewHolidays(as(), { year: 2027, table: table([], ["2027-01-23"]) });
    expect(effect.moves).toMatchObject([{ id, move: { how: "kept", dueAt: "2027-01-27T09:00:00.000Z" } }]);
    expect(await change(table([], ["2027-01-23"]))).toEqual({ ok: true, moved: 0 });
    expect(await dueOf(id)).toBe("2027-01-27T09:00:00.000Z");
    expect(await change(table(["2027-01-26", "2027-01-28"], ["2027-01-23"]), 1)).toEqual({
      ok: true,
      moved: 0,
    });
    expect(await change(table(["2027-01-26", "2027-01-27"], ["2027-01-23"]), 2)).toEqual({
      ok: true,
      moved: 1,
    });
    expect(await dueOf(id)).toBe("2027-01-28T09:00:00.000Z");
  });

  it("is not written over: of two administrators one is told, and different years stand side by side", async () => {
    const preview = async (day: string) => {
      const what = { year: 2027, table: table([day]) };
      return { ...what, version: 0, reason, seen: (await previewHolidays(as(), what)).fingerprint };
    };
    const [first, second] = [await preview("2027-01-20"), await preview("2027-01-21")];
    const answers = await Promise.all([changeHolidays(as(), first), changeHolidays(as(), second)]);
    expect(answers.map((answer) => (answer.ok ? "saved" : answer.reason)).sort()).toEqual(["saved", "stale"]);
    const [year2026] = holidayYears;
    const what = { year: 2026, table: { ...year2026, workedWeekendDays: [] } };
    const { fingerprint: seen } = await previewHolidays(as(), what);
    expect(await changeHolidays(as(), { ...what, version: 0, reason, seen })).toEqual({ ok: true, moved: 0 });
  });

  it("is saved only while its effect is the one that was shown", async () => {
    const what = { year: 2027, table: table(["2027-01-20"]) };
    const { fingerprint: seen } = await previewHolidays(as(), what);
    const id = await running();
    const input = { ...what, version: 0, reason, seen };
    expect(await changeHolidays(as(), input)).toEqual({ ok: false, reason: "effect_changed" });
    expect(await dueOf(id)).toBe("2027-01-25T09:00:00.000Z");
    expect(await changeHolidays(as(), { ...input, reason: "短" })).toEqual({ ok: false, reason: "reason" });
    expect(await changeHolidays(as(), { ...input, year: 2020 })).toEqual({ ok: false, reason: "year" });
    for (const who of [office.officer, office.auditor, office.chair, office.owner])
      expect(await changeHolidays(as(who), input)).toEqual({ ok: false, reason: "not_allowed" });
  });

  it("and a notice sent at the same moment agree on the working days, whoever is first", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, ask } = await startCheck();
      const version = (await readHolidayYears(db.read)).find(({ year }) => year === 2027)?.version ?? 0;
      const what = { year: 2027, table: table(["2027-01-19", "2027-01-20"].slice(0, 1 + (round % 2))) };
      const { fingerprint: seen } = await previewHolidays(as(), what);
      const [asked, saved] = await Promise.all([
        ask(),
        changeHolidays(as(), { ...what, version, reason, seen }),
      ]);
      expect(asked.ok).toBe(true);
      // Whoever saves second is shown the notice that came between.
      if (!saved.ok) expect(saved.reason).toBe("effect_changed");
      const calendar = await readCalendar(db.read);
      const due = await dueOf(id);
      expect(workingDaysBetween(beijingDay(monday), beijingDay(due!), calendar)).toBeGreaterThanOrEqual(5);
    }
  });

  it("does not name an application to an administrator who is recused from it", async () => {
    const id = await running();
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{ id: newId(), application_id: id, person_id: office.administrator.personId, note: "" },
          ...{ state: "confirmed", source: "office", kind: "equity", created_at: monday.toISOString() },
        })
        .execute(),
    );
    const { moves } = await previewHolidays(as(), { year: 2027, table: table(["2027-01-20"]) });
    expect(moves).toMatchObject([{ number: null, companyZh: "", move: { how: "later" } }]);
    expect(moves[0]!.id).not.toBe(id);
    expect(await change(table(["2027-01-20"]))).toEqual({ ok: true, moved: 1 });
    expect(await dueOf(id)).toBe("2027-01-26T09:00:00.000Z");
  });

  it("lets only administrators set the reminder days, against the version they saw", async () => {
    const set = (days: string, version: number, who = office.administrator) =>
      changeReminderDays(as(who), { days, version });
    expect(await findReminderDays(db.read)).toEqual({ days: [2, 1], version: 0 });
    expect(await set("3,1", 0, office.officer)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await set("9", 0)).toEqual({ ok: false, reason: "days" });
    const both = await Promise.all([set("3,1", 0), set("4", 0)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "stale" });
    expect(await set("", 1)).toEqual({ ok: true });
    expect(await findReminderDays(db.read)).toEqual({ days: [], version: 2 });
    expect((await events("setting.changed", "correction_reminder_days")).at(-1)).toMatchObject({ after: [] });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Checklist, formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { extendCorrection } from "#app/features/applications/office/extend-correction.ts";
import { lapseCorrections } from "#app/features/applications/office/lapse-corrections.ts";
import { requestCorrection } from "#app/features/applications/office/request-correction.ts";
import { startFormalCheck } from "#app/features/applications/office/start-formal-check.ts";
import { remindCorrections } from "#app/features/notifications/remind-corrections.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

const checklist: Checklist = Object.fromEntries(
  formalCheckCodes.map((code) => [
    code,
    code === "F08" ? { result: "problem", note: "缺页" } : { result: "ok", note: "" },
  ]),
);
const items = [{ sectionKey: "filing", questionKey: "summary", reason: "太短", wanted: "补充" }];
const reason = "审计机构延期出具报告，给予顺延。";

describe.each(DIALECTS)("the deadline of a correction on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  // Each test counts what is running: what the one before left is over.
  beforeEach(() =>
    db.write((trx) =>
      trx
        .updateTable("application")
        .set({ state: "withdrawn" })
        .where("state", "=", "supplement_required")
        .execute(),
    ),
  );

  const at = (now: string, actor: Parameters<FundOffice["as"]>[0] = system) =>
    office.as(actor, new Date(now));
  const find = (id: string) =>
    db.read.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const events = async (applicationId: string, type: string) =>
    (
      await db.read
        .selectFrom("event")
        .select("data")
        .where("application_id", "=", applicationId)
        .where("type", "=", type)
        .orderBy("seq")
        .execute()
    ).map(({ data }) => JSON.parse(data) as Record<string, unknown>);
  const running = (dueAt: string) => office.addApplication({ state: "supplement_required", dueAt, round: 1 });

  it.each([
    // The weekend of 26–27 September is a holiday; Sunday the 20th was worked for it.
    ["2026-09-18T02:00:00.000Z", "2026-09-24T09:00:00.000Z"],
    // National Day, 1–7 October, and Saturday the 10th is worked.
    ["2026-09-30T02:00:00.000Z", "2026-10-13T09:00:00.000Z"],
    // Saturday 14 and Saturday 28 February are worked, 15–23 February are off.
    ["2026-02-13T02:00:00.000Z", "2026-02-27T09:00:00.000Z"],
  ])("counts working days across a rearranged weekend from %s", async (now, dueAt) => {
    const { id } = await office.addApplication({ state: "submitted" });
    const officer = at(now, office.officer);
    const started = await startFormalCheck(officer, { applicationId: id, version: 1, evenThoughOpen: true });
    if (!started.ok) throw new Error(started.reason);
    const asked = await requestCorrection(officer, {
      checkId: started.checkId,
      version: 1,
      checklist,
      items,
    });
    expect(asked).toEqual({ ok: true, dueAt });
  });

  it("lapses at the millisecond, exactly once although three workers see it", async () => {
    const dueAt = "2026-10-13T09:00:00.000Z";
    const { id } = await running(dueAt);
    expect(await lapseCorrections(at("2026-10-13T08:59:59.999Z"))).toBe(0);
    expect((await find(id)).state).toBe("supplement_required");
    const workers = await Promise.all([1, 2, 3].map(() => lapseCorrections(at("2026-10-13T09:00:00.001Z"))));
    expect(workers.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect((await find(id)).state).toBe("not_accepted");
    expect(await events(id, "application.lapsed")).toEqual([
      { round: 1, dueAt, reasonCode: "correction_lapsed" },
    ]);
  });

  it("reminds two working days before and one, once each, whatever the number of workers", async () => {
    // Tuesday 13 October: on Monday one working day is left; on the worked Saturday, the 10th, two are.
    const dueAt = "2026-10-13T09:00:00.000Z";
    const { id } = await running(dueAt);
    const remind = async (now: string) => {
      const all = await Promise.all([1, 2, 3].map(() => remindCorrections(at(now))));
      return all.reduce((sum, n) => sum + n, 0);
    };
    expect(await remind("2026-10-09T04:00:00.000Z")).toBe(0);
    // Not in the night.
    expect(await remind("2026-10-09T16:30:00.000Z")).toBe(0);
    expect(await remind("2026-10-10T00:00:00.000Z")).toBe(1);
    expect(await remind("2026-10-11T04:00:00.000Z")).toBe(0);
    expect(await remind("2026-10-12T00:00:00.000Z")).toBe(1);
    expect(await remind("2026-10-12T04:00:00.000Z")).toBe(0);
    expect(await events(id, "correction.reminded")).toEqual([
      { dueAt, days: 2, round: 1 },
      { dueAt, days: 1, round: 1 },
    ]);
    expect(await remind(dueAt)).toBe(0);
  });

  it("is extended by an officer with a reason, up to its last millisecond", async () => {
    const dueAt = "2026-09-30T09:00:00.000Z";
    const { id } = await running(dueAt);
    const extend = (now: string, changes: object = {}, who = office.officer) =>
      extendCorrection(at(now, who), { applicationId: id, version: 1, days: 2, reason, ...changes });
    const last = "2026-09-30T08:59:59.999Z";
    expect(await extend(last, { reason: "短" })).toEqual({ ok: false, reason: "reason" });
    for (const days of [0, 11, 1.5, Number.NaN])
      expect(await extend(last, { days })).toEqual({ ok: false, reason: "extension_days" });
    expect(await extend(last, { version: 9 })).toEqual({ ok: false, reason: "stale" });
    expect(await extend(last, {}, office.auditor)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await extend(last, {}, office.owner)).toEqual({ ok: false, reason: "not_found" });
    expect(await extend(dueAt)).toEqual({ ok: false, reason: "correction_over" });
    // After the holidays: Thursday 8 and Friday 9 October.
    const to = "2026-10-09T09:00:00.000Z";
    expect(await extend(last)).toEqual({ ok: true, dueAt: to });
    expect(await find(id)).toMatchObject({ due_at: to, state: "supplement_required", version: 2 });
    expect(await events(id, "correction.extended")).toEqual([{ round: 1, from: dueAt, to, days: 2, reason }]);
    expect(await lapseCorrections(at("2026-10-09T08:59:59.999Z"))).toBe(0);
    expect(await lapseCorrections(at(to))).toBe(1);
  });

  it("lapses or is extended, never both", async () => {
    const dueAt = "2026-11-18T09:00:00.000Z";
    const { id } = await running(dueAt);
    const [extended, lapsed] = await Promise.all([
      extendCorrection(at("2026-11-18T08:59:59.999Z", office.officer), {
        ...{ applicationId: id, version: 1, days: 2, reason },
      }),
      lapseCorrections(at(dueAt)),
    ]);
    expect([extended.ok, lapsed]).toEqual((await find(id)).state === "not_accepted" ? [false, 1] : [true, 0]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeCall } from "#app/features/calls/office/close-call.ts";
import { extendCall } from "#app/features/calls/office/extend-call.ts";
import { listCallsForOffice } from "#app/features/calls/office/list-calls-for-office.ts";
import { publishCall } from "#app/features/calls/office/publish-call.ts";
import { scheduleCall } from "#app/features/calls/office/schedule-call.ts";
import { startCallReview } from "#app/features/calls/office/start-call-review.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

const notice = { titleZh: "延期公告", titleEn: "Extension", bodyZh: "延期至……", bodyEn: "Extended to …" };
const reason = "受暴雪影响，多地物流中断，材料无法按时送达。";

describe.each(DIALECTS)("running calls on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  let serial = 20;
  async function addCall(
    times: { opens_at?: string | null; closes_at?: string | null; review_started_at?: string },
    ready = true,
  ) {
    const id = newId();
    const call = await db.read
      .selectFrom("call")
      .selectAll()
      .where("id", "=", office.callId)
      .executeTakeFirstOrThrow();
    await db.write((trx) =>
      trx
        .insertInto("call")
        .values({
          ...{
            ...call,
            id,
            code: `C${(serial += 1)}`,
            opens_at: null,
            closes_at: null,
            review_started_at: null,
            ...times,
          },
          ...(ready ? {} : { form_version_id: null }),
        })
        .execute(),
    );
    return id;
  }
  const find = (id: string) =>
    db.read.selectFrom("call").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const events = async (id: string) =>
    (
      await db.read
        .selectFrom("event")
        .select(["type", "data"])
        .where("call_id", "=", id)
        .orderBy("seq")
        .execute()
    ).map(({ type, data }) => [type, JSON.parse(data) as unknown]);
  const ctx = () => office.as(office.officer);

  it("opens a call that has a form and a rubric, and not before", async () => {
    const id = await addCall({});
    const bare = await addCall({}, false);
    const times = {
      opensAt: new Date("2026-12-01T01:00:00.000Z"),
      closesAt: new Date("2027-01-15T09:00:00.000Z"),
    };
    expect(await scheduleCall(ctx(), { callId: bare, version: 1, ...times })).toEqual({
      ok: false,
      reason: "not_ready",
    });
    expect(await scheduleCall(ctx(), { callId: id, version: 1, ...times, closesAt: times.opensAt })).toEqual({
      ok: false,
      reason: "times",
    });
    expect(await scheduleCall(ctx(), { callId: id, version: 1, ...times })).toEqual({ ok: true });
    expect(await scheduleCall(ctx(), { callId: id, version: 1, ...times })).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await find(id)).toMatchObject({
      opens_at: "2026-12-01T01:00:00.000Z",
      closes_at: "2027-01-15T09:00:00.000Z",
      version: 2,
    });
  });

  it("moves a deadline later, with its reason on record and a notice for the public", async () => {
    const id = await addCall({ opens_at: "2026-10-01T01:00:00.000Z", closes_at: "2026-11-30T09:00:00.000Z" });
    const extend = (closesAt: string, more: object = {}) =>
      extendCall(ctx(), { callId: id, version: 1, closesAt: new Date(closesAt), reason, notice, ...more });
    expect(await extend("2026-11-29T09:00:00.000Z")).toEqual({ ok: false, reason: "times" });
    expect(await extend("2026-12-15T09:00:00.000Z", { reason: "" })).toEqual({ ok: false, reason: "reason" });
    expect(await extend("2026-12-15T09:00:00.000Z", { notice: { ...notice, bodyEn: " " } })).toEqual({
      ok: false,
      reason: "notice",
    });
    expect(await events(id)).toEqual([]);
    expect(await extend("2026-12-15T09:00:00.000Z")).toEqual({ ok: true });
    expect(await find(id)).toMatchObject({ closes_at: "2026-12-15T09:00:00.000Z" });
    expect(await events(id)).toEqual([
      ["call.deadline_moved", { from: "2026-11-30T09:00:00.000Z", to: "2026-12-15T09:00:00.000Z", reason }],
    ]);
    const notices = await db.read.selectFrom("notice").selectAll().where("call_id", "=", id).execute();
    expect(notices).toMatchObject([{ title_zh: "延期公告", body_en: "Extended to …" }]);
  });

  it("ends only a call that announced no deadline", async () => {
    const endless = await addCall({ opens_at: "2026-10-01T01:00:00.000Z" });
    const announced = await addCall({
      opens_at: "2026-10-01T01:00:00.000Z",
      closes_at: "2026-12-30T09:00:00.000Z",
    });
    expect(await closeCall(ctx(), { callId: announced, version: 1, reason })).toEqual({
      ok: false,
      reason: "wrong_state",
    });
    expect(await closeCall(ctx(), { callId: endless, version: 1, reason })).toEqual({ ok: true });
    expect(await find(endless)).toMatchObject({ closes_at: "2026-11-23T08:00:00.000Z" });
  });

  it("goes from closed to in review to published, in that order", async () => {
    const id = await addCall({ opens_at: "2026-10-01T01:00:00.000Z", closes_at: "2026-11-20T09:00:00.000Z" });
    expect(await publishCall(ctx(), { callId: id, version: 1 })).toEqual({
      ok: false,
      reason: "wrong_state",
    });
    expect(await startCallReview(ctx(), { callId: id, version: 1 })).toEqual({ ok: true });
    expect(await startCallReview(ctx(), { callId: id, version: 2 })).toEqual({
      ok: false,
      reason: "wrong_state",
    });
    expect(await publishCall(ctx(), { callId: id, version: 2 })).toEqual({ ok: true });
    expect((await events(id)).map(([type]) => type)).toEqual(["call.review_started", "call.published"]);
  });

  it("is run by the office and read by the rest of the staff", async () => {
    const id = await addCall({ opens_at: "2026-10-01T01:00:00.000Z", closes_at: "2026-11-20T09:00:00.000Z" });
    for (const who of [office.member, office.chair, office.auditor, office.owner]) {
      expect(await startCallReview(office.as(who), { callId: id, version: 1 })).toEqual({
        ok: false,
        reason: "not_allowed",
      });
      expect((await listCallsForOffice(office.as(who))).length > 0).toBe(who !== office.owner);
    }
    expect(await db.statementsDuring(() => listCallsForOffice(ctx()))).toHaveLength(1);
  });

  it("counts what has come in", async () => {
    const id = await addCall({});
    await office.addApplication({ callId: id, state: "draft" });
    await office.addApplication({ callId: id, state: "submitted" });
    await office.addApplication({ callId: id, state: "panel" });
    expect((await listCallsForOffice(ctx())).find((call) => call.id === id)).toMatchObject({
      drafts: 1,
      submitted: 2,
      ready: true,
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Checklist, formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { acceptApplication } from "#app/features/applications/office/accept-application.ts";
import { lapseCorrections } from "#app/features/applications/office/lapse-corrections.ts";
import { refuseApplication } from "#app/features/applications/office/refuse-application.ts";
import { requestCorrection } from "#app/features/applications/office/request-correction.ts";
import { saveFormalCheck } from "#app/features/applications/office/save-formal-check.ts";
import { startFormalCheck } from "#app/features/applications/office/start-formal-check.ts";
import { DIALECTS, FROZEN_NOW, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

const allGood: Checklist = Object.fromEntries(
  formalCheckCodes.map((code) => [code, { result: "ok", note: "" }]),
);
const withProblem = (code: "F03" | "F08"): Checklist => ({
  ...allGood,
  [code]: { result: "problem", note: "见附件" },
});
const defect = {
  sectionKey: "ownership",
  questionKey: "shareholders",
  reason: "持股合计不为100%",
  wanted: "请核对比例",
};

describe.each(DIALECTS)("formal check on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const find = (id: string) =>
    db.read.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const findCheck = (id: string) =>
    db.read.selectFrom("formal_check").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const events = async (applicationId: string) =>
    (
      await db.read
        .selectFrom("event")
        .select(["type", "data"])
        .where("application_id", "=", applicationId)
        .orderBy("seq")
        .execute()
    ).map(({ type, data }) => ({ type, ...(JSON.parse(data) as object) }));

  async function started(facts: { round?: number } = {}) {
    const application = await office.addApplication({ state: "submitted", ...facts });
    const result = await startFormalCheck(office.as(office.officer), {
      ...{ applicationId: application.id, version: 1, evenThoughOpen: false },
    });
    if (!result.ok) throw new Error(result.reason);
    return { application, checkId: result.checkId };
  }

  it("takes a submitted application in hand, and claims it", async () => {
    const { application, checkId } = await started();
    expect(await find(application.id)).toMatchObject({
      ...{ state: "formal_review", version: 2, officer_id: office.officer.personId },
      state_since: FROZEN_NOW.toISOString(),
    });
    expect(await findCheck(checkId)).toMatchObject({
      result: "open",
      submission_id: application.submissionId,
    });
    expect(await events(application.id)).toMatchObject([{ type: "formal_check.started", round: 0 }]);
  });

  it("does not cut an open call short unless the officer says so", async () => {
    const { id } = await office.addApplication({ state: "submitted" });
    const before = new Date("2026-11-20T08:59:59.999Z");
    const attempt = (evenThoughOpen: boolean) =>
      startFormalCheck(office.as(office.officer, before), { applicationId: id, version: 1, evenThoughOpen });
    expect(await attempt(false)).toEqual({ ok: false, reason: "call_open" });
    expect(await find(id)).toMatchObject({ state: "submitted", version: 1 });
    expect(await attempt(true)).toMatchObject({ ok: true });
  });

  it.each([
    ["a committee member", "member", "not_allowed"],
    ["the auditor", "auditor", "not_allowed"],
    ["the company's owner", "owner", "not_found"],
  ] as const)("is not for %s", async (_who, person, reason) => {
    const { id } = await office.addApplication({ state: "submitted" });
    const input = { applicationId: id, version: 1, evenThoughOpen: false };
    expect(await startFormalCheck(office.as(office[person]), input)).toEqual({ ok: false, reason });
    expect(await find(id)).toMatchObject({ state: "submitted", version: 1 });
    expect(await events(id)).toEqual([]);
  });

  it("keeps the checklist as far as it is, and tells the second of two officers", async () => {
    const { checkId } = await started();
    const save = (who: "officer" | "otherOfficer", version: number, checklist: Checklist) =>
      saveFormalCheck(office.as(office[who]), { checkId, version, checklist });
    expect(await save("officer", 1, { F01: { result: "ok", note: "" } })).toEqual({ ok: true, version: 2 });
    expect(await save("otherOfficer", 1, {})).toEqual({ ok: false, reason: "stale" });
    expect(JSON.parse((await findCheck(checkId)).checklist)).toEqual({ F01: { result: "ok", note: "" } });
  });

  it("accepts only with every item looked at and none left wrong", async () => {
    const { application, checkId } = await started();
    const accept = (version: number, checklist: Checklist) =>
      acceptApplication(office.as(office.officer), { checkId, version, checklist });
    expect(await accept(1, { F01: { result: "ok", note: "" } })).toMatchObject({
      ok: false,
      reason: "problems",
    });
    expect(await accept(1, withProblem("F08"))).toEqual({
      ...{ ok: false, reason: "problems", problems: [{ problem: "open_problem", code: "F08" }] },
    });
    expect(await accept(1, allGood)).toEqual({ ok: true });
    expect(await accept(2, allGood)).toEqual({ ok: false, reason: "closed" });
    expect(await find(application.id)).toMatchObject({ state: "expert_review" });
    expect(await findCheck(checkId)).toMatchObject({
      result: "accepted",
      decided_at: FROZEN_NOW.toISOString(),
    });
  });

  it("does not accept with a reason that is marked and a text", async () => {
    const { application, checkId } = await started();
    const refuse = (reasonCode: string, reasonText: string) =>
      refuseApplication(office.as(office.officer), {
        ...{ checkId, version: 1, checklist: withProblem("F03"), reasonCode, reasonText },
      });
    expect(await refuse("F08", "企业已被列入失信被执行人名单。")).toMatchObject({ reason: "problems" });
    expect(await refuse("F03", "短")).toMatchObject({ reason: "problems" });
    expect(await refuse("F03", "企业已被列入失信被执行人名单。")).toEqual({ ok: true });
    expect(await find(application.id)).toMatchObject({ state: "not_accepted" });
    expect((await events(application.id)).at(-1)).toEqual({
      type: "formal_check.not_accepted",
      reasonCode: "F03",
    });
  });

  it("returns all defects at once, due in five working days", async () => {
    const { application, checkId } = await started();
    const items = [defect, { ...defect, sectionKey: "filing", questionKey: "" }];
    const result = await requestCorrection(office.as(office.officer), {
      ...{ checkId, version: 1, checklist: withProblem("F08"), items },
    });
    // Monday 23 November, then five working days: Monday the 30th at 17:00 in Beijing.
    expect(result).toEqual({ ok: true, dueAt: "2026-11-30T09:00:00.000Z" });
    expect(await find(application.id)).toMatchObject({
      ...{ state: "supplement_required", correction_round: 1, due_at: "2026-11-30T09:00:00.000Z" },
    });
    const listed = await db.read
      .selectFrom("correction_item")
      .selectAll()
      .where("application_id", "=", application.id)
      .orderBy("id")
      .execute();
    expect(listed.map(({ section_key, question_key, round }) => [section_key, question_key, round])).toEqual([
      ["ownership", "shareholders", 1],
      ["filing", "", 1],
    ]);
  });

  it("gives no third round", async () => {
    const { checkId } = await started({ round: 2 });
    const input = { checkId, version: 1, checklist: withProblem("F08"), items: [defect] };
    expect(await requestCorrection(office.as(office.officer), input)).toEqual({
      ...{ ok: false, reason: "problems", problems: [{ problem: "no_rounds_left" }] },
    });
  });

  it("looks again only at what was wrong", async () => {
    const { application, checkId } = await started();
    await requestCorrection(office.as(office.officer), {
      ...{ checkId, version: 1, checklist: withProblem("F08"), items: [defect] },
    });
    await db.write((trx) =>
      trx
        .updateTable("application")
        .set({ state: "formal_review", version: 9 })
        .where("id", "=", application.id)
        .execute(),
    );
    const again = await startFormalCheck(office.as(office.otherOfficer), {
      ...{ applicationId: application.id, version: 9, evenThoughOpen: false },
    });
    if (!again.ok) throw new Error(again.reason);
    const checklist = JSON.parse((await findCheck(again.checkId)).checklist) as Checklist;
    expect(Object.keys(checklist)).toHaveLength(13);
    expect(checklist.F08).toBeUndefined();
    // The officer who has it keeps it.
    expect(await find(application.id)).toMatchObject({ officer_id: office.officer.personId });
  });

  it("lets an unanswered correction lapse, once, and not a minute early", async () => {
    const dueAt = "2026-11-23T09:00:00.000Z";
    const { id } = await office.addApplication({ state: "supplement_required", dueAt, round: 1 });
    const ctx = (now: string) => office.as(system, new Date(now));
    expect(await lapseCorrections(ctx("2026-11-23T08:59:59.999Z"))).toBe(0);
    expect(await lapseCorrections(office.as(office.officer, new Date(dueAt)))).toBe(0);
    expect(await lapseCorrections(ctx(dueAt))).toBe(1);
    expect(await lapseCorrections(ctx(dueAt))).toBe(0);
    expect(await find(id)).toMatchObject({ state: "not_accepted" });
    expect(await events(id)).toEqual([
      { type: "application.lapsed", round: 1, dueAt, reasonCode: "correction_lapsed" },
    ]);
  });

  it("sends one notice of two officers who press at once, with the defects of one", async () => {
    const { application, checkId } = await started();
    const notice = (officer: typeof office.officer, count: number) =>
      requestCorrection(office.as(officer), {
        ...{ checkId, version: 1, checklist: withProblem("F08") },
        items: Array.from({ length: count }, () => defect),
      });
    const results = await Promise.all([notice(office.officer, 2), notice(office.otherOfficer, 3)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ ok: false });
    const items = await db.read
      .selectFrom("correction_item")
      .select(["round", "created_by as by"])
      .where("application_id", "=", application.id)
      .execute();
    const [by, count] = results[0].ok ? [office.officer, 2] : [office.otherOfficer, 3];
    expect(items).toEqual(Array.from({ length: count }, () => ({ round: 1, by: by.personId })));
    expect(await find(application.id)).toMatchObject({ state: "supplement_required", correction_round: 1 });
    const asked = (await events(application.id)).filter(({ type }) => type.endsWith("correction_requested"));
    expect(asked).toHaveLength(1);
  });

  it("lets one of two officers close a check, whatever each of them wants", async () => {
    const { application, checkId } = await started();
    const results = await Promise.all([
      acceptApplication(office.as(office.officer), { checkId, version: 1, checklist: allGood }),
      refuseApplication(office.as(office.otherOfficer), {
        ...{ checkId, version: 1, checklist: withProblem("F03"), reasonCode: "F03" },
        reasonText: "企业已被列入失信被执行人名单。",
      }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { state } = await find(application.id);
    expect(state).toBe(results[0].ok ? "expert_review" : "not_accepted");
    expect((await events(application.id)).filter(({ type }) => type !== "formal_check.started")).toHaveLength(
      1,
    );
  });
});

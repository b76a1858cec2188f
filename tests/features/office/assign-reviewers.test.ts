import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readListFilter } from "#app/domain/applications/list-filter.ts";
import { usualReviewers } from "#app/domain/calls/wanted-reviewers.ts";
import { countForRail } from "#app/features/applications/office/count-for-rail.ts";
import { listApplications } from "#app/features/applications/office/list-applications.ts";
import { limitColumns } from "#app/features/calls/limit-columns.ts";
import { readMissing } from "#app/domain/reviews/coverage.ts";
import { listStuck } from "#app/features/applications/office/list-stuck.ts";
import { resolveFilter } from "#app/features/applications/office/narrow-list.ts";
import { assignReviewer } from "#app/features/reviews/office/assign-reviewer.ts";
import { judgeConflict } from "#app/features/reviews/office/judge-conflict.ts";
import { listAssignments } from "#app/features/reviews/office/list-assignments.ts";
import { listCandidates } from "#app/features/reviews/office/list-candidates.ts";
import { listConflicts } from "#app/features/reviews/office/list-conflicts.ts";
import { withdrawAssignment } from "#app/features/reviews/office/withdraw-assignment.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

const shareholder = "91140400MA0HD88W80";
const raw = {
  shareholders: [
    { id: "r1", cells: { holder_name: "乙丑示例公司", holder_uscc: ` ${shareholder.toLowerCase()}` } },
  ],
  team: [{ id: "r1", cells: { name: "沈 示例", prior_employer: "己巳示例研究所" } }],
  reviewers_to_avoid: [{ id: "r1", cells: { reviewer_name: "韩示例" } }],
};
const filterOf = (query: string) => readListFilter(new URLSearchParams(query));
const everybody = { text: "", discipline: null, free: false } as const;

describe.each(DIALECTS)("assigning by hand on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const assign = (applicationId: string, reviewerId: string, dueOn = "2026-12-07", who = office.officer) =>
    assignReviewer(office.as(who), { applicationId, reviewerId, dueOn });
  const assignment = (applicationId: string, reviewerId: string) =>
    db.read
      .selectFrom("assignment")
      .selectAll()
      .where("application_id", "=", applicationId)
      .where("reviewer_id", "=", reviewerId)
      .executeTakeFirst();

  it("gives the application to a reviewer, due at the end of the day", async () => {
    const { id } = await office.addApplication({ state: "expert_review" });
    const { personId } = await office.addReviewer("专家");
    expect(await assign(id, personId)).toMatchObject({ ok: true });
    expect(await assignment(id, personId)).toMatchObject({
      state: "assigned",
      due_at: "2026-12-07T09:00:00.000Z",
    });
    expect(await assign(id, personId)).toEqual({ ok: false, reason: "already_assigned" });
    const event = await db.read
      .selectFrom("event")
      .selectAll()
      .where("application_id", "=", id)
      .executeTakeFirstOrThrow();
    expect([event.type, JSON.parse(event.data)]).toEqual([
      "assignment.made",
      { reviewerId: personId, dueAt: "2026-12-07T09:00:00.000Z", again: false },
    ]);
  });

  it("refuses what cannot be meant", async () => {
    const { id } = await office.addApplication({ state: "expert_review" });
    const early = await office.addApplication({ state: "formal_review" });
    const { personId } = await office.addReviewer("专家");
    const officerOnly = office.otherOfficer.personId;
    expect(await assign(id, personId, "2026-11-20")).toEqual({ ok: false, reason: "due" });
    expect(await assign(id, personId, "2026-02-30")).toEqual({ ok: false, reason: "due" });
    expect(await assign(early.id, personId)).toEqual({ ok: false, reason: "wrong_state" });
    expect(await assign(id, officerOnly)).toEqual({ ok: false, reason: "no_such_reviewer" });
    expect(await assign(newId(), personId)).toEqual({ ok: false, reason: "not_found" });
    for (const who of [office.member, office.chair, office.auditor])
      expect(await assign(id, personId, "2026-12-07", who)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await assignment(id, personId)).toBeUndefined();
  });

  it("fills the last place of a reviewer once", async () => {
    const [a, b] = [
      await office.addApplication({ state: "expert_review" }),
      await office.addApplication({ state: "expert_review" }),
    ];
    const { personId } = await office.addReviewer("专家", { max_load: 1 });
    const results = await Promise.all([
      assign(a.id, personId),
      assign(b.id, personId, "2026-12-07", office.otherOfficer),
    ]);
    expect(results.map((result) => (result.ok ? "ok" : result.reason)).sort()).toEqual(["full", "ok"]);
  });

  it.each([
    ["works for a shareholder", "同行一", { affiliation_uscc: shareholder }, "affiliated_company"],
    ["names the applicant as employer", "同行二", { affiliation: "戊辰示例 公司" }, "same_company"],
    ["is on the team", "沈示例", { affiliation: "己巳示例研究所" }, "own_interest"],
    ["is asked to keep away", "韩示例", {}, "named_avoidance"],
  ])(
    "finds that a reviewer %s, and that blocks until the office dismisses it",
    async (_why, name, profile, kind) => {
      const { id } = await office.addApplication({ state: "expert_review", raw, company: "戊辰示例公司" });
      const { personId } = await office.addReviewer(name, profile);
      const candidate = async () =>
        (await listCandidates(office.as(office.officer), id, { ...everybody, text: name }, null)).rows.find(
          (row) => row.personId === personId,
        );
      expect(await candidate()).toMatchObject({
        blocked: true,
        conflicts: [{ kind, source: "detected", state: "open" }],
      });
      expect(await assign(id, personId)).toEqual({ ok: false, reason: "conflict" });
      const verdict = {
        applicationId: id,
        personId,
        kind,
        note: "同名不同人，已核实",
        source: "detected",
      } as const;
      expect(
        await judgeConflict(office.as(office.officer), { ...verdict, verdict: "dismissed" }),
      ).toMatchObject({ ok: true });
      expect(await candidate()).toMatchObject({ blocked: false, conflicts: [{ kind, state: "dismissed" }] });
      expect(await assign(id, personId)).toMatchObject({ ok: true });
    },
  );

  it("finds an employer that competes in the same call", async () => {
    const rival = await office.addApplication({ state: "submitted", uscc: "91140900MA0KX12R1D" });
    const { id } = await office.addApplication({ state: "expert_review" });
    const { personId } = await office.addReviewer("专家", { affiliation_uscc: "91140900MA0KX12R1D" });
    expect(await assign(id, personId)).toEqual({ ok: false, reason: "conflict" });
    await db.write((trx) =>
      trx.updateTable("application").set({ state: "draft" }).where("id", "=", rival.id).execute(),
    );
    expect(await assign(id, personId)).toMatchObject({ ok: true });
  });

  it("keeps a declared conflict for good, even dismissed", async () => {
    const { id } = await office.addApplication({ state: "expert_review" });
    const { personId } = await office.addReviewer("专家");
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{ id: newId(), application_id: id, person_id: personId, source: "declared", kind: "relative" },
          ...{ note: "配偶在企业任职", state: "open", created_at: "2026-11-22T00:00:00.000Z" },
        })
        .execute(),
    );
    expect((await listConflicts(office.as(office.officer), null)).rows).toMatchObject([
      { applicationId: id, personId },
    ]);
    expect(await assign(id, personId)).toEqual({ ok: false, reason: "conflict" });
    const verdict = {
      applicationId: id,
      personId,
      kind: "relative",
      note: "已离职",
      source: "office",
    } as const;
    expect(
      await judgeConflict(office.as(office.officer), { ...verdict, verdict: "dismissed" }),
    ).toMatchObject({ ok: true });
    expect(await judgeConflict(office.as(office.officer), { ...verdict, verdict: "confirmed" })).toEqual({
      ok: false,
      reason: "already_judged",
    });
    expect(await assign(id, personId)).toEqual({ ok: false, reason: "conflict" });
  });

  it("takes a confirmed person's review out of numerator and denominator", async () => {
    const application = await office.addApplication({ state: "expert_review" });
    const reviewers = [];
    for (const n of [1, 2, 3]) {
      const reviewer = await office.addReviewer(`专家${n}`);
      reviewers.push(reviewer);
      await office.addReview(application, reviewer, [n + 1, n + 1, n + 1, n + 1, n + 1, n + 1, n + 1]);
    }
    const summary = () =>
      db.read
        .selectFrom("score_summary")
        .selectAll()
        .where("application_id", "=", application.id)
        .executeTakeFirstOrThrow();
    expect(await summary()).toMatchObject({ valid: 3, method: "plain", score_x100: 6000 });
    const result = await judgeConflict(office.as(office.officer), {
      ...{
        applicationId: application.id,
        personId: reviewers[0]!.personId,
        kind: "equity",
        verdict: "confirmed",
      },
      ...{ note: "持有申报企业股权", source: "office" },
    });
    expect(result).toMatchObject({ ok: true });
    expect(await summary()).toMatchObject({
      valid: 2,
      method: "insufficient",
      score_x100: null,
      mean_x100: 7000,
    });
    expect(await assignment(application.id, reviewers[0]!.personId)).toMatchObject({ state: "recused" });
    const { assignments, coverage } = await listAssignments(office.as(office.officer), application.id);
    // The row stays, so that nobody wonders where the coverage went.
    expect(assignments.map(({ state }) => state)).toEqual(["recused", "submitted", "submitted"]);
    expect(coverage).toMatchObject({ standing: 2, enough: false });
  });

  it("covers an application as its call wants it, on its page and in every list of those that are short", async () => {
    const wanted = { total: 3, technology: 1, industry: 2, finance: 0, investment_legal: 0 };
    const ownCall = await office.addCall({
      content: { reviewers: wanted },
      ...limitColumns({ reviewers: wanted }),
    });
    const own = await office.addApplication({ state: "expert_review", callId: ownCall });
    const usual = await office.addApplication({ state: "expert_review" });
    const as = office.as(office.officer);
    const short = async () => {
      const all = { ...filterOf(""), need: "short_of_reviewers" } as const;
      const { rows } = await listApplications(as, await resolveFilter(as, all, []), null);
      const listed = rows.filter(({ id }) => id === own.id || id === usual.id);
      const stuck = (await listStuck(as)).filter(({ kind }) => kind === "short_of_reviewers");
      return {
        listed: listed.map(({ id, reviewers, wanted: all, missing }) => [
          ...[id === own.id ? "own" : "usual", reviewers, all],
          ...readMissing(missing).disciplines,
        ]),
        ofOwn: stuck.find(({ callId }) => callId === ownCall)?.count ?? 0,
      };
    };
    const before = (await countForRail(as))!.shortOfReviewers;
    expect((await short()).ofOwn).toBe(1);
    for (const discipline of ["technology", "industry", "technology"] as const)
      for (const { id } of [own, usual])
        await assign(id, (await office.addReviewer("覆盖专家", { discipline })).personId);
    const coverageOf = async (id: string) => (await listAssignments(as, id)).coverage;
    expect(await coverageOf(own.id)).toMatchObject({ wanted, enough: true, missing: ["industry"] });
    expect(await coverageOf(usual.id)).toMatchObject({
      ...{ wanted: usualReviewers, enough: false, missing: ["finance", "investment_legal"] },
    });
    const usualListed = ["usual", 3, 5, "finance", "investment_legal"];
    // As many as are wanted, and still one of a discipline too few.
    expect(await short()).toEqual({ listed: [["own", 3, 3, "industry"], usualListed], ofOwn: 1 });
    expect((await countForRail(as))!.shortOfReviewers).toBe(before);
    await assign(own.id, (await office.addReviewer("产业专家", { discipline: "industry" })).personId);
    expect(await short()).toEqual({ listed: [usualListed], ofOwn: 0 });
    expect((await countForRail(as))!.shortOfReviewers).toBe(before - 1);
  });

  it("hides an application from the officer who is recused from it, and lets nobody judge themselves", async () => {
    const { id } = await office.addApplication({ state: "expert_review" });
    const own = {
      applicationId: id,
      personId: office.officer.personId,
      kind: "relative",
      note: "亲属",
      source: "office",
      verdict: "confirmed",
    } as const;
    expect(await judgeConflict(office.as(office.officer), own)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await judgeConflict(office.as(office.otherOfficer), own)).toMatchObject({ ok: true });
    expect(await judgeConflict(office.as(office.officer), { ...own, verdict: "dismissed" })).toEqual({
      ok: false,
      reason: "not_found",
    });
  });

  it("takes an application back with a reason, and may give it again", async () => {
    const { id } = await office.addApplication({ state: "expert_review" });
    const { personId } = await office.addReviewer("专家");
    await assign(id, personId);
    const before = (await assignment(id, personId))!;
    const withdraw = (version: number, reason: string) =>
      withdrawAssignment(office.as(office.officer), { assignmentId: before.id, version, reason });
    expect(await withdraw(1, "忙")).toEqual({ ok: false, reason: "reason" });
    expect(await withdraw(7, "专家出差，改由他人评审")).toEqual({ ok: false, reason: "stale" });
    expect(await withdraw(1, "专家出差，改由他人评审")).toEqual({ ok: true });
    expect(await withdraw(2, "专家出差，改由他人评审")).toEqual({ ok: false, reason: "wrong_state" });
    expect(await assign(id, personId, "2026-12-18")).toEqual({ ok: true, assignmentId: before.id });
    expect(await assignment(id, personId)).toMatchObject({
      state: "assigned",
      version: 3,
      due_at: "2026-12-18T09:00:00.000Z",
    });
  });

  it("lists the least loaded first, narrowed as asked, in as many statements whatever the number", async () => {
    const { id } = await office.addApplication({ state: "expert_review" });
    for (const n of [1, 2, 3])
      await office.addReviewer(`特征专家${n}`, { discipline: "finance", max_load: n === 3 ? 0 : 5 });
    const ctx = office.as(office.officer);
    const names = async (filter: Partial<Parameters<typeof listCandidates>[2]>) =>
      (await listCandidates(ctx, id, { ...everybody, text: "特征", ...filter }, null)).rows.map(
        ({ name }) => name,
      );
    expect(await names({})).toEqual(["特征专家1", "特征专家2", "特征专家3"]);
    expect(await names({ free: true })).toEqual(["特征专家1", "特征专家2"]);
    expect(await names({ discipline: "technology" })).toEqual([]);
    const one = await db.statementsDuring(() =>
      listCandidates(ctx, id, { ...everybody, text: "特征专家1" }, null),
    );
    const three = await db.statementsDuring(() =>
      listCandidates(ctx, id, { ...everybody, text: "特征专家" }, null),
    );
    expect(three.length).toBe(one.length);
    expect(three.length).toBeLessThanOrEqual(5);
  });
});

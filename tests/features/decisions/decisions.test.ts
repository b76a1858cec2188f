import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Letter } from "#app/domain/decisions/letter-agrees.ts";
import { callBudget } from "#app/features/call-budget.ts";
import { countDecisions, listDecisions } from "#app/features/decisions/list-decisions.ts";
import { listDecisionsOf } from "#app/features/decisions/list-decisions-of.ts";
import { type RecordDecision, recordDecision } from "#app/features/decisions/record-decision.ts";
import { releaseDecision } from "#app/features/decisions/release-decision.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, FROZEN_NOW, testDatabase, type TestDatabase } from "#tests/support/database.ts";

const approval = {
  kind: "approve",
  amountFen: 80_000_000,
  conditions: "",
  reasonCode: null,
  reasonText: "",
} as const;
const rejection = {
  ...{ kind: "reject", amountFen: null, conditions: "", reasonCode: "D31" },
  reasonText: "备案、环评和用地条件在会议召开时均未落实，建设条件不具备。",
} as const;

describe.each(DIALECTS)("decisions on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const find = (id: string) =>
    db.read.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const decision = (id: string) =>
    db.read.selectFrom("decision").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const record = (applicationId: string, input: Partial<RecordDecision> = {}, who = office.officer) =>
    recordDecision(office.as(who), {
      applicationId,
      replaces: null,
      meetingOn: "2026-11-20",
      ...approval,
      ...input,
    });

  async function recorded(input: Partial<RecordDecision> = {}, who = office.officer) {
    const application = await office.addApplication({ state: "ic_review" });
    const result = await record(application.id, input, who);
    if (!result.ok) throw new Error(result.reason);
    const letter: Letter = {
      ...{ template: "decision-approve", decisionId: result.decisionId, amountFen: approval.amountFen },
      ...{ companyId: application.companyId, applicationNumber: application.number! },
      renderedText: `贵公司申报的项目（${application.number}）已获通过。`,
    };
    return { application, decisionId: result.decisionId, letter };
  }
  const release = (decisionId: string, letters: Letter[], who = office.chair, version = 1) =>
    releaseDecision(office.as(who), { decisionId, version, letters });

  it("records under embargo: nothing about the application changes", async () => {
    const { application, decisionId } = await recorded();
    expect(await find(application.id)).toMatchObject({ state: "ic_review", version: 1 });
    expect(await decision(decisionId)).toMatchObject({
      state: "recorded",
      amount_fen: 80_000_000,
      released_at: null,
    });
    expect(
      (await listDecisions(office.as(office.auditor), { state: "recorded" }, null)).rows.map(({ id }) => id),
    ).toContain(decisionId);
    for (const who of [office.owner, await office.addReviewer("专家")]) {
      expect((await listDecisions(office.as(who), { state: "recorded" }, null)).rows).toEqual([]);
      expect(await listDecisionsOf(office.as(who), application.id)).toEqual([]);
      expect(await countDecisions(office.as(who))).toEqual({ recorded: 0, released: 0, superseded: 0 });
    }
  });

  it.each([
    ["no amount", { amountFen: null }, "amount"],
    ["more than was asked for", { amountFen: 100_000_001 }, "amount"],
    ["no conditions", { kind: "approve_with_conditions" }, "conditions"],
    ["no reason", { kind: "reject", amountFen: null }, "reasonCode"],
    ["a meeting tomorrow", { meetingOn: "2026-11-24" }, "meetingOn"],
  ] as const)("does not record a decision with %s", async (_what, input, field) => {
    const { id } = await office.addApplication({ state: "ic_review" });
    const result = await record(id, input);
    if (result.ok || result.reason !== "problems") throw new Error("recorded");
    expect(result.problems.map((problem) => problem.field)).toContain(field);
    expect(await listDecisionsOf(office.as(office.officer), id)).toEqual([]);
  });

  it("gives one project no more than its call does, and may give less than one can ask for", async () => {
    const callId = await office.addCall({ minimum_fen: 50_000_000, maximum_fen: 79_999_999 });
    const { id } = await office.addApplication({ state: "ic_review", callId });
    expect(await record(id, {})).toMatchObject({
      ...{ ok: false, reason: "problems" },
      problems: [{ field: "amount", problem: "above_call", limitFen: 79_999_999 }],
    });
    expect(await listDecisionsOf(office.as(office.officer), id)).toEqual([]);
    expect(await record(id, { amountFen: 49_999_999 })).toMatchObject({ ok: true });
  });

  it("exceeds the budget of its call only knowingly, with a reason that is kept", async () => {
    const callId = await office.addCall({ budget_fen: 150_000_000 });
    const add = () => office.addApplication({ state: "ic_review", callId });
    const [first, second] = [await add(), await add()];
    const refused = {
      ...{ ok: false, reason: "problems" },
      problems: [{ field: "overBudget", problem: "over_budget", limitFen: 10_000_000 }],
    };
    const both = await Promise.all([record(first.id), record(second.id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual(refused);
    const [approved, other] = both[0].ok ? [first, second] : [second, first];
    expect(await callBudget(db.read, callId)).toEqual({
      ...{ budgetFen: 150_000_000, approvedFen: 80_000_000, approvals: 1 },
    });
    // What is replaced counts no more.
    const standing = (await listDecisionsOf(office.as(office.officer), approved.id))[0]!.id;
    expect(
      await record(approved.id, { amountFen: 70_000_000, replaces: { id: standing, version: 1 } }),
    ).toMatchObject({ ok: true });
    const within = await record(other.id);
    if (!within.ok) return expect.fail(within.reason);
    expect(await callBudget(db.read, callId)).toMatchObject({ approvedFen: 150_000_000, approvals: 2 });
    const third = await add();
    const overBudgetReason = "经投委会同意，超出部分从下一年度预算中安排。";
    expect(await record(third.id, { overBudgetReason: "不够" })).toMatchObject({
      problems: [{ field: "overBudgetReason", problem: "too_short" }],
    });
    const over = await record(third.id, { overBudgetReason });
    if (!over.ok) return expect.fail(over.reason);
    expect(await decision(over.decisionId)).toMatchObject({ over_budget_reason: overBudgetReason });
    expect(await decision(within.decisionId)).toMatchObject({ over_budget_reason: "" });
    const event = await db.read
      .selectFrom("event")
      .select("data")
      .where("subject_id", "=", over.decisionId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.data)).toMatchObject({ overBudgetFen: 80_000_000 });
  });

  it("is recorded by the office or the chair, at the committee's stage only", async () => {
    const { id } = await office.addApplication({ state: "ic_review" });
    const early = await office.addApplication({ state: "proposal" });
    for (const who of [office.member, office.auditor])
      expect(await record(id, {}, who)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await record(id, {}, office.owner)).toEqual({ ok: false, reason: "not_found" });
    expect(await record(early.id)).toEqual({ ok: false, reason: "wrong_state" });
  });

  it("lets one of two officers decide", async () => {
    const { id } = await office.addApplication({ state: "ic_review" });
    const results = await Promise.all([record(id), record(id, rejection, office.otherOfficer)]);
    expect(results.map((result) => (result.ok ? "ok" : result.reason)).sort()).toEqual([
      "already_recorded",
      "ok",
    ]);
    expect(await listDecisionsOf(office.as(office.officer), id)).toHaveLength(1);
  });

  it("replaces a record before release, when the page had the one that stands", async () => {
    const { application, decisionId } = await recorded();
    const replace = (replaces: { id: string; version: number }) =>
      record(application.id, { ...rejection, replaces });
    expect(await replace({ id: decisionId, version: 2 })).toEqual({ ok: false, reason: "stale" });
    const result = await replace({ id: decisionId, version: 1 });
    expect(result).toMatchObject({ ok: true });
    expect(await decision(decisionId)).toMatchObject({ state: "superseded", version: 2 });
    expect(
      (await listDecisionsOf(office.as(office.officer), application.id)).map(({ kind, state }) => [
        kind,
        state,
      ]),
    ).toEqual([
      ["reject", "recorded"],
      ["approve", "superseded"],
    ]);
    expect(await replace({ id: decisionId, version: 2 })).toEqual({ ok: false, reason: "stale" });
  });

  it("is released by a second person: decision, state and event together", async () => {
    const { application, decisionId, letter } = await recorded();
    expect(await release(decisionId, [letter])).toEqual({ ok: true });
    expect(await decision(decisionId)).toMatchObject({
      ...{ state: "released", released_by: office.chair.personId, released_at: FROZEN_NOW.toISOString() },
    });
    expect(await find(application.id)).toMatchObject({ state: "public_notice", version: 2 });
    const event = await db.read
      .selectFrom("event")
      .selectAll()
      .where("type", "=", "decision.released")
      .where("subject_id", "=", decisionId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.data)).toEqual({
      kind: "approve",
      amountFen: 80_000_000,
      from: "ic_review",
      to: "public_notice",
    });
    expect(await release(decisionId, [letter], office.administrator, 2)).toEqual({
      ok: false,
      reason: "already_released",
    });
  });

  it("is not released by whoever recorded it, nor by officers, members or the auditor", async () => {
    const { decisionId, letter, application } = await recorded({}, office.chair);
    expect(await release(decisionId, [letter], office.chair)).toEqual({ ok: false, reason: "same_person" });
    for (const who of [office.officer, office.member, office.auditor])
      expect(await release(decisionId, [letter], who)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await release(decisionId, [letter], office.owner)).toEqual({ ok: false, reason: "not_found" });
    expect(await decision(decisionId)).toMatchObject({ state: "recorded", version: 1 });
    expect(await find(application.id)).toMatchObject({ state: "ic_review" });
    expect(await release(decisionId, [letter], office.administrator)).toEqual({ ok: true });
  });

  it.each([
    ["another amount", { amountFen: 80_000_001 }],
    ["another template", { template: "decision-reject" }],
    ["another company", { companyId: "somebody else" }],
    ["another application", { applicationNumber: "SXIC-2026-C5-9999" }],
    ["another number in its text", { renderedText: "项目 SXIC-2026-C5-9999 已获通过" }],
  ])("cannot go out with a letter of %s", async (_what, wrong) => {
    const { decisionId, letter, application } = await recorded();
    expect(await release(decisionId, [letter, { ...letter, ...wrong }])).toEqual({
      ok: false,
      reason: "letter_disagrees",
    });
    expect(await decision(decisionId)).toMatchObject({ state: "recorded" });
    expect(await find(application.id)).toMatchObject({ state: "ic_review" });
  });

  it("needs a letter, the version that was previewed, and an application still before the committee", async () => {
    const { decisionId, letter, application } = await recorded();
    expect(await release(decisionId, [])).toEqual({ ok: false, reason: "no_letter" });
    expect(await release(decisionId, [letter], office.chair, 2)).toEqual({ ok: false, reason: "stale" });
    await db.write((trx) =>
      trx.updateTable("application").set({ state: "withdrawn" }).where("id", "=", application.id).execute(),
    );
    expect(await release(decisionId, [letter])).toEqual({ ok: false, reason: "application_moved" });
  });

  it("is released once, by one of two at the same moment", async () => {
    const { decisionId, letter } = await recorded();
    const results = await Promise.all([
      release(decisionId, [letter], office.chair),
      release(decisionId, [letter], office.administrator),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const events = await db.read
      .selectFrom("event")
      .select("seq")
      .where("type", "=", "decision.released")
      .where("subject_id", "=", decisionId)
      .execute();
    expect(events).toHaveLength(1);
  });

  it("is either replaced or released when both happen at once", async () => {
    const { decisionId, letter, application } = await recorded();
    const [released, replaced] = await Promise.all([
      release(decisionId, [letter], office.chair),
      record(application.id, { ...rejection, replaces: { id: decisionId, version: 1 } }),
    ]);
    expect(released.ok).not.toBe(replaced.ok);
    const { state } = await find(application.id);
    expect(state).toBe(released.ok ? "public_notice" : "ic_review");
  });

  it("sends a deferral back to negotiation and a rejection to its end", async () => {
    const outcomes = { defer: "proposal", reject: "rejected" } as const;
    for (const [kind, state] of Object.entries(outcomes)) {
      const { decisionId, letter, application } = await recorded({ ...rejection, kind });
      const { amountFen: _, ...rest } = letter;
      expect(await release(decisionId, [{ ...rest, template: `decision-${kind}` }])).toEqual({ ok: true });
      expect(await find(application.id)).toMatchObject({ state });
    }
  });

  it("lists in one statement", async () => {
    const ctx = office.as(office.officer);
    expect(await db.statementsDuring(() => listDecisions(ctx, { state: "recorded" }, null))).toHaveLength(1);
    expect(await db.statementsDuring(() => countDecisions(ctx))).toHaveLength(1);
  });
});

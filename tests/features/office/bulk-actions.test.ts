import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveApplication } from "#app/features/applications/office/move-application.ts";
import { previewBulkAction } from "#app/features/applications/office/preview-bulk-action.ts";
import { runBulkAction } from "#app/features/applications/office/run-bulk-action.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

describe.each(DIALECTS)("moving applications on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const find = (id: string) =>
    db.read.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  it("says before it runs which rows it would refuse, and runs exactly the others", async () => {
    const { personId } = office.officer;
    const rows = [
      await office.addApplication({ state: "submitted" }),
      await office.addApplication({ state: "formal_review", officerId: personId }),
      await office.addApplication({ state: "withdrawn" }),
    ];
    const ids = rows.map(({ id }) => id);
    const ctx = office.as(office.officer);
    const preview = await previewBulkAction(ctx, ids, "assign_officer", personId);
    expect(preview.map(({ refusal }) => refusal)).toEqual([null, "same_officer", "finished"]);
    const before = await Promise.all(ids.map(find));
    const results = await runBulkAction(ctx, {
      ...{ action: "assign_officer", officerId: personId, reason: "" },
      rows: preview.map(({ id, version }) => ({ id, version })),
    });
    expect(results.map(({ refusal }) => refusal)).toEqual([null, "same_officer", "finished"]);
    expect(await find(ids[0]!)).toMatchObject({ officer_id: personId, version: 2, state: "submitted" });
    expect(await find(ids[1]!)).toEqual(before[1]);
    expect(await find(ids[2]!)).toEqual(before[2]);
  });

  it("leaves alone a row that changed after the preview", async () => {
    const { id } = await office.addApplication({ state: "panel" });
    const ctx = office.as(office.officer);
    const input = { action: "shortlist", officerId: null, reason: "", rows: [{ id, version: 1 }] } as const;
    const [first, second] = await Promise.all([
      runBulkAction(ctx, input),
      runBulkAction(office.as(office.otherOfficer), input),
    ]);
    expect([first[0]!.refusal, second[0]!.refusal].sort()).toEqual([null, "stale"]);
    expect(await find(id)).toMatchObject({ state: "initiated", version: 2 });
  });

  it("closes scoring with three valid reviews, not with two", async () => {
    const application = await office.addApplication({ state: "expert_review" });
    const ctx = office.as(office.officer);
    const close = async () =>
      moveApplication(ctx, {
        applicationId: application.id,
        version: (await find(application.id)).version,
        move: "close_scoring",
      });
    for (const n of [1, 2])
      await office.addReview(application, await office.addReviewer(`专家${n}`), [4, 4, 4, 4, 4, 4, 4]);
    expect(await close()).toEqual({ ok: false, reason: "too_few_reviews" });
    await office.addReview(application, await office.addReviewer("专家3"), [4, 4, 4, 4, 4, 4, 4]);
    expect(await close()).toEqual({ ok: true });
    expect(await find(application.id)).toMatchObject({ state: "panel" });
  });

  it.each([
    ["shortlist", "panel", "initiated"],
    ["put_in_reserve", "panel", "reserve"],
    ["take_from_reserve", "reserve", "initiated"],
    ["start_due_diligence", "initiated", "due_diligence"],
    ["propose", "due_diligence", "proposal"],
    ["send_to_committee", "proposal", "ic_review"],
    ["send_to_committee", "panel", "ic_review"],
  ] as const)("%s takes %s to %s, and nothing else there", async (move, from, to) => {
    const { id } = await office.addApplication({ state: from });
    const wrong = await office.addApplication({ state: "formal_review" });
    const ctx = office.as(office.officer);
    expect(await moveApplication(ctx, { applicationId: id, version: 1, move })).toEqual({ ok: true });
    expect(await find(id)).toMatchObject({ state: to, version: 2 });
    expect(await moveApplication(ctx, { applicationId: wrong.id, version: 1, move })).toEqual({
      ok: false,
      reason: "wrong_state",
    });
    expect(await find(wrong.id)).toMatchObject({ state: "formal_review", version: 1 });
  });

  it("says why an application is not shortlisted, without an address on the record", async () => {
    const { id } = await office.addApplication({ state: "panel" });
    const attempt = (reason: string) =>
      moveApplication(office.as(office.officer), {
        applicationId: id,
        version: 1,
        move: "not_shortlist",
        reason,
      });
    expect(await attempt("不够")).toEqual({ ok: false, reason: "reason" });
    expect(await attempt("详情请联系 someone@example.test 了解情况")).toEqual({
      ok: false,
      reason: "reason",
    });
    expect(await attempt("评审得分低于入围线，且可行性标准未达到要求。")).toEqual({ ok: true });
    expect(await find(id)).toMatchObject({ state: "not_shortlisted" });
  });

  it("is not for readers", async () => {
    const { id } = await office.addApplication({ state: "panel" });
    for (const who of [office.member, office.chair, office.auditor]) {
      const ctx = office.as(who);
      expect(await moveApplication(ctx, { applicationId: id, version: 1, move: "shortlist" })).toEqual({
        ok: false,
        reason: "not_allowed",
      });
      expect(await previewBulkAction(ctx, [id], "shortlist", null)).toEqual([]);
      const rows = [{ id, version: 1 }];
      expect(
        await runBulkAction(ctx, { action: "assign_officer", officerId: who.personId, reason: "", rows }),
      ).toEqual([{ id, refusal: "not_allowed" }]);
    }
    expect(await find(id)).toMatchObject({ state: "panel", version: 1 });
  });

  it("deals out to officers only", async () => {
    const { id } = await office.addApplication({ state: "submitted" });
    const reviewer = await office.addReviewer("专家");
    const rows = [{ id, version: 1 }];
    expect(
      await runBulkAction(office.as(office.officer), {
        action: "assign_officer",
        officerId: reviewer.personId,
        reason: "",
        rows,
      }),
    ).toEqual([{ id, refusal: "not_an_officer" }]);
  });
});

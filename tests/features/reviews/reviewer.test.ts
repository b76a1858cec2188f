import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { findAssignment } from "#app/features/reviews/find-assignment.ts";
import { findDeclarationFacts } from "#app/features/reviews/find-declaration-facts.ts";
import { findReviewPage } from "#app/features/reviews/find-review-page.ts";
import { listOwnAssignments } from "#app/features/reviews/list-own-assignments.ts";
import { respondToAssignment } from "#app/features/reviews/respond-to-assignment.ts";
import { saveSheet } from "#app/features/reviews/save-sheet.ts";
import { submitReview } from "#app/features/reviews/submit-review.ts";
import { newId } from "#app/platform/new-id.ts";
import {
  acceptedAssignment,
  applicationUnderReview,
  assignTo,
  completeSheet as complete,
  noConflict,
} from "./review-desk.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, FROZEN_NOW, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { c5Rubric } from "#tests/unit/reviews/c5-rubric.ts";

const asChanges = (values: Record<string, string>, base = 0) =>
  Object.entries(values).map(([path, value]) => ({ path, value, base }));

describe.each(DIALECTS)("a reviewer on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  let reviewer: PersonActor;
  let other: PersonActor;

  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
    await db.write((trx) =>
      trx
        .updateTable("rubric_version")
        .set({ definition: JSON.stringify(c5Rubric) })
        .execute(),
    );
    reviewer = await office.addReviewer("蒋示例");
    other = await office.addReviewer("沈示例");
  });
  afterAll(() => db.destroy());

  const as = (person: PersonActor) => office.as(person);
  const underReview = (answers?: Record<string, unknown>) => applicationUnderReview(db, office, answers);
  const assign = (person: PersonActor, applicationId: string, dueAt?: string) =>
    assignTo(db, office, { person, applicationId, dueAt });
  const accepted = (person = reviewer) => acceptedAssignment(db, office, person);

  it("sees names but no content before the declaration is signed", async () => {
    const application = await underReview({
      shareholders: [
        { id: "r1", cells: { holder_name: "甲子控股示例公司", holder_uscc: "91140000MA0TE5T16Q" } },
      ],
      team: [{ id: "t1", cells: { name: "韩示例" } }],
    });
    const id = await assign(reviewer, application.id);
    expect(await findReviewPage(as(reviewer), id)).toBeUndefined();
    const facts = await findDeclarationFacts(as(reviewer), id);
    expect(facts?.surroundings.holders).toEqual([{ name: "甲子控股示例公司", uscc: "91140000MA0TE5T16Q" }]);
    expect(facts?.surroundings.team).toEqual(["韩示例"]);
    expect(await respondToAssignment(as(reviewer), id, { ...noConflict, signed: false })).toEqual({
      ok: false,
      reason: "unsigned",
    });
    await respondToAssignment(as(reviewer), id, noConflict);
    expect(await findReviewPage(as(reviewer), id)).toMatchObject({ mayScore: true, sheet: {} });
  });

  it("cannot touch anybody else's assignment", async () => {
    const { id } = await accepted(other);
    expect(await findAssignment(db.read, as(reviewer), id)).toBeUndefined();
    expect(await findReviewPage(as(reviewer), id)).toBeUndefined();
    expect(await respondToAssignment(as(reviewer), id, noConflict)).toMatchObject({ reason: "not_found" });
    expect(await saveSheet(as(reviewer), id, asChanges({ overall: "?" }))).toMatchObject({
      reason: "not_found",
    });
    expect(await submitReview(as(reviewer), id)).toMatchObject({ reason: "not_found" });
  });

  it("who declares a conflict sees the row but nothing in it, and is never asked again", async () => {
    const application = await underReview();
    const id = await assign(reviewer, application.id);
    const response = {
      answer: "declare",
      hasConflict: true,
      kind: "employed",
      note: "2024年前任职",
      signed: true,
    } as const;
    expect(await respondToAssignment(as(reviewer), id, response)).toEqual({ ok: true, state: "conflicted" });
    expect(await findReviewPage(as(reviewer), id)).toBeUndefined();
    expect(await findDeclarationFacts(as(reviewer), id)).toBeUndefined();
    const { rows } = await listOwnAssignments(as(reviewer), { group: "closed" });
    expect(rows.find((row) => row.id === id)).toMatchObject({ title: { zh: "", en: "" }, amountFen: null });
    const found = await listOwnAssignments(as(reviewer), { text: application.number ?? "" });
    expect(found.rows).toEqual([]);
    const conflict = await db.read
      .selectFrom("conflict")
      .selectAll()
      .where("application_id", "=", application.id)
      .execute();
    expect(conflict).toMatchObject([{ kind: "employed", source: "declared", state: "confirmed" }]);
    const event = await db.read
      .selectFrom("event")
      .select(["type", "data"])
      .where("application_id", "=", application.id)
      .executeTakeFirstOrThrow();
    expect(event.type).toBe("assignment.conflict_declared");
    expect(event.data).not.toContain("任职");
  });

  it("a conflict recorded by the office closes an open application at once", async () => {
    const { id, applicationId } = await accepted();
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          id: newId(),
          application_id: applicationId,
          person_id: reviewer.personId,
          source: "office",
          kind: "equity",
          note: "",
          state: "open",
          created_at: FROZEN_NOW.toISOString(),
        })
        .execute(),
    );
    expect(await findReviewPage(as(reviewer), id)).toBeUndefined();
    expect(await saveSheet(as(reviewer), id, asChanges({ overall: "?" }))).toMatchObject({
      reason: "not_found",
    });
  });

  it("declining needs a reason and hands the application back", async () => {
    const application = await underReview();
    const id = await assign(reviewer, application.id);
    expect(await respondToAssignment(as(reviewer), id, { answer: "decline", reason: " " })).toMatchObject({
      reason: "reason_missing",
    });
    expect(await respondToAssignment(as(reviewer), id, { answer: "decline", reason: "时间冲突" })).toEqual({
      ok: true,
      state: "declined",
    });
    expect(await respondToAssignment(as(reviewer), id, noConflict)).toMatchObject({ reason: "stale" });
  });

  it("hands an accepted review back: it closes, makes room, and is found as it was if it is given again", async () => {
    const { id, applicationId } = await accepted();
    await saveSheet(as(reviewer), id, asChanges({ overall: "写了一半" }));
    const load = async () =>
      (
        await db.read
          .selectFrom("reviewer_profile")
          .select("load")
          .where("person_id", "=", reviewer.personId)
          .executeTakeFirstOrThrow()
      ).load;
    const before = await load();
    expect(await respondToAssignment(as(reviewer), id, { answer: "decline", reason: "" })).toMatchObject({
      reason: "reason_missing",
    });
    expect(await respondToAssignment(as(reviewer), id, { answer: "decline", reason: "出差" })).toEqual({
      ok: true,
      state: "declined",
    });
    expect(await load()).toBe(before - 1);
    expect(await findReviewPage(as(reviewer), id)).toBeUndefined();
    expect(await saveSheet(as(reviewer), id, asChanges({ overall: "?" }))).toMatchObject({
      reason: "not_found",
    });
    const event = await db.read
      .selectFrom("event")
      .select("data")
      .where("type", "=", "assignment.declined")
      .where("application_id", "=", applicationId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.data)).toEqual({ reviewerId: reviewer.personId, after: "accepted" });
    await db.write((trx) =>
      trx.updateTable("assignment").set({ state: "assigned" }).where("id", "=", id).execute(),
    );
    await respondToAssignment(as(reviewer), id, noConflict);
    expect((await findReviewPage(as(reviewer), id))?.sheet["overall"]?.v).toBe("写了一半");
  });

  it("keeps each field with its version and never overwrites what another window saved", async () => {
    const { id } = await accepted();
    const first = await saveSheet(as(reviewer), id, asChanges({ "K1.score": "4", overall: "第一稿" }));
    expect(first).toMatchObject({ ok: true, versions: { "K1.score": 1, overall: 1 }, conflicts: [] });
    // Another window, opened before, changes a different field and the same one.
    const second = await saveSheet(as(reviewer), id, asChanges({ "K2.score": "3", overall: "另一稿" }));
    expect(second).toMatchObject({
      ok: true,
      versions: { "K2.score": 1 },
      conflicts: [{ path: "overall", theirs: "第一稿", mine: "另一稿", version: 1 }],
    });
    const page = await findReviewPage(as(reviewer), id);
    expect(page?.sheet["overall"]?.v).toBe("第一稿");
    expect(page?.sheet["K2.score"]?.v).toBe("3");
    const chosen = await saveSheet(as(reviewer), id, [{ path: "overall", value: "另一稿", base: 1 }]);
    expect(chosen).toMatchObject({ ok: true, versions: { overall: 2 }, conflicts: [] });
    expect(await saveSheet(as(reviewer), id, asChanges({ "K9.score": "4" }))).toMatchObject({
      reason: "unknown_field",
    });
  });

  it("two windows saving at the same moment both land or are told", async () => {
    const { id } = await accepted();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        saveSheet(as(reviewer), id, [{ path: "overall", value: `稿${i}`, base: 0 }]),
      ),
    );
    const clean = results.filter((result) => result.ok && result.conflicts.length === 0);
    const told = results.filter((result) => result.ok && result.conflicts.length === 1);
    expect([clean.length, told.length]).toEqual([1, 7]);
  });

  it("submits only a complete sheet, once, and seals it", async () => {
    const { id, applicationId } = await accepted();
    await saveSheet(as(reviewer), id, asChanges({ ...complete, overall: "太短" }));
    const refused = await submitReview(as(reviewer), id);
    expect(refused).toMatchObject({
      ok: false,
      reason: "incomplete",
      problems: [{ path: "overall", problem: "too_short" }],
    });
    await saveSheet(as(reviewer), id, [{ path: "overall", value: complete["overall"]!, base: 1 }]);
    // domain.md §5.4: this C5 sheet is worth 77.50.
    expect(await submitReview(as(reviewer), id)).toEqual({ ok: true, totalX100: 7750 });
    expect(await submitReview(as(reviewer), id)).toMatchObject({ reason: "closed" });
    expect(await saveSheet(as(reviewer), id, [{ path: "overall", value: "改", base: 2 }])).toMatchObject({
      reason: "closed",
    });
    const summary = await db.read
      .selectFrom("score_summary")
      .selectAll()
      .where("application_id", "=", applicationId)
      .executeTakeFirstOrThrow();
    expect(summary).toMatchObject({ valid: 1, mean_x100: 7750, outcome: null });
  });

  it("sees others' scores only after submitting, and never a name", async () => {
    const { id, applicationId } = await accepted();
    const rival = await assign(other, applicationId);
    await respondToAssignment(as(other), rival, noConflict);
    await saveSheet(as(other), rival, asChanges(complete));
    await submitReview(as(other), rival);
    expect((await findReviewPage(as(reviewer), id))?.others).toEqual([]);
    await saveSheet(as(reviewer), id, asChanges(complete));
    await submitReview(as(reviewer), id);
    const page = await findReviewPage(as(reviewer), id);
    expect(page?.others).toMatchObject([{ code: "A", totalX100: 7750, advice: "recommend" }]);
    expect(JSON.stringify(page?.others)).not.toContain("沈示例");
  });
});

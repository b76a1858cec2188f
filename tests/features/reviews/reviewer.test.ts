import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { findAssignment } from "#app/features/reviews/find-assignment.ts";
import { findDeclarationFacts } from "#app/features/reviews/find-declaration-facts.ts";
import { findReviewPage } from "#app/features/reviews/find-review-page.ts";
import {
  countOwnAssignments,
  findNextReview,
  listOwnAssignments,
} from "#app/features/reviews/list-own-assignments.ts";
import { respondToAssignment } from "#app/features/reviews/respond-to-assignment.ts";
import { saveSheet } from "#app/features/reviews/save-sheet.ts";
import { submitReview } from "#app/features/reviews/submit-review.ts";
import { newId } from "#app/platform/new-id.ts";
import {
  acceptedAssignment,
  applicationUnderReview,
  assignTo,
  completeSheet as complete,
  inDays,
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

  it("lists the queue due next first, in pages, with one statement however long it is", async () => {
    const person = await office.addReviewer("卫示例");
    const rows: string[] = [];
    for (const days of [5, -2, 3]) rows.push(await assign(person, (await underReview()).id, inDays(days)));
    const list = () => listOwnAssignments(as(person), {});
    const { rows: page } = await list();
    expect(page.map((row) => row.id)).toEqual([rows[1], rows[2], rows[0]]);
    expect(page.map((row) => row.group)).toEqual(["overdue", "to_declare", "to_declare"]);
    const three = await db.statementsDuring(list);
    expect(three).toHaveLength(1);
    expect(await countOwnAssignments(as(person))).toMatchObject({ overdue: 1, to_declare: 2, done: 0 });
    const afterFirst = await listOwnAssignments(as(person), { after: `0|${inDays(-2)}|${rows[1]}` });
    expect(afterFirst.rows.map((row) => row.id)).toEqual([rows[2], rows[0]]);
  });

  it("names as next what is overdue or begun, then the application that the fewest have scored", async () => {
    const person = await office.addReviewer("冯示例");
    expect(await findNextReview(as(person))).toBeUndefined();
    const scored = await accepted(other);
    await saveSheet(as(other), scored.id, asChanges(complete));
    await submitReview(as(other), scored.id);
    const covered = await assign(person, scored.applicationId, inDays(1));
    const bare = await assign(person, (await underReview()).id, inDays(5));
    // Due later, but nobody has scored it.
    expect(await findNextReview(as(person))).toMatchObject({ id: bare, state: "assigned", isBegun: false });
    await respondToAssignment(as(person), covered, noConflict);
    expect(await findNextReview(as(person))).toMatchObject({ id: bare });
    await saveSheet(as(person), covered, [{ path: "overall", value: "已开始", base: 0 }]);
    expect(await findNextReview(as(person))).toMatchObject({ id: covered, isBegun: true });
    const late = await assign(person, (await underReview()).id, inDays(-1));
    expect(await findNextReview(as(person))).toMatchObject({ id: late });
    expect(await countOwnAssignments(as(person))).toMatchObject({
      ...{ overdue: 1, in_progress: 1, to_declare: 1, nextDueAt: inDays(1) },
    });
  });

  it("takes the same statements with 300 and 3,000 in the queue, and its pages hold each once", async () => {
    const person = await office.addReviewer("褚示例");
    const { id: like } = await underReview();
    const open = () =>
      Promise.all([
        listOwnAssignments(as(person), {}),
        countOwnAssignments(as(person)),
        findNextReview(as(person)),
      ]);
    await assignCopies(person.personId, like, 300);
    expect(await db.statementsDuring(open)).toHaveLength(3);
    const { rows: firstPage } = await listOwnAssignments(as(person), {});
    const seen = new Set<string>();
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const each = await listOwnAssignments(as(person), { after });
      for (const { id } of each.rows) seen.add(id);
      after = each.next;
    }
    expect(seen.size).toBe(300);
    for (const after of ["x|y|z", "0|", "9|2026|a"])
      expect((await listOwnAssignments(as(person), { after })).rows).toEqual(firstPage);
    // PostgreSQL takes its time to insert them, and the statements are the same.
    const more = dialect === "sqlite" ? 2_700 : 300;
    await assignCopies(person.personId, like, more);
    expect(await db.statementsDuring(open)).toHaveLength(3);
    const [page, counts, next] = await open();
    expect(page.rows).toHaveLength(50);
    expect(counts.to_declare).toBe(300 + more);
    expect(next?.id).toBe(page.rows[0]?.id);
  });

  /** As many applications like one, each assigned to the reviewer. */
  async function assignCopies(reviewerId: string, like: string, count: number): Promise<void> {
    const application = await db.read
      .selectFrom("application")
      .selectAll()
      .where("id", "=", like)
      .executeTakeFirstOrThrow();
    const first = await assign(await office.addReviewer("卫示例"), like, inDays(9));
    const assignment = await db.read
      .selectFrom("assignment")
      .selectAll()
      .where("id", "=", first)
      .executeTakeFirstOrThrow();
    const copies = Array.from({ length: count }, () => ({ application: newId(), assignment: newId() }));
    await db.write(async (trx) => {
      for (let at = 0; at < count; at += 300) {
        const some = copies.slice(at, at + 300);
        await trx
          .insertInto("application")
          .values(some.map(({ application: id }) => ({ ...application, id, number: `SXIC-${id}` })))
          .execute();
        await trx
          .insertInto("assignment")
          .values(
            some.map((copy) => ({
              ...assignment,
              ...{ id: copy.assignment, application_id: copy.application, reviewer_id: reviewerId },
            })),
          )
          .execute();
      }
    });
  }

  it("an officer or an owner has no queue", async () => {
    expect((await listOwnAssignments(as(office.officer), {})).rows).toEqual([]);
    expect((await listOwnAssignments(as(office.owner), {})).rows).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import {
  countOwnAssignments,
  findNextReview,
  listOwnAssignments,
} from "#app/features/reviews/list-own-assignments.ts";
import { respondToAssignment } from "#app/features/reviews/respond-to-assignment.ts";
import { saveSheet } from "#app/features/reviews/save-sheet.ts";
import { submitReview } from "#app/features/reviews/submit-review.ts";
import { newId } from "#app/platform/new-id.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { c5Rubric } from "#tests/unit/reviews/c5-rubric.ts";
import {
  acceptedAssignment,
  applicationUnderReview,
  assignTo,
  completeSheet,
  inDays,
  noConflict,
} from "./review-desk.ts";

const asChanges = (values: Record<string, string>) =>
  Object.entries(values).map(([path, value]) => ({ path, value, base: 0 }));

describe.each(DIALECTS)("a reviewer's queue on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
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
    other = await office.addReviewer("沈示例");
  });
  afterAll(() => db.destroy());

  const as = (person: PersonActor) => office.as(person);
  const underReview = () => applicationUnderReview(db, office);
  const assign = (person: PersonActor, applicationId: string, dueAt?: string) =>
    assignTo(db, office, { person, applicationId, dueAt });
  const accepted = (person: PersonActor) => acceptedAssignment(db, office, person);

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
    await saveSheet(as(other), scored.id, asChanges(completeSheet));
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

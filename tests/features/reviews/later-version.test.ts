import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { findReviewPage } from "#app/features/reviews/find-review-page.ts";
import { saveSheet } from "#app/features/reviews/save-sheet.ts";
import { submitReview } from "#app/features/reviews/submit-review.ts";
import { takeLaterVersion } from "#app/features/reviews/take-later-version.ts";
import { newId } from "#app/platform/new-id.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, FROZEN_NOW, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { c5Rubric } from "#tests/unit/reviews/c5-rubric.ts";
import { acceptedAssignment, completeSheet } from "./review-desk.ts";

describe.each(DIALECTS)("a version that comes in during a review, on %s", (dialect) => {
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

  const changes = Object.entries(completeSheet).map(([path, value]) => ({ path, value, base: 0 }));

  async function submitVersion(applicationId: string, version: number): Promise<string> {
    const id = newId();
    const at = new Date(FROZEN_NOW.getTime() - 1_000 * (10 - version)).toISOString();
    await db.write(async (trx) => {
      await trx
        .insertInto("submission")
        .values({
          ...{ id, application_id: applicationId, version, sha256: String(version).repeat(64) },
          snapshot: JSON.stringify({ format: 1, answers: {}, raw: {}, files: {} }),
          ...{ signed_name: "赵示例", submitted_by: office.officer.personId, submitted_at: at },
          idempotency_key: newId(),
        })
        .execute();
      await trx
        .updateTable("application")
        .set({ current_submission_id: id })
        .where("id", "=", applicationId)
        .execute();
    });
    return id;
  }

  it("leaves the sheet with the version it was begun on and says that another came in", async () => {
    const { id, applicationId } = await acceptedAssignment(db, office, reviewer);
    const before = await findReviewPage(office.as(reviewer), id);
    expect(before).toMatchObject({ submission: { version: 1 }, later: undefined });
    await saveSheet(office.as(reviewer), id, changes);
    await submitVersion(applicationId, 2);
    expect(await findReviewPage(office.as(reviewer), id)).toMatchObject({
      submission: { id: before?.submission.id, version: 1 },
      later: { version: 2 },
      sheet: { overall: { v: completeSheet["overall"] } },
    });
  });

  it("shows the newest to whoever has not begun", async () => {
    const { id, applicationId } = await acceptedAssignment(db, office, reviewer);
    const second = await submitVersion(applicationId, 2);
    expect(await findReviewPage(office.as(reviewer), id)).toMatchObject({
      submission: { id: second, version: 2 },
      later: undefined,
    });
  });

  it("is not passed over in a submitted review: its reviewer goes over first, and nothing typed is lost", async () => {
    const { id, applicationId } = await acceptedAssignment(db, office, reviewer);
    await saveSheet(office.as(reviewer), id, changes);
    const second = await submitVersion(applicationId, 2);
    expect(await submitReview(office.as(reviewer), id)).toEqual({ ok: false, reason: "later_version" });
    expect(await takeLaterVersion(office.as(other), id, 2)).toEqual({ ok: false, reason: "not_found" });
    expect(await takeLaterVersion(office.as(reviewer), id, 2)).toEqual({ ok: true });
    expect(await findReviewPage(office.as(reviewer), id)).toMatchObject({
      submission: { id: second, version: 2 },
      later: undefined,
      sheet: { overall: { v: completeSheet["overall"] } },
    });
    expect(await submitReview(office.as(reviewer), id)).toMatchObject({ ok: true, totalX100: 7750 });
    const events = await db.read
      .selectFrom("event")
      .select(["type", "data"])
      .where("application_id", "=", applicationId)
      .where("type", "=", "review.version_taken")
      .execute();
    expect(events.map(({ data }) => JSON.parse(data) as unknown)).toEqual([
      { assignmentId: id, from: 1, to: 2 },
    ]);
  });

  it("is gone over to only by whoever was told of that very version", async () => {
    const { id, applicationId } = await acceptedAssignment(db, office, reviewer);
    await saveSheet(office.as(reviewer), id, changes);
    expect(await takeLaterVersion(office.as(reviewer), id, 1)).toEqual({ ok: false, reason: "stale" });
    await submitVersion(applicationId, 2);
    await submitVersion(applicationId, 3);
    expect(await takeLaterVersion(office.as(reviewer), id, 2)).toEqual({ ok: false, reason: "stale" });
    expect(await findReviewPage(office.as(reviewer), id)).toMatchObject({
      submission: { version: 1 },
      later: { version: 3 },
    });
  });
});

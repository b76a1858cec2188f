import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { findReviewRecord } from "#app/features/reviews/office/find-review-record.ts";
import { saveSheet } from "#app/features/reviews/save-sheet.ts";
import { submitReview } from "#app/features/reviews/submit-review.ts";
import { newId } from "#app/platform/new-id.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, FROZEN_NOW, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { c5Rubric } from "#tests/unit/reviews/c5-rubric.ts";
import { acceptedAssignment, completeSheet } from "./review-desk.ts";

const both = (text: string) => ({ zh: text, en: text });
const fileQuestion = (key: string, more: object = {}) => ({
  ...{ key, type: "file", label: both(key), accept: ["pdf"], maxSizeMb: 20, maxCount: 1, ...more },
});
const formOfTwoFiles = {
  ...{ code: "C5", version: 1, title: both("示例表单") },
  parts: [
    {
      ...{ key: "company", title: both("企业") },
      sections: [
        {
          ...{ key: "files", title: both("附件") },
          groups: [
            {
              key: "main",
              questions: [fileQuestion("report"), fileQuestion("agreement", { restricted: true })],
            },
          ],
        },
      ],
    },
  ],
};

describe.each(DIALECTS)("what a reviewer could see on submitting, on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  let reviewer: PersonActor;
  let sheet: { id: string; applicationId: string };
  let reviewId: string;
  const file = { id: newId(), name: "可研报告.pdf", size: 1234, sha256: "ab".repeat(32) };
  const restricted = { id: newId(), name: "股东协议.pdf", size: 99, sha256: "cd".repeat(32) };
  const form = { id: newId(), version: 9, sha256: "ef".repeat(32) };
  const at = FROZEN_NOW.toISOString();

  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
    reviewer = await office.addReviewer("许示例");
    sheet = await acceptedAssignment(db, office, reviewer);
    await db.write(async (trx) => {
      await trx
        .updateTable("rubric_version")
        .set({ definition: JSON.stringify(c5Rubric) })
        .execute();
      await trx
        .insertInto("form_version")
        .values({
          ...{ id: form.id, code: "C5", version: form.version, sha256: form.sha256, created_at: at },
          definition: JSON.stringify(formOfTwoFiles),
        })
        .execute();
      const files = { report: [file], agreement: [restricted] };
      await trx
        .updateTable("submission")
        .set({ snapshot: JSON.stringify({ format: 1, form, answers: {}, raw: {}, files }) })
        .where("application_id", "=", sheet.applicationId)
        .execute();
      await trx
        .insertInto("conflict")
        .values({
          ...{ id: newId(), application_id: sheet.applicationId, person_id: reviewer.personId },
          ...{ source: "detected", kind: "shared_employer", note: "", state: "dismissed", created_at: at },
        })
        .execute();
    });
    const changes = Object.entries(completeSheet).map(([path, value]) => ({ path, value, base: 0 }));
    await saveSheet(office.as(reviewer), sheet.id, changes);
    expect(await records()).toEqual([]);
    expect(await submitReview(office.as(reviewer), sheet.id)).toMatchObject({ ok: true });
    ({ id: reviewId } = await db.read
      .selectFrom("review")
      .select("id")
      .where("assignment_id", "=", sheet.id)
      .executeTakeFirstOrThrow());
  });
  afterAll(() => db.destroy());

  const records = () => db.read.selectFrom("review_record").selectAll().execute();
  const seen = (who: PersonActor) => findReviewRecord(office.as(who), sheet.applicationId, reviewId);

  it("is written down with the sheet: versions, files by hash, conflicts, and nothing that was closed to them", async () => {
    const [kept] = (await seen(office.officer))!.revisions;
    const { record } = kept!;
    expect(record.review).toMatchObject({ revision: 1, totalX100: 7750, advice: "recommend", inScope: true });
    expect(record.review.sheet).toEqual(completeSheet);
    expect(record.files).toEqual([{ ...file, question: "report" }]);
    expect(record.conflicts).toMatchObject([{ source: "detected", state: "dismissed" }]);
    expect(record.assignment).toMatchObject({
      reviewerId: reviewer.personId,
      declaration: { hasConflict: false, signed: true },
    });
    const rubric = await db.read.selectFrom("rubric_version").selectAll().executeTakeFirstOrThrow();
    expect(record.rubric).toEqual({ id: rubric.id, version: rubric.version, sha256: rubric.sha256 });
    expect(record.form).toEqual(form);
    expect(record.submissions).toMatchObject([{ version: 1 }]);
    expect(record.otherSheets).toEqual([]);
    expect(JSON.stringify(record)).not.toContain(restricted.name);
  });

  it("stays as it was when everything it speaks of changes afterwards", async () => {
    const before = await seen(office.auditor);
    await db.write(async (trx) => {
      await trx.updateTable("conflict").set({ state: "confirmed" }).execute();
      await trx.updateTable("review").set({ sheet: "{}", total_x100: 1 }).execute();
    });
    const after = await seen(office.auditor);
    expect(after!.revisions).toEqual(before!.revisions);
    expect(after!.revisions[0]!.isIntact).toBe(true);
  });

  it("cannot be changed or taken away, and its hash stands in the event chain", async () => {
    const [row] = await records();
    expect(createHash("sha256").update(row!.content).digest("hex")).toBe(row!.sha256);
    const event = await db.read
      .selectFrom("event")
      .select("data")
      .where("type", "=", "review.submitted")
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.data)).toMatchObject({ recordSha256: row!.sha256 });
    await expect(
      db.write((trx) => trx.updateTable("review_record").set({ content: "{}" }).execute()),
    ).rejects.toThrow(/append-only/);
    await expect(db.write((trx) => trx.deleteFrom("review_record").execute())).rejects.toThrow(/append-only/);
  });

  it("tells when it has been forged all the same", async () => {
    await db.write((trx) =>
      trx
        .insertInto("review_record")
        .values({ review_id: reviewId, revision: 2, content: "{}", sha256: "0".repeat(64), recorded_at: at })
        .execute(),
    );
    expect((await seen(office.officer))!.revisions.map(({ isIntact }) => isIntact)).toEqual([false, true]);
  });

  it("is shown to those who may know who wrote the sheet, and of visible applications only", async () => {
    for (const who of [office.officer, office.administrator, office.auditor])
      expect((await seen(who))?.reviewer).toBe("许示例");
    for (const who of [office.member, office.chair, office.owner, reviewer])
      expect(await seen(who)).toBeUndefined();
    const other = await office.addApplication({ state: "panel" });
    expect(await findReviewRecord(office.as(office.officer), other.id, reviewId)).toBeUndefined();
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{ id: newId(), application_id: sheet.applicationId, person_id: office.officer.personId },
          ...{ source: "office", kind: "equity", note: "", state: "confirmed", created_at: at },
        })
        .execute(),
    );
    expect(await seen(office.officer)).toBeUndefined();
  });

  it("says nothing of a sheet that came in before records were kept", async () => {
    const application = await office.addApplication({ state: "panel" });
    await office.addReview(application, reviewer, Array<number>(7).fill(4));
    const { id } = await db.read
      .selectFrom("review as r")
      .innerJoin("assignment as g", "g.id", "r.assignment_id")
      .select("r.id")
      .where("g.application_id", "=", application.id)
      .executeTakeFirstOrThrow();
    const found = await findReviewRecord(office.as(office.auditor), application.id, id);
    expect(found).toMatchObject({ reviewer: "许示例", revisions: [] });
  });
});

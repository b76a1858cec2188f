import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { findReviewPage } from "#app/features/reviews/find-review-page.ts";
import { listOwnScorePaper, listScorePapers } from "#app/features/reviews/list-score-papers.ts";
import { exportReviews } from "#app/features/reviews/office/export-reviews.ts";
import { findScoreRecord } from "#app/features/reviews/office/find-score-record.ts";
import { submitReview } from "#app/features/reviews/submit-review.ts";
import { saveSheet, saveSheetOperations } from "#app/features/reviews/save-sheet.ts";
import { newId } from "#app/platform/new-id.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { c5Rubric } from "#tests/unit/reviews/c5-rubric.ts";
import { acceptedAssignment, completeSheet } from "./review-desk.ts";

describe.each(DIALECTS)("a score sheet that saves itself, on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  let reviewer: PersonActor;

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
  });
  afterAll(() => db.destroy());

  /** One open window: its operations are numbered as they are typed. */
  function openWindow() {
    const page = newId();
    let count = 0;
    return (path: string, value: string, baseVersion = 0): DraftOperation => ({
      ...{ kind: "set", path, value, baseVersion },
      opId: `${page}.${(count += 1)}`,
    });
  }
  const accepted = async () => (await acceptedAssignment(db, office, reviewer)).id;
  const save = async (id: string, ...operations: DraftOperation[]) => {
    const saved = await saveSheetOperations(office.as(reviewer), id, operations);
    if (!saved.ok) throw new Error(saved.reason);
    return saved.outcomes;
  };
  const sheetOf = async (id: string) => {
    const { sheet } = (await findReviewPage(office.as(reviewer), id))!;
    return Object.fromEntries(Object.entries(sheet).map(([path, field]) => [path, [field?.v, field?.n]]));
  };

  it("takes each operation once, however often it arrives", async () => {
    const id = await accepted();
    const type = openWindow();
    const first = type("overall", "甲");
    await save(id, first);
    const second = type("overall", "甲乙", 1);
    expect(await save(id, first, second)).toMatchObject([
      { status: "saved", version: 1 },
      { status: "saved", version: 2 },
    ]);
    expect(await save(id, first)).toMatchObject([{ status: "saved", version: 1 }]);
    expect(await sheetOf(id)).toEqual({ overall: ["甲乙", 2] });
  });

  it("lets what was typed later stand when it arrives first", async () => {
    const id = await accepted();
    const type = openWindow();
    const [early, late] = [type("K1.score", "3"), type("K1.score", "4")];
    await save(id, late);
    expect(await save(id, early)).toMatchObject([{ status: "saved", version: 1 }]);
    expect(await sheetOf(id)).toEqual({ "K1.score": ["4", 1] });
  });

  it("keeps the changes of two windows in one comment, and asks about one score", async () => {
    const id = await accepted();
    const [one, two] = [openWindow(), openWindow()];
    const comment = "产线建设条件落实，团队稳定，客户认证已经完成。";
    await save(id, one("K3.comment", comment), one("K3.score", "3"));
    await save(id, one("K3.comment", `第一，${comment}`, 1), one("K3.score", "4", 1));
    const outcomes = await save(
      id,
      two("K3.comment", `${comment}设备交期偏紧。`, 1),
      two("K3.score", "2.5", 1),
    );
    expect(outcomes).toMatchObject([
      { status: "saved", version: 3, merged: { value: `第一，${comment}设备交期偏紧。` } },
      { status: "conflict", version: 2, theirs: { value: "4" } },
    ]);
    expect(await sheetOf(id)).toEqual({
      "K3.comment": [`第一，${comment}设备交期偏紧。`, 3],
      "K3.score": ["4", 2],
    });
  });

  it("remembers what was turned away, and takes it once it is chosen", async () => {
    const id = await accepted();
    const [one, two] = [openWindow(), openWindow()];
    await save(id, one("advice", "recommend"));
    const refused = two("advice", "not_recommend", 0);
    // What was typed into an empty box stands beside what another window put there.
    expect(await save(id, refused)).toMatchObject([{ status: "conflict", theirs: { value: "recommend" } }]);
    expect(await save(id, refused)).toMatchObject([{ status: "conflict" }]);
    expect(await save(id, two("advice", "not_recommend", 1))).toMatchObject([
      { status: "saved", version: 2 },
    ]);
    expect(await sheetOf(id)).toEqual({ advice: ["not_recommend", 2] });
  });

  it("agrees with the plain form, which carries the version that its page showed", async () => {
    const id = await accepted();
    const type = openWindow();
    await save(id, type("overall", "甲"));
    const posted = await saveSheet(office.as(reviewer), id, [{ path: "overall", value: "乙", base: 0 }]);
    expect(posted).toMatchObject({
      ok: true,
      conflicts: [{ path: "overall", theirs: "甲", mine: "乙", version: 1 }],
    });
    expect(
      await saveSheet(office.as(reviewer), id, [{ path: "overall", value: "乙", base: 1 }]),
    ).toMatchObject({
      conflicts: [],
      versions: { overall: 2 },
    });
  });

  it("keeps the reviewer's own notes, and nobody else meets them", async () => {
    const { id, applicationId } = await acceptedAssignment(db, office, reviewer);
    const type = openWindow();
    await save(id, type("notes", "canary of the notes"));
    const changes = Object.entries(completeSheet).map(([path, value]) => type(path, value));
    await save(id, ...changes);
    expect(await submitReview(office.as(reviewer), id)).toMatchObject({ ok: true });
    expect((await sheetOf(id))["notes"]).toEqual(["canary of the notes", 1]);
    const asOffice = office.as(office.officer);
    const exported = [];
    for await (const row of (await exportReviews(asOffice, "C5"))!.rows) exported.push(row);
    const everything = [
      await listOwnScorePaper(office.as(reviewer), id),
      await listScorePapers(asOffice, applicationId),
      await findScoreRecord(asOffice, applicationId),
      await db.read.selectFrom("event").selectAll().execute(),
      exported,
    ];
    const seen = JSON.stringify(everything, (_key, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(seen).not.toContain("canary of the notes");
    expect(seen).toContain(completeSheet["overall"]);
  });

  it("leaves the sheet untouched when one operation of a batch is none of its fields", async () => {
    const id = await accepted();
    const type = openWindow();
    const batch = [type("overall", "甲"), type("K9.score", "5")];
    expect(await saveSheetOperations(office.as(reviewer), id, batch)).toEqual({
      ok: false,
      reason: "unknown_field",
    });
    expect(
      await saveSheetOperations(office.as(reviewer), id, [type("overall", "字".repeat(10_001))]),
    ).toEqual({ ok: false, reason: "too_long" });
    expect(
      await saveSheetOperations(office.as(reviewer), id, [
        { ...{ kind: "add_row", table: "overall", rowId: "r1", after: null }, opId: newId(), baseVersion: 0 },
      ]),
    ).toEqual({ ok: false, reason: "unknown_field" });
    expect(await sheetOf(id)).toEqual({});
  });
});

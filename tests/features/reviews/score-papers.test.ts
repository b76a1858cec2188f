import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { listOwnScorePaper, listScorePapers } from "#app/features/reviews/list-score-papers.ts";
import { saveSheet } from "#app/features/reviews/save-sheet.ts";
import { submitReview } from "#app/features/reviews/submit-review.ts";
import { respondToAssignment } from "#app/features/reviews/respond-to-assignment.ts";
import { type PrintedSheet, scoreSheetPaper } from "#app/ui/paper/score-sheet-paper.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, FROZEN_NOW, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { c5Rubric } from "#tests/unit/reviews/c5-rubric.ts";
import { acceptedAssignment, assignTo, completeSheet, noConflict } from "./review-desk.ts";

describe.each(DIALECTS)("the printed score sheet on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  let first: PersonActor;
  let second: PersonActor;

  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
    await db.write((trx) =>
      trx
        .updateTable("rubric_version")
        .set({ definition: JSON.stringify(c5Rubric) })
        .execute(),
    );
    first = await office.addReviewer("蒋示例");
    second = await office.addReviewer("沈示例");
  });
  afterAll(() => db.destroy());

  const changes = Object.entries(completeSheet).map(([path, value]) => ({ path, value, base: 0 }));

  async function scoredBy(person: PersonActor, id: string) {
    await saveSheet(office.as(person), id, changes);
    expect(await submitReview(office.as(person), id)).toMatchObject({ ok: true });
  }

  it("is its reviewer's alone until it is submitted, then the office's by name and the committee's by code", async () => {
    const { id, applicationId } = await acceptedAssignment(db, office, first);
    const another = await assignTo(db, office, { person: second, applicationId });
    await respondToAssignment(office.as(second), another, noConflict);
    expect(await listOwnScorePaper(office.as(first), id)).toEqual([]);
    await saveSheet(office.as(first), id, changes);
    expect(await listOwnScorePaper(office.as(first), id)).toMatchObject([
      { code: undefined, reviewer: "蒋示例", submittedAt: null },
    ]);
    expect(await listOwnScorePaper(office.as(second), id)).toEqual([]);
    expect(await listScorePapers(office.as(office.officer), applicationId)).toEqual([]);
    await scoredBy(first, id);
    await scoredBy(second, another);
    const seen = async (actor: PersonActor) =>
      (await listScorePapers(office.as(actor), applicationId)).map(({ code, reviewer, totalX100 }) => [
        ...[code, reviewer, totalX100],
      ]);
    expect(await seen(office.officer)).toEqual([
      ["E-001", "蒋示例", 7750],
      ["E-002", "沈示例", 7750],
    ]);
    expect(await seen(office.chair)).toEqual([
      ["E-001", undefined, 7750],
      ["E-002", undefined, 7750],
    ]);
    expect(await seen(first)).toEqual([]);
    expect(await listOwnScorePaper(office.as(second), another)).toMatchObject([{ code: "E-002" }]);
  });

  it("adds up on paper as it does on the page, in both languages", async () => {
    const { id } = await acceptedAssignment(db, office, first);
    await scoredBy(first, id);
    const [sheet] = (await listOwnScorePaper(office.as(first), id)) as [PrintedSheet];
    for (const locale of ["zh", "en"] as const) {
      const paper = scoreSheetPaper([sheet], locale, FROZEN_NOW);
      expect(paper).not.toHaveProperty("watermark");
      const table = paper.blocks.find((block) => block.kind === "table");
      if (table?.kind !== "table") throw new Error("no table");
      const points = table.rows.map(({ cells }) => cells[3]);
      expect(points.slice(0, -1).reduce((sum, text) => sum + Number(text), 0)).toBeCloseTo(77.5, 2);
      expect(points.at(-1)).toBe("77.50");
      expect(table.rows[1]?.cells[4]).toContain(completeSheet["K2.comment"]);
    }
  });
});

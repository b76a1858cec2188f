import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findStanding } from "#app/features/reviews/office/find-standing.ts";
import { listRankedCalls } from "#app/features/reviews/office/list-ranked-calls.ts";
import { listRanking } from "#app/features/reviews/office/list-ranking.ts";
import { orderTies } from "#app/features/reviews/office/order-ties.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS, FROZEN_NOW, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

describe.each(DIALECTS)("standing in the ranking on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const all = (score: number) => Array<number>(7).fill(score);
  let reviewers = 0;
  async function scored(state: string, ...sheets: number[]) {
    const application = await office.addApplication({ state });
    for (const score of sheets)
      await office.addReview(application, await office.addReviewer(`专家${(reviewers += 1)}`), all(score));
    return application;
  }
  const standing = (id: string, who = office.officer) => findStanding(office.as(who), office.callId, id);

  it("agrees with the ranking about everybody's place and the lines", async () => {
    const best = await scored("panel", 5, 5, 5);
    const [tied, twin] = [await scored("panel", 4, 4, 4), await scored("panel", 4, 4, 4)];
    const last = await scored("expert_review", 3, 3, 3);
    const short = await scored("expert_review", 5);
    await scored("withdrawn", 4.5, 4.5, 4.5);
    const ranking = (await listRanking(office.as(office.officer), "C5"))!;
    expect(ranking.lines).toEqual([
      { kind: "funding", before: 3 },
      { kind: "shortlist", before: 3 },
      { kind: "reserve", before: 4 },
    ]);
    for (const row of ranking.rows) {
      const found = await standing(row.id);
      expect(found).toMatchObject({ rank: row.rank, of: 4, scoreX100: row.scoreX100, outcome: row.outcome });
      expect((found?.ties.length ?? 0) > 1).toBe(row.tied);
    }
    expect((await standing(best.id))?.rank).toBe(1);
    expect((await standing(twin.id))?.ties.map(({ id }) => id).toSorted()).toEqual(
      [tied.id, twin.id].toSorted(),
    );
    expect((await standing(last.id))?.rank).toBe(4);
    expect(await standing(short.id)).toMatchObject({ rank: null, ties: [] });
    const input = { callId: office.callId, applicationIds: [twin.id, tied.id] };
    expect(await orderTies(office.as(office.chair), input)).toEqual({ ok: true });
    expect([(await standing(twin.id))?.rank, (await standing(tied.id))?.rank]).toEqual([2, 3]);
    expect((await standing(tied.id))?.ties.map(({ id, chairOrder }) => [id, chairOrder])).toEqual([
      [twin.id, 1],
      [tied.id, 2],
    ]);
  });

  it("does not tell a recused chair which equals there are, only that there are", async () => {
    const [one, other] = [await scored("panel", 2, 2, 2), await scored("panel", 2, 2, 2)];
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{ id: newId(), application_id: other.id, person_id: office.chair.personId, source: "office" },
          ...{ kind: "employed", note: "", state: "confirmed", created_by: office.officer.personId },
          ...{ created_at: FROZEN_NOW.toISOString(), judged_by: null, judged_at: null },
        })
        .execute(),
    );
    const found = await standing(one.id, office.chair);
    expect(found?.tiesHidden).toBe(true);
    expect(found?.ties.map(({ id }) => id)).toEqual([one.id]);
  });

  it("counts each scored call once, for the fund's people alone", async () => {
    const [call] = await listRankedCalls(office.as(office.member));
    expect(call).toMatchObject({ code: "C5", inScoring: 2, ranked: 7 });
    expect(await listRankedCalls(office.as(office.owner))).toEqual([]);
    const { id } = await office.addApplication({ state: "panel" });
    expect(await standing(id)).toBeUndefined();
    expect(await standing(id, office.owner)).toBeUndefined();
    expect(await db.statementsDuring(() => listRankedCalls(office.as(office.member)))).toHaveLength(1);
  });
});

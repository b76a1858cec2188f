import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromHundredths } from "#app/domain/reviews/reviewer-total.ts";
import type { RankingView } from "#app/domain/reviews/ranking-view.ts";
import { rankApplications } from "#app/domain/reviews/rank-applications.ts";
import { decimal } from "#app/domain/shared/decimal.ts";
import { readCursor } from "#app/features/keyset.ts";
import { findScoreRecord } from "#app/features/reviews/office/find-score-record.ts";
import { listRanking, type RankedRow } from "#app/features/reviews/office/list-ranking.ts";
import { orderTies } from "#app/features/reviews/office/order-ties.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS, FROZEN_NOW, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";
import { c5Rubric } from "./office-calls.ts";

describe.each(DIALECTS)("ranking on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const ranking = async (view: Partial<RankingView> = {}, after = "", who = office.officer) => {
    const cursor = readCursor(new URLSearchParams(after ? { after } : {}));
    const found = await listRanking(office.as(who), "C5", view, cursor);
    if (!found) throw new Error("no ranking");
    return found;
  };
  const allPages = async (view: Partial<RankingView> = {}) => {
    const pages = [await ranking(view)];
    for (let next = pages[0]!.next; next; next = pages.at(-1)!.next) pages.push(await ranking(view, next));
    return pages;
  };

  it("keeps the sheet of domain.md §5.4 to the hundredth", async () => {
    const application = await office.addApplication({ state: "expert_review" });
    for (const n of [1, 2, 3])
      await office.addReview(application, await office.addReviewer(`专家${n}`), [4, 4.5, 3.5, 4, 4, 3.5, 4]);
    const [row] = (await ranking()).rows;
    expect(row).toMatchObject({
      ...{
        rank: 1,
        valid: 3,
        method: "plain",
        scoreX100: 7750,
        meanX100: 7750,
        medianX100: 7750,
        spreadX100: 0,
      },
      ...{ outcome: "shortlist", advice: [3, 0, 0], belowFloor: [], moderation: [], tied: false },
      criterionMeans: ["4.00", "4.50", "3.50", "4.00", "4.00", "3.50", "4.00"],
    });
    const record = await findScoreRecord(office.as(office.officer), application.id);
    expect(record?.sheets.map(({ reviewer, dropped }) => [reviewer, dropped])).toEqual([
      ["专家1", null],
      ["专家2", null],
      ["专家3", null],
    ]);
  });

  it("drops one highest and one lowest of five, and says which", async () => {
    const application = await office.addApplication({ state: "panel" });
    const scores = [4, 2, 5, 3, 5];
    for (const [n, score] of scores.entries())
      await office.addReview(
        application,
        await office.addReviewer(`去极值${n}`),
        Array<number>(7).fill(score),
        n === 1 ? "not_recommend" : "recommend",
      );
    const record = await findScoreRecord(office.as(office.auditor), application.id);
    expect(record?.sheets.map(({ dropped }) => dropped)).toEqual([null, "lowest", "highest", null, null]);
    expect(record?.sum).toMatchObject({ method: "trimmed", score: decimal("80.00"), moderation: ["spread"] });
    const committee = await findScoreRecord(office.as(office.member), application.id);
    expect(committee?.sheets.map(({ reviewer }) => reviewer)).toEqual([
      "E-001",
      "E-002",
      "E-003",
      "E-004",
      "E-005",
    ]);
    expect((await ranking({ moderatedOnly: true })).rows.map(({ id }) => id)).toEqual([application.id]);
  });

  it("ranks as the rule does over the whole call, page by page", async () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
    const { rubric_version_id: rubricVersionId } = await db.read
      .selectFrom("call")
      .select("rubric_version_id")
      .where("id", "=", office.callId)
      .executeTakeFirstOrThrow();
    for (let n = 0; n < 130; n += 1) {
      const { id } = await office.addApplication({ state: n % 17 === 0 ? "withdrawn" : "panel" });
      const score = n % 13 === 0 ? null : 7000 + 100 * random(6);
      const tie = () => (score === null ? 0 : 300 + 50 * random(2));
      await db.write((trx) =>
        trx
          .insertInto("score_summary")
          .values({
            ...{ application_id: id, call_id: office.callId, state: n % 17 === 0 ? "withdrawn" : "panel" },
            ...{ rubric_version_id: rubricVersionId!, valid: score === null ? 2 : 3, method: "plain" },
            ...{
              score_x100: score,
              mean_x100: score,
              median_x100: score,
              spread_x100: 0,
              tie_1: tie(),
              tie_2: tie(),
              tie_3: tie(),
            },
            ...{
              criterion_means: "",
              totals: "",
              below_floor: "",
              moderation: n % 5 === 0 ? "spread" : "",
              outcome: null,
            },
            ...{
              recommend: 0,
              conditional: 0,
              not_recommend: 0,
              out_of_scope: 0,
              refreshed_at: FROZEN_NOW.toISOString(),
            },
          })
          .execute(),
      );
    }
    const all = await db.read
      .selectFrom("score_summary")
      .selectAll()
      .where("state", "!=", "withdrawn")
      .execute();
    const expected = rankApplications(
      all.map((row) => ({
        ...{
          id: row.application_id,
          rubricVersionId: row.rubric_version_id,
          chairOrder: row.chair_order || null,
        },
        score: row.score_x100 === null ? null : fromHundredths(row.score_x100),
        criterionMeans: {
          K2: fromHundredths(row.tie_1),
          K1: fromHundredths(row.tie_2),
          K3: fromHundredths(row.tie_3),
        },
      })),
      c5Rubric.tieBreak,
    );
    if (!expected.ok) throw new Error(expected.reason);
    const pages = await allPages();
    const rows = pages.flatMap((page) => page.rows);
    expect(pages[0]!.total).toBe(all.length);
    expect(rows.map(({ id, rank, tied, separatedBy }) => ({ id, rank, tied, separatedBy }))).toEqual(
      expected.value.map(({ id, rank, tiedWith, separatedBy }) => ({
        id,
        rank,
        tied: tiedWith.length > 0,
        separatedBy,
      })),
    );
    expect(rows.some(({ tied }) => tied)).toBe(true);
    const ranks = new Map(rows.map(({ id, rank, tied }) => [id, { rank, tied }]));
    for (const row of (await ranking({ moderatedOnly: true })).rows)
      expect(ranks.get(row.id)).toEqual({ rank: row.rank, tied: row.tied });
  });

  it("sorts by every measure either way, page by page there and back, each application once", async () => {
    const places = (await allPages()).flatMap(({ rows }) => rows.map(({ id }) => id));
    const values: Record<string, (row: RankedRow) => number | null> = {
      rank: ({ rank }) => rank,
      mean: ({ meanX100 }) => meanX100,
      sheets: ({ valid }) => valid,
      K2: ({ criterionMeans }) => (criterionMeans[1] ? Number(criterionMeans[1]) : null),
    };
    for (const sort of Object.keys(values))
      for (const descending of [false, true]) {
        const pages = await allPages({ sort, descending });
        const rows = pages.flatMap((page) => page.rows);
        expect(rows.map(({ id }) => id).toSorted(), sort).toEqual(places.toSorted());
        const shown = rows.map(values[sort]!).filter((value) => value !== null);
        const expected = shown.toSorted((a, b) => (descending ? b - a : a - b));
        expect(shown, sort).toEqual(expected);
        const back = readCursor(new URLSearchParams({ before: pages[2]!.previous! }));
        const found = await listRanking(office.as(office.officer), "C5", { sort, descending }, back);
        expect(found?.rows.map(({ id }) => id)).toEqual(pages[1]!.rows.map(({ id }) => id));
      }
  });

  it("begins a page where the last one ended, although the row there has gone", async () => {
    const [first, second] = await allPages();
    const last = first!.rows.at(-1)!;
    const gone = { state: "withdrawn" };
    await db.write((trx) => trx.updateTable("application").set(gone).where("id", "=", last.id).execute());
    expect((await ranking({}, first!.next!)).rows.map(({ id }) => id)).toEqual(
      second!.rows.map(({ id }) => id),
    );
    const state = { state: last.state };
    await db.write((trx) => trx.updateTable("application").set(state).where("id", "=", last.id).execute());
  });

  it("lets the chair order equals, the whole group of them and nobody else", async () => {
    const rows = (await ranking()).rows;
    const first = rows.findIndex(
      ({ tied, id }, index) => tied && id !== undefined && rows[index + 1]?.rank === rows[index]?.rank,
    );
    const group = rows.filter(({ rank, tied }) => tied && rank === rows[first]!.rank).map(({ id }) => id);
    const order = (ids: string[], who = office.chair) =>
      orderTies(office.as(who), { callId: office.callId, applicationIds: ids });
    const reversed = group.toReversed();
    expect(await order(reversed, office.officer)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await order([group[0]!, group[0]!])).toEqual({ ok: false, reason: "not_a_tie" });
    expect(await order([...group, rows.find(({ id }) => !group.includes(id))!.id])).toEqual({
      ok: false,
      reason: "not_a_tie",
    });
    if (group.length > 2)
      expect(await order(group.slice(1))).toEqual({ ok: false, reason: "not_the_whole_tie" });
    expect(await order(reversed)).toEqual({ ok: true });
    const after = (await ranking()).rows.filter(({ id }) => group.includes(id));
    expect(after.map(({ id, tied }) => [id, tied])).toEqual(reversed.map((id) => [id, false]));
    expect(after[1]).toMatchObject({ separatedBy: "chair", rank: after[0]!.rank! + 1 });
  });

  it("reads a page in as many statements as a row, and leaves out what one is recused from", async () => {
    const second = (await ranking()).next!;
    const before = await ranking({}, second);
    const hidden = before.rows[1]!;
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{
            id: newId(),
            application_id: hidden.id,
            person_id: office.officer.personId,
            state: "confirmed",
          },
          ...{ source: "office", kind: "equity", note: "", created_at: FROZEN_NOW.toISOString() },
        })
        .execute(),
    );
    const after = await ranking({}, second);
    expect(after.rows.map(({ id }) => id)).toEqual(
      before.rows.filter(({ id }) => id !== hidden.id).map(({ id }) => id),
    );
    expect(after.rows.map(({ rank }) => rank)).toEqual(
      before.rows.filter(({ id }) => id !== hidden.id).map(({ rank }) => rank),
    );
    expect((await ranking({}, second, office.auditor)).rows).toHaveLength(50);
    expect((await db.statementsDuring(() => ranking())).length).toBeLessThanOrEqual(5);
    expect(await listRanking(office.as(office.owner), "C5")).toBeUndefined();
    expect(await listRanking(office.as(office.officer), "C7")).toBeUndefined();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calibrateCalls } from "#app/features/reviews/calibration/calibrate-calls.ts";
import { findCalibration } from "#app/features/reviews/calibration/find-calibration.ts";
import { findCalibratedSums } from "#app/features/reviews/office/find-calibrated-sums.ts";
import { findCalibrationPage } from "#app/features/reviews/office/find-calibration-page.ts";
import { listRanking } from "#app/features/reviews/office/list-ranking.ts";
import { moveFundingLine } from "#app/features/reviews/office/move-funding-line.ts";
import { newId } from "#app/platform/new-id.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, FROZEN_NOW, testDatabase, type TestDatabase } from "#tests/support/database.ts";

const at = (seconds: number) => new Date(FROZEN_NOW.getTime() + seconds * 1000);
const all = (score: number) => Array<number>(7).fill(score);

describe.each(DIALECTS)("calibration of a call on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  let reviewers: Awaited<ReturnType<FundOffice["addReviewer"]>>[];
  const applications: Awaited<ReturnType<FundOffice["addApplication"]>>[] = [];
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
    reviewers = [];
    for (const name of ["松的", "平的", "紧的", "局外"]) reviewers.push(await office.addReviewer(name));
    // Twelve applications; the first reviewer gives a whole mark more than the second, the third one less.
    for (let n = 0; n < 12; n += 1) {
      const application = await office.addApplication({ state: "panel" });
      applications.push(application);
      const worth = 2 + (n % 4) * 0.5;
      for (const [index, more] of [1, 0, -1].entries())
        if (n % 3 !== index || n < 3)
          await office.addReview(application, reviewers[index]!, all(worth + more + (n % 2) * 0.5));
    }
  });
  afterAll(() => db.destroy());

  const run = (seconds: number) => calibrateCalls(office.as({ kind: "system" }, at(seconds)));
  const stored = () =>
    db.read.selectFrom("calibration").selectAll().where("call_id", "=", office.callId).executeTakeFirst();
  const page = (who = office.officer) => findCalibrationPage(office.as(who), "C5", null);
  const ranking = async (who = office.officer) => (await listRanking(office.as(who), "C5"))!;

  it("is being computed until it has been, and then stands beside the rule book's order, which stays", async () => {
    const before = await ranking();
    expect(before.calibration).toMatchObject({ outcome: null, pending: true });
    expect(before.rows.every(({ calibrated }) => calibrated === null)).toBe(true);
    await run(0);
    const after = await ranking();
    expect(after.calibration).toMatchObject({ outcome: "ready", pending: false, compared: 12, apart: 0 });
    expect(after.calibration.computedAt).toBe(at(0).toISOString());
    expect(after.rows.map(({ id, rank, scoreX100 }) => [id, rank, scoreX100])).toEqual(
      before.rows.map(({ id, rank, scoreX100 }) => [id, rank, scoreX100]),
    );
    for (const { calibrated } of after.rows) {
      const [low, high] = calibrated!.most;
      expect(low).toBeLessThanOrEqual(calibrated!.half[0]);
      expect(high).toBeGreaterThanOrEqual(calibrated!.half[1]);
      expect(calibrated!.expectedRank).toBeGreaterThanOrEqual(low);
      expect(calibrated!.expectedRank).toBeLessThanOrEqual(high);
    }
    const sorted = await listRanking(office.as(office.officer), "C5", {
      sort: "calibrated",
      descending: true,
    });
    const worths = sorted!.rows.map(({ calibrated }) => calibrated!.worth);
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
  });

  it("is kept by its inputs: computed again only when they have changed, and not while sheets still come in", async () => {
    const first = await stored();
    await run(100);
    expect(await stored()).toEqual(first);
    // Something was touched, but every score is as it was.
    await db.write((trx) =>
      trx
        .updateTable("score_summary")
        .set((eb) => ({ changes: eb("changes", "+", 1) }))
        .where("application_id", "=", applications[0]!.id)
        .execute(),
    );
    expect((await ranking()).calibration.pending).toBe(true);
    await run(101);
    expect(await stored()).toMatchObject({
      inputs_hash: first!.inputs_hash,
      computed_at: first!.computed_at,
    });
    expect((await ranking()).calibration.pending).toBe(false);

    await office.addReview(applications[3]!, reviewers[3]!, all(4));
    await db.write((trx) =>
      trx
        .updateTable("score_summary")
        .set({ refreshed_at: at(200).toISOString() })
        .where("application_id", "=", applications[3]!.id)
        .execute(),
    );
    await db.write((trx) =>
      trx
        .updateTable("calibration")
        .set({ computed_at: at(190).toISOString() })
        .execute(),
    );
    await run(202);
    const meanwhile = await ranking();
    expect(meanwhile.calibration).toMatchObject({ pending: true, outcome: "ready" });
    expect(meanwhile.rows.every(({ calibrated }) => calibrated !== null)).toBe(true);
    await run(206);
    expect((await stored())!.inputs_hash).not.toBe(first!.inputs_hash);
    expect((await ranking()).calibration).toMatchObject({
      pending: false,
      computedAt: at(206).toISOString(),
    });
  });

  it("is computed by one worker of several, and by another when that one was lost", async () => {
    const claim = (until: string | null) =>
      db.write((trx) => trx.updateTable("calibration").set({ mark: "old", claimed_until: until }).execute());
    await claim(at(400).toISOString());
    await run(300);
    expect((await stored())!.mark).toBe("old");
    await run(401);
    expect(await stored()).toMatchObject({ claimed_until: null });
    expect((await stored())!.mark).not.toBe("old");
  });

  it("tells the office how harsh reviewers are, and nobody else", async () => {
    const found = (await page())!;
    const [lenient, harsh] = ["松的", "紧的"].map((name) =>
      found.severities!.find((each) => each.name === name)!,
    );
    expect(lenient!.mean).toBeGreaterThan(5);
    expect(harsh!.mean).toBeLessThan(-5);
    expect(lenient!.deviation).toBeGreaterThan(0);
    expect((await page(office.administrator))!.severities).not.toBeNull();
    for (const who of [office.member, office.chair, office.auditor]) {
      expect((await page(who))!.severities).toBeNull();
      const sums = await findCalibratedSums(office.as(who), office.callId, applications[3]!.id);
      expect(sums!.severities).toBeNull();
      expect(sums!.figures).not.toBeNull();
    }
    const both = await office.addPerson("兼评专家", "officer", "reviewer");
    expect((await page(both))!.severities).toBeNull();
    for (const who of [office.owner, reviewers[0]!]) {
      expect(await page(who)).toBeUndefined();
      expect(await findCalibratedSums(office.as(who), office.callId, applications[3]!.id)).toBeUndefined();
    }
  });

  it("writes its sums out so that they add up", async () => {
    const { figures, mean, severities } = (await findCalibratedSums(
      office.as(office.officer),
      office.callId,
      applications[3]!.id,
    ))!;
    const { worth, shrinkage, ownMean, severityMet, rest } = figures!;
    expect(mean + shrinkage * (ownMean - severityMet - mean) + rest).toBeCloseTo(worth, 2);
    const met = severities!.reduce((sum, each) => sum + each.mean, 0) / severities!.length;
    expect(severityMet).toBeCloseTo(met, 3);
  });

  it("follows the funding line without being computed again, as tried and as saved", async () => {
    const before = await stored();
    const tried = (await listRanking(office.as(office.member), "C5", { line: 3 }))!;
    expect(tried.funding).toMatchObject({ places: 3, saved: null });
    const sum = tried.rows.reduce((total, { calibrated }) => total + calibrated!.aboveLine, 0);
    expect(sum).toBeCloseTo(3, 0);
    const move = (places: number, version: number, who = office.officer) =>
      moveFundingLine(office.as(who), { callId: office.callId, places, version });
    for (const who of [office.member, office.auditor, reviewers[0]!, office.owner])
      expect(await move(5, 0, who)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await move(0, 0)).toEqual({ ok: false, reason: "places" });
    expect(await move(2.5, 0)).toEqual({ ok: false, reason: "places" });
    expect(await move(5, 0)).toEqual({ ok: true });
    expect(await move(6, 0, office.chair)).toEqual({ ok: false, reason: "stale" });
    expect(await move(6, 1, office.chair)).toEqual({ ok: true });
    expect((await ranking()).funding).toMatchObject({ places: 6, saved: 6, version: 2 });
    expect((await listRanking(office.as(office.officer), "C5", { line: 400 }))!.funding.places).toBe(12);
    expect(await stored()).toEqual(before);
    const found = (await page())!;
    expect(found.standing.discussed).toBe(found.discussed.length);
    expect(found.discussed.every(({ half }) => half[0] <= 6 && half[1] > 6)).toBe(true);
    const chances = found.turned.map(({ turnedByOneMore }) => turnedByOneMore);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  });

  it("leaves out of every list what one is recused from", async () => {
    const [hidden] = (await page())!.near;
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{ id: newId(), application_id: hidden!.id, person_id: office.chair.personId, note: "" },
          ...{ source: "office", kind: "equity", state: "confirmed", created_at: FROZEN_NOW.toISOString() },
        })
        .execute(),
    );
    const found = (await page(office.chair))!;
    for (const rows of [found.near, found.turned, found.discussed])
      expect(rows.map(({ id }) => id)).not.toContain(hidden!.id);
    expect((await page())!.near.map(({ id }) => id)).toContain(hidden!.id);
  });

  it("leaves one that shares no reviewer aside by name, and says so of a call that falls apart", async () => {
    const alone = await office.addApplication({ state: "panel" });
    for (const name of ["甲", "乙", "丙"])
      await office.addReview(alone, await office.addReviewer(name), all(4));
    await run(500);
    const found = (await page())!;
    expect(found.standing).toMatchObject({ outcome: "ready", compared: 12, apart: 1 });
    expect(found.apart.map(({ applications: heads }) => heads.map(({ id }) => id))).toEqual([[alone.id]]);
    const sums = await findCalibratedSums(office.as(office.officer), office.callId, alone.id);
    expect(sums).toMatchObject({ figures: null, isApart: true });
    const row = (await ranking()).rows.find(({ id }) => id === alone.id);
    expect(row).toMatchObject({ calibrated: null });

    const [one, two] = [await office.addReviewer("丁"), await office.addReviewer("戊")];
    for (let n = 0; n < 4; n += 1) {
      const apart = await office.addApplication({ state: "panel" });
      for (const who of [one, two]) await office.addReview(apart, who, all(3 + n / 2));
    }
    await run(600);
    expect((await page())!.standing).toMatchObject({ outcome: "not_comparable", apart: 17 });
    expect((await page())!.apart.map(({ count }) => count)).toEqual([12, 4, 1]);
  });

  it("is read in as many statements as a row", async () => {
    const statements = async (read: () => Promise<unknown>) => (await db.statementsDuring(read)).length;
    expect(await statements(() => page())).toBeLessThanOrEqual(7);
    expect(await statements(() => ranking())).toBeLessThanOrEqual(6);
    const { found } = await findCalibration({ db }, office.callId);
    expect(found).toMatchObject({ outcome: "not_comparable", calibrated: undefined });
  });
});

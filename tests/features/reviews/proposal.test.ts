import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { cancelRun, discardProposal } from "#app/features/reviews/proposal/end-run.ts";
import {
  listProposedApplications,
  listProposedReviewers,
} from "#app/features/reviews/proposal/list-proposed.ts";
import { releaseProposal } from "#app/features/reviews/proposal/release-proposal.ts";
import { startAgain } from "#app/features/reviews/proposal/start-run.ts";
import { workRuns } from "#app/features/reviews/proposal/work-runs.ts";
import { DIALECTS, FROZEN_NOW, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { dueOn, type ProposalOffice, proposalOffice } from "./proposal-office.ts";

describe.each(DIALECTS)("a proposal of who reviews what on %s", (dialect) => {
  let db: TestDatabase;
  let office: ProposalOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await proposalOffice(db);
  });
  afterEach(() => office.clear());
  afterAll(() => db.destroy());

  const assignments = () =>
    db.read
      .selectFrom("assignment as g")
      .innerJoin("application as a", "a.id", "g.application_id")
      .select(["g.application_id", "g.reviewer_id", "g.state"])
      .where("a.state", "=", "expert_review")
      .execute();
  const review = () => office.addApplication({ state: "expert_review" });

  it("gives every application its five, proves it, and assigns nobody before the release", async () => {
    await office.addPanel();
    const applications = [await review(), await review(), await review()];
    const run = await office.propose();
    expect(run).toMatchObject({ state: "proposed", pairs: 15, round: 1 });
    expect(run.certificate).toMatchObject({ breaches: 0, parts: 1 });
    expect(run.certificate!.bound! - run.certificate!.value).toBe(0);
    const { rows } = await listProposedApplications(office.as(office.officer), run.id, null);
    expect(rows.map(({ assigned }) => assigned)).toEqual([5, 5, 5]);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(applications.map(({ id }) => id)));
    expect(await assignments()).toEqual([]);
    const released = await releaseProposal(office.as(office.officer), office.callId, run.version, dueOn);
    expect(released).toEqual({ ok: true, pairs: 15, reviewers: 5 });
    expect((await assignments()).map(({ state }) => state)).toEqual(Array(15).fill("assigned"));
    expect((await office.run()).state).toBe("released");
  });

  it("is listed in as many statements however long it is", async () => {
    await office.addPanel();
    await review();
    const ctx = office.as(office.officer);
    const once = await office.propose();
    const counts = async (runId: string) => [
      (await db.statementsDuring(() => listProposedApplications(ctx, runId, null))).length,
      (await db.statementsDuring(() => listProposedReviewers(ctx, runId, null))).length,
    ];
    expect(await counts(once.id)).toEqual([2, 1]);
    await discardProposal(ctx, office.callId, once.version);
    await review();
    await review();
    const thrice = await office.propose();
    expect(await counts(thrice.id)).toEqual([2, 1]);
    const reviewers = await listProposedReviewers(ctx, thrice.id, null);
    expect(reviewers.rows.map(({ assigned }) => assigned)).toEqual([3, 3, 3, 3, 3]);
    const { personId, assigned } = reviewers.rows[1]!;
    const after = await listProposedReviewers(ctx, thrice.id, {
      ...{ direction: "after", value: String(assigned), id: personId },
    });
    expect(after.rows).toEqual(reviewers.rows.slice(2));
  });

  it("gives the same for the same seed and the same facts", async () => {
    await office.addPanel();
    await office.addPanel();
    await review();
    await review();
    const once = await office.propose({ seed: "7" });
    const first = await office.pairs(once.id);
    await discardProposal(office.as(office.officer), office.callId, once.version);
    const twice = await office.propose({ seed: "7" });
    const pairOf = (rows: typeof first) => rows.map((row) => `${row.application_id} ${row.reviewer_id}`);
    expect(pairOf(await office.pairs(twice.id))).toEqual(pairOf(first));
    const hashes = await db.read
      .selectFrom("assignment_run")
      .select("input_hash")
      .distinct()
      .where("id", "in", [once.id, twice.id])
      .execute();
    expect(hashes).toHaveLength(1);
    expect(hashes[0]!.input_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("works out the fair mode too, and says that nothing fairer exists", async () => {
    await office.addPanel();
    await review();
    await review();
    const run = await office.propose({ kind: "fair" });
    expect(run.certificate).toMatchObject({ isFairest: true, breaches: 0 });
  });

  it("never proposes a conflict that nobody dismissed, nor who declined, and keeps who is assigned", async () => {
    const [first, ...others] = await office.addPanel();
    const spare = await office.addReviewer("候补", { discipline: "technology" });
    const { id } = await review();
    await office.record(id, first!.personId, "open");
    await db.write((trx) =>
      trx
        .insertInto("assignment")
        .values({
          ...{ id: "standing", application_id: id, reviewer_id: others[1]!.personId, state: "accepted" },
          ...{ due_at: FROZEN_NOW.toISOString(), assigned_by: "x", assigned_at: FROZEN_NOW.toISOString() },
          ...{ decline_reason: "", version: 1 },
        })
        .execute(),
    );
    const run = await office.propose();
    const pairs = await office.pairs(run.id);
    expect(pairs.map(({ reviewer_id }) => reviewer_id).sort()).toEqual(
      [...others, spare].map(({ personId }) => personId).sort(),
    );
    expect(pairs.find(({ reviewer_id }) => reviewer_id === others[1]!.personId)?.mark).toBe("standing");
    const released = await releaseProposal(office.as(office.officer), office.callId, run.version, dueOn);
    expect(released).toMatchObject({ ok: true, pairs: 4 });
  });

  it("has room for one run a call, and a cancelled one keeps nothing", async () => {
    await office.addPanel();
    await review();
    const started = await Promise.all([office.start(), office.start({}, office.otherOfficer)]);
    expect(started.filter(({ ok }) => ok)).toHaveLength(1);
    expect(started.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "busy" });
    expect(await cancelRun(office.as(office.officer), office.callId)).toEqual({ ok: true });
    expect(await office.work()).toBe(false);
    expect((await office.run()).state).toBe("cancelled");
    expect(await cancelRun(office.as(office.officer), office.callId)).toEqual({ ok: false, reason: "stale" });
  });

  it("takes over a run whose process died, and the one that comes back keeps nothing", async () => {
    await office.addPanel();
    await review();
    await office.start();
    const { id } = await office.run();
    const died = { state: "running", lease: "of a process that died" } as const;
    const until = (ms: number) => new Date(FROZEN_NOW.getTime() + ms).toISOString();
    await db.write((trx) =>
      trx
        .updateTable("assignment_run")
        .set({ ...died, lease_until: until(1) })
        .where("id", "=", id)
        .execute(),
    );
    expect(await office.work()).toBe(false);
    await db.write((trx) =>
      trx
        .updateTable("assignment_run")
        .set({ lease_until: until(-1) })
        .where("id", "=", id)
        .execute(),
    );
    const both = await Promise.all([office.work(), workRuns(office.as(system), () => FROZEN_NOW)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await office.run()).toMatchObject({ state: "proposed", pairs: 5 });
  });

  it("explains what does not fit, and works with what can be had", async () => {
    await office.addPanel(1);
    const [a, b] = [await review(), await review()];
    const failed = await office.propose();
    expect(failed.state).toBe("failed");
    const outcome = failed.outcome!;
    if (outcome.why !== "infeasible") throw new Error(outcome.why);
    expect(outcome.shortage?.missing).toBe(5);
    expect(outcome.fewer.reduce((sum, { missing }) => sum + missing, 0)).toBe(5);
    expect(outcome.beyond?.reduce((sum, { more }) => sum + more, 0)).toBe(5);
    const again = await startAgain(office.as(office.officer), office.callId, failed.version, "raise_limits");
    expect(again.ok).toBe(true);
    await office.work();
    const run = await office.run();
    expect(run).toMatchObject({ state: "proposed", pairs: 10 });
    const released = await releaseProposal(office.as(office.officer), office.callId, run.version, dueOn);
    expect(released).toMatchObject({ ok: true });
    const counts = Map.groupBy(await assignments(), ({ application_id }) => application_id);
    expect([counts.get(a.id)?.length, counts.get(b.id)?.length]).toEqual([5, 5]);
  });

  it("works with fewer reviewers where limits are to be kept", async () => {
    await office.addPanel(1);
    await review();
    await review();
    const failed = await office.propose();
    await startAgain(office.as(office.officer), office.callId, failed.version, "keep_limits");
    await office.work();
    expect(await office.run()).toMatchObject({ state: "proposed", pairs: 5 });
  });
});

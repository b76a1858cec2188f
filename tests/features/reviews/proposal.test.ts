import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#app/analysis/seeded-random.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { judgeConflict } from "#app/features/reviews/office/judge-conflict.ts";
import { changeProposal } from "#app/features/reviews/proposal/change-proposal.ts";
import { cancelRun, discardProposal } from "#app/features/reviews/proposal/end-run.ts";
import { findProposed } from "#app/features/reviews/proposal/find-proposed.ts";
import { listProposedApplications } from "#app/features/reviews/proposal/list-proposed.ts";
import { releaseProposal } from "#app/features/reviews/proposal/release-proposal.ts";
import { startAgain, workOutAnew } from "#app/features/reviews/proposal/start-run.ts";
import { workRuns } from "#app/features/reviews/proposal/work-runs.ts";
import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import type { Settings } from "#app/platform/config/settings.ts";
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

  it("refuses the release once a conflict has come up since, and names it", async () => {
    const panel = await office.addPanel();
    const { id, number } = await review();
    const run = await office.propose();
    await office.record(id, panel[2]!.personId, "open");
    const refused = await releaseProposal(office.as(office.officer), office.callId, run.version, dueOn);
    expect(refused).toEqual({
      ...{ ok: false, reason: "changed_since", more: 0 },
      obstacles: [{ kind: "conflict", number, reviewer: "专家3" }],
    });
    expect(await assignments()).toEqual([]);
  });

  it("finds a conflict by itself that a new fact made since", async () => {
    const panel = await office.addPanel();
    const { id, number } = await office.addApplication({
      state: "expert_review",
      uscc: "91140100MA0HD88W80",
    });
    const run = await office.propose();
    await db.write((trx) =>
      trx
        .updateTable("reviewer_profile")
        .set({ affiliation_uscc: "91140100MA0HD88W80" })
        .where("person_id", "=", panel[0]!.personId)
        .execute(),
    );
    const refused = await releaseProposal(office.as(office.officer), office.callId, run.version, dueOn);
    expect(refused).toMatchObject({ obstacles: [{ kind: "conflict", number, reviewer: "专家1" }] });
    const again = await workOutAnew(office.as(office.officer), office.callId, run.version);
    expect(again).toMatchObject({ ok: true });
    await office.work();
    // Without the fifth nothing fits any more: the proposal before it stands, with the reason.
    const fallen = await office.run();
    expect(fallen).toMatchObject({ state: "proposed", round: 2, outcome: { why: "infeasible" } });
    expect((await office.pairs(fallen.id)).map(({ application_id }) => application_id)).toContain(id);
  });

  it("lets one of two officers release", async () => {
    await office.addPanel();
    await review();
    const run = await office.propose();
    const results = await Promise.all(
      [office.officer, office.otherOfficer].map((who) =>
        releaseProposal(office.as(who), office.callId, run.version, dueOn),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "stale" });
    expect(await assignments()).toHaveLength(5);
  });

  it("does not assign whom a conflict keeps away that is judged in the same moment", async () => {
    const panel = await office.addPanel();
    const { id } = await review();
    const run = await office.propose();
    const personId = panel[0]!.personId;
    const [released, judged] = await Promise.all([
      releaseProposal(office.as(office.officer), office.callId, run.version, dueOn),
      judgeConflict(office.as(office.otherOfficer), {
        ...{
          applicationId: id,
          personId,
          kind: "other",
          verdict: "confirmed",
          note: "已核实",
          source: "office",
        },
      }),
    ]);
    expect(judged.ok).toBe(true);
    const own = (await assignments()).find(({ reviewer_id }) => reviewer_id === personId);
    expect(released.ok ? own?.state : own).toBe(released.ok ? "recused" : undefined);
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

  it("shows what a change costs, makes it, and keeps it when it is worked out anew", async () => {
    await office.addPanel();
    const extra = await office.addReviewer("另一位", { discipline: "technology" });
    const { id } = await review();
    const ctx = office.as(office.officer);
    const run = await office.propose();
    const shown = (await findProposed(ctx, run, id))!;
    const out = shown.application.pairs.find(({ discipline }) => discipline === "technology")!;
    const [instead] = shown.alternatives;
    expect(instead).toBeDefined();
    const swapped = await changeProposal(ctx, office.callId, run.version, {
      ...{ kind: "swap", applicationId: id, reviewerId: instead!.reviewerId, insteadOf: out.reviewerId },
    });
    expect(swapped).toEqual({ ok: true, cost: out.worth - instead!.worth });
    const after = await office.run();
    expect(after.value).toBe(run.value - (out.worth - instead!.worth));
    const stale = { kind: "pin", applicationId: id, reviewerId: out.reviewerId } as const;
    expect(await changeProposal(ctx, office.callId, run.version, stale)).toEqual({
      ok: false,
      reason: "stale",
    });
    await workOutAnew(ctx, office.callId, after.version);
    await office.work();
    const anew = await office.run();
    const pairs = await office.pairs(anew.id);
    expect(pairs.find(({ reviewer_id }) => reviewer_id === instead!.reviewerId)?.mark).toBe("pinned");
    expect(pairs).toHaveLength(5);
    expect(extra).toBeDefined();
  });

  it("leaves a seat empty when a pair is taken out for good, and fills it anew with somebody else", async () => {
    await office.addPanel();
    const spare = await office.addReviewer("候补", { discipline: "finance" });
    const { id } = await review();
    const ctx = office.as(office.officer);
    const run = await office.propose();
    const taken = (await findProposed(ctx, run, id))!.application.pairs.find(
      ({ discipline }) => discipline === "finance",
    )!;
    const ban = { kind: "ban", applicationId: id, reviewerId: taken.reviewerId } as const;
    expect(await changeProposal(ctx, office.callId, run.version, ban)).toMatchObject({ ok: true });
    const hole = await office.run();
    expect(hole.pairs).toBe(4);
    await workOutAnew(ctx, office.callId, hole.version);
    await office.work();
    const anew = await office.run();
    const pairs = await office.pairs(anew.id);
    expect(pairs.filter(({ mark }) => mark !== "banned")).toHaveLength(5);
    expect(pairs.find(({ mark }) => mark === "banned")?.reviewer_id).toBe(taken.reviewerId);
    expect([taken.reviewerId, spare.personId]).toContain(taken.reviewerId);
  });

  it("refuses a change that a rule forbids", async () => {
    const panel = await office.addPanel();
    const full = await office.addReviewer("满员", { discipline: "technology", max_load: 0 });
    const kept = await office.addReviewer("有冲突", { discipline: "technology" });
    const { id } = await review();
    const ctx = office.as(office.officer);
    const run = await office.propose();
    await office.record(id, kept.personId, "open");
    const insteadOf = (await office.pairs(run.id))[0]!.reviewer_id;
    const swap = (reviewerId: string) =>
      changeProposal(ctx, office.callId, run.version, {
        ...{ kind: "swap", applicationId: id, reviewerId, insteadOf },
      });
    expect(await swap(full.personId)).toEqual({ ok: false, reason: "full" });
    expect(await swap(kept.personId)).toEqual({ ok: false, reason: "conflict" });
    expect(await swap("nobody")).toEqual({ ok: false, reason: "conflict" });
    const auditor = { kind: "pin", applicationId: id, reviewerId: panel[0]!.personId } as const;
    expect(await changeProposal(office.as(office.auditor), office.callId, run.version, auditor)).toEqual({
      ...{ ok: false, reason: "not_allowed" },
    });
  });

  it("is released by nobody who may not see all of it", async () => {
    await office.addPanel();
    const { id } = await review();
    const run = await office.propose();
    await office.record(id, office.otherOfficer.personId, "confirmed");
    const released = (who = office.otherOfficer) =>
      releaseProposal(office.as(who), office.callId, run.version, dueOn);
    expect(await released()).toEqual({ ok: false, reason: "hidden" });
    const seen = await listProposedApplications(office.as(office.otherOfficer), run.id, null);
    expect(seen.rows).toEqual([]);
    expect(await released(office.auditor)).toEqual({ ok: false, reason: "not_allowed" });
  });

  it.each([1, 2, 3, 4])(
    "assigns no pair with a conflict on record, whatever the record (seed %i)",
    async (seed) => {
      const random = seededRandom(seed);
      const panel = [
        ...(await office.addPanel()),
        ...(await office.addPanel()),
        ...(await office.addPanel()),
      ];
      const applications = [await review(), await review(), await review(), await review()];
      const barred = new Set<string>();
      for (const { id } of applications)
        for (const { personId } of panel)
          if (random() < 0.3) {
            const state = (["open", "confirmed", "dismissed"] as const)[Math.floor(random() * 3)]!;
            const source = (["declared", "detected", "office"] as const)[Math.floor(random() * 3)]!;
            await office.record(id, personId, state, source);
            if (source === "declared" || state !== "dismissed") barred.add(`${id} ${personId}`);
          }
      let run = await office.propose();
      while (run.outcome?.why === "infeasible") {
        await startAgain(office.as(office.officer), office.callId, run.version, "keep_limits");
        await office.work();
        run = await office.run();
      }
      const released = await releaseProposal(office.as(office.officer), office.callId, run.version, dueOn);
      expect(released).toMatchObject({ ok: true });
      const assigned = await assignments();
      expect(assigned.length).toBeGreaterThan(10);
      for (const pair of assigned) expect(barred).not.toContain(`${pair.application_id} ${pair.reviewer_id}`);
    },
  );

  it("tells each reviewer once, however many they get", async () => {
    await office.addPanel();
    await review();
    await review();
    const run = await office.propose();
    await releaseProposal(office.as(office.officer), office.callId, run.version, dueOn);
    const settings = { mailFrom: "portal@fund.example" } as Settings;
    while ((await queueEventMails({ db, now: FROZEN_NOW, settings })).events > 0);
    const mails = await db.read
      .selectFrom("mail_delivery")
      .select(["template", "fields"])
      .where("fields", "like", `%${run.id}%`)
      .execute();
    expect(
      await db.read
        .selectFrom("mail_delivery")
        .selectAll()
        .where("template", "=", "reviewer-assigned")
        .execute(),
    ).toEqual([]);
    expect(mails.map(({ template }) => template)).toEqual(Array(5).fill("reviews-released"));
    expect(mails.map(({ fields }) => (JSON.parse(fields) as { count: number }).count)).toEqual([
      2, 2, 2, 2, 2,
    ]);
  });
});

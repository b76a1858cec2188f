import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "#app/analysis/seeded-random.ts";
import { judgeConflict } from "#app/features/reviews/office/judge-conflict.ts";
import { changeProposal } from "#app/features/reviews/proposal/change-proposal.ts";
import { findProposed } from "#app/features/reviews/proposal/find-proposed.ts";
import { listProposedApplications } from "#app/features/reviews/proposal/list-proposed.ts";
import { releaseProposal } from "#app/features/reviews/proposal/release-proposal.ts";
import { startAgain, workOutAnew } from "#app/features/reviews/proposal/start-run.ts";
import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import type { Settings } from "#app/platform/config/settings.ts";
import { DIALECTS, FROZEN_NOW, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { dueOn, type ProposalOffice, proposalOffice } from "./proposal-office.ts";

describe.each(DIALECTS)("changing and releasing a proposal on %s", (dialect) => {
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

import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationStates } from "#app/domain/applications/workflow.ts";
import { readSheet } from "#app/domain/reviews/score-sheet.ts";
import { momentsBefore } from "#app/cli/demo/calendar.ts";
import { assembleCast, type Cast } from "#app/cli/demo/cast.ts";
import { fillCrowd } from "#app/cli/demo/bulk/fill-crowd.ts";
import { fillDemo } from "#app/cli/demo/fill-demo.ts";
import { signIn } from "#app/features/accounts/sign-in.ts";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { listCalls } from "#app/features/calls/list-calls.ts";
import { rawSheetOf } from "#app/features/refresh-score-summary.ts";
import { plannedApplications } from "#db/demo/plan.ts";
import { demoPassword, signIns } from "#db/demo/sign-ins.ts";
import { device } from "#tests/support/people.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";
import { honestCopies, wrongTallies } from "./invariants.ts";

describe("the demonstration", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await testPortal("sqlite");
    await fillDemo(portal, portal.now, { applications: plannedApplications.length });
  }, 120_000);
  afterAll(() => portal.destroy());

  it("has sixty-four applications in every state, of forty companies", async () => {
    const rows = await portal.db.read.selectFrom("application").select(["state", "company_id"]).execute();
    expect(rows).toHaveLength(64);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(applicationStates));
    expect(new Set(rows.map(({ company_id }) => company_id)).size).toBe(40);
  });

  it("has applications to all eight open calls, those that are filed with another one among them", async () => {
    const rows = await portal.db.read
      .selectFrom("application as a")
      .innerJoin("call as c", "c.id", "a.call_id")
      .leftJoin("draft_section as d", (join) =>
        join.onRef("d.application_id", "=", "a.id").on("d.section_key", "=", "filing"),
      )
      .select(["c.code", "d.answers"])
      .execute();
    const calls = new Set(rows.map(({ code }) => code));
    expect([...calls].sort()).toEqual(["C1", "C10", "C11", "C12", "C2", "C5", "C6", "C7"]);
    const strands = rows.flatMap(({ answers }) => /"strand":\{"v":"(c\d)"/.exec(answers ?? "")?.[1] ?? []);
    expect(new Set(strands)).toEqual(new Set(["c2", "c3", "c4", "c5", "c7", "c8", "c9"]));
  });

  it("lists twelve calls, eight of them open and one of these closing soon", async () => {
    const calls = await listCalls(portal.ctx());
    expect(calls).toHaveLength(12);
    const inState = (wanted: string) => calls.filter(({ state }) => state === wanted).map(({ code }) => code);
    expect(inState("closing_soon")).toEqual(["C6"]);
    expect(inState("open")).toEqual(["C12", "C11", "C5", "C1", "C2", "C7", "C10"]);
    expect(inState("not_open")).toEqual(["C3", "C4", "C8", "C9"]);
  });

  it("lets everybody in whom the README names", async () => {
    for (const { email } of signIns) {
      const answer = await signIn(portal.ctx(), { ...device(), email, password: demoPassword });
      expect(answer).toMatchObject({ ok: true, awaitsSecondFactor: false });
    }
  });

  it("has mail in its log, and none that could not be put together", async () => {
    const rows = await portal.db.read.selectFrom("mail_delivery").select(["state"]).execute();
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.filter(({ state }) => state !== "waiting")).toEqual([]);
  });

  it("has a record that verifies, in the order of its times", async () => {
    expect((await verifyChain(portal.db)).ok).toBe(true);
    const events = await portal.events();
    const late = events.filter((event, index) => event.at < (events[index - 1]?.at ?? ""));
    expect(late).toEqual([]);
  });

  it("is the same again for the same seed", { timeout: 120_000 }, async () => {
    const planned = plannedApplications.filter((_, index) => index % 6 === 1);
    const shapes = [];
    for (const seed of [5, 5, 6]) {
      const again = await testPortal("sqlite");
      await fillDemo(again, again.now, { planned, seed });
      shapes.push(await shapeOf(again));
      await again.destroy();
    }
    expect(shapes[0]).toEqual(shapes[1]);
    expect(shapes[0]).not.toEqual(shapes[2]);
  });
});

const shapeOf = ({ db }: TestPortal) =>
  db.read
    .selectFrom("application as a")
    .leftJoin("score_summary as s", "s.application_id", "a.id")
    .select(["a.number", "a.state", "a.state_since", "a.title_zh", "a.answered", "s.totals"])
    .orderBy("a.created_at")
    .orderBy("a.title_zh")
    .execute();

describe.each(DIALECTS)("the crowd on %s", (dialect) => {
  const size = { applications: 100, reviewers: 40, seed: 3 };
  let portal: TestPortal;
  let cast: Cast;
  beforeAll(async () => {
    portal = await testPortal(dialect);
    cast = await assembleCast(portal, momentsBefore(portal.now));
    await fillCrowd(cast, size);
  }, 120_000);
  afterAll(() => portal.destroy());

  it("is as large as it was asked to be, with gapless numbers", async () => {
    const rows = await portal.db.read
      .selectFrom("application")
      .select(["number", "submitted_at", "state", "call_id"])
      .execute();
    expect(rows).toHaveLength(size.applications);
    for (const theirs of Map.groupBy(rows, ({ call_id }) => call_id).values()) {
      const numbers = theirs.flatMap(({ number }) => (number ? [Number(number.slice(-4))] : []));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    }
    expect(rows.every(({ state, number }) => (state === "draft") === (number === null))).toBe(true);
  });

  it("is spread over all open calls and their strands, half-way and decided ones among them", async () => {
    const rows = await portal.db.read
      .selectFrom("application as a")
      .innerJoin("call as c", "c.id", "a.call_id")
      .leftJoin("draft_section as d", (join) =>
        join.onRef("d.application_id", "=", "a.id").on("d.section_key", "=", "filing"),
      )
      .select(["c.code", "a.state", "d.answers"])
      .execute();
    const calls = Map.groupBy(rows, ({ code }) => code);
    expect([...calls.keys()].sort()).toEqual(["C1", "C10", "C11", "C12", "C2", "C5", "C6", "C7"]);
    const strands = rows.flatMap(({ answers }) => /"strand":\{"v":"(c\d)"/.exec(answers ?? "")?.[1] ?? []);
    expect(new Set(strands)).toEqual(new Set(["c2", "c3", "c4", "c5", "c7", "c8", "c9"]));
    for (const code of ["C1", "C2", "C6", "C7"])
      expect(new Set(calls.get(code)!.map(({ state }) => state)).size, code).toBeGreaterThan(3);
  });

  it("has a record that verifies, with an event for every submission and review", async () => {
    expect((await verifyChain(portal.db)).ok).toBe(true);
    const counts = await sql<{ a: number; b: number; c: number; d: number }>`select
      (select count(*) from submission) as a,
      (select count(*) from event where type = 'application.submitted') as b,
      (select count(*) from review where state = 'submitted') as c,
      (select count(*) from event where type = 'review.submitted') as d`.execute(portal.db.read);
    const { a, b, c, d } = counts.rows[0]!;
    expect([b, d]).toEqual([a, c]);
    expect(c).toBeGreaterThan(60);
  });

  it("keeps drafts, progress, copies and snapshots as the commands would have", async () => {
    const { checked, wrong } = await honestCopies(portal, 20);
    expect(wrong).toEqual([]);
    expect(checked).toBe(20);
  });

  it("keeps every hash and every sheet", async () => {
    const submissions = await portal.db.read
      .selectFrom("submission")
      .select(["snapshot", "sha256"])
      .execute();
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    expect(submissions.filter(({ snapshot, sha256 }) => hash(snapshot) !== sha256)).toEqual([]);
    const reviews = await portal.db.read
      .selectFrom("review as r")
      .innerJoin("assignment as g", "g.id", "r.assignment_id")
      .innerJoin("application as a", "a.id", "g.application_id")
      .select(["r.sheet", "a.call_id"])
      .where("r.state", "=", "submitted")
      .execute();
    const rubricOf = new Map([...cast.calls.values()].map(({ callId, rubric }) => [callId, rubric]));
    const unfit = reviews.filter(
      ({ sheet, call_id }) => !readSheet(rubricOf.get(call_id)!, rawSheetOf(sheet)).ok,
    );
    expect(unfit).toEqual([]);
  });

  it("keeps counts and sums that are right", async () => {
    expect(await wrongTallies(portal)).toEqual([]);
  });
});

import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Actor, system } from "#app/domain/accounts/actor.ts";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { type EventToRecord, recordEvent } from "#app/features/record-event.ts";
import { DIALECTS, FROZEN_NOW, testDatabase, type TestDatabase } from "#tests/support/database.ts";

const ctx = { actor: system, now: FROZEN_NOW, requestId: "request-1" };
const submitted = (id: string, data: EventToRecord["data"] = {}): EventToRecord => ({
  type: "application.submitted",
  subject: { kind: "application", id },
  applicationId: id,
  companyId: "company-1",
  callId: "call-1",
  data,
});

describe.each(DIALECTS)("the event chain on %s", (dialect) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase(dialect);
  });
  afterEach(() => db.destroy());

  const record = (...args: Parameters<typeof submitted>) =>
    db.write((trx) => recordEvent(trx, ctx, submitted(...args)));
  const events = () => db.read.selectFrom("event").selectAll().orderBy("seq").execute();

  /** What somebody does who holds the database file or its administrator's password. */
  async function tamper(...statements: string[]): Promise<void> {
    const unlock =
      dialect === "sqlite"
        ? ["drop trigger event_no_update", "drop trigger event_no_delete"]
        : ["alter table event disable trigger user"];
    await db.write(async (trx) => {
      for (const statement of [...unlock, ...statements]) await sql.raw(statement).execute(trx);
    });
  }

  const verdictAfter = async (...statements: string[]) => {
    for (let i = 1; i <= 12; i++) await record(`application-${i}`, { version: i });
    await tamper(...statements);
    return verifyChain(db, { pageSize: 5 });
  };

  it("keeps who did what to what, with the data in one canonical form", async () => {
    const actor: Actor = {
      kind: "person",
      personId: "person-1",
      sessionId: "session-1",
      name: "甲子示例",
      email: "a@example.cn",
      locale: "zh",
      roles: [],
      memberships: [],
      fullySignedIn: true,
    };
    const data = { version: 2, files: ["b", "a"], late: undefined, reason: null };
    const { id, seq } = await db.write((trx) =>
      recordEvent(trx, { ...ctx, actor }, submitted("application-1", data)),
    );
    expect(await events()).toEqual([
      {
        seq: 1,
        id,
        at: "2026-11-23T08:00:00.000Z",
        actor_kind: "person",
        actor_id: "person-1",
        type: "application.submitted",
        subject_kind: "application",
        subject_id: "application-1",
        application_id: "application-1",
        company_id: "company-1",
        call_id: "call-1",
        data: '{"files":["b","a"],"reason":null,"version":2}',
        request_id: "request-1",
        prev_hash: "0".repeat(64),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(seq).toBe(1);
  });

  it("has no gaps and no forks when many write at once and some fail", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) =>
        db.write(async (trx) => {
          await recordEvent(trx, ctx, submitted(`application-${i}`));
          if (i % 3 === 0) throw new Error("changed my mind");
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(40);
    expect((await events()).map((event) => event.seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(await verifyChain(db)).toMatchObject({ ok: true, count: 40 });
  });

  it("costs three statements an event", async () => {
    expect(await db.statementsDuring(() => record("application-1"))).toHaveLength(3);
  });

  it("takes no e-mail address", async () => {
    await expect(record("application-1", { by: ["li@example.cn"] })).rejects.toThrow("An e-mail address");
    expect(await events()).toEqual([]);
  });

  it("cannot be changed or emptied by the portal itself", async () => {
    await record("application-1");
    const changes = ["update event set data = '{}'", "delete from event"];
    for (const change of changes)
      await expect(db.write((trx) => sql.raw(change).execute(trx))).rejects.toThrow("event is append-only");
    expect(await verifyChain(db)).toMatchObject({ ok: true, count: 1 });
  });

  it("is sound when empty, and over several pages", async () => {
    expect(await verifyChain(db)).toEqual({ ok: true, count: 0, head: { seq: 0, hash: "0".repeat(64) } });
    expect(await verdictAfter()).toMatchObject({ ok: true, count: 12, head: { seq: 12 } });
  });

  it.each([
    ["at", "at || 'x'"],
    ["id", "id || 'x'"],
    ["actor_kind", "'person'"],
    ["actor_id", "'person-1'"],
    ["type", "'application.withdrawn'"],
    ["subject_kind", "'company'"],
    ["subject_id", "'application-8'"],
    ["application_id", "null"],
    ["company_id", "null"],
    ["call_id", "'call-2'"],
    ["data", `'{"version":8}'`],
    ["request_id", "''"],
    ["hash", "case when hash like 'f%' then '0' else 'f' end || substr(hash, 2)"],
  ])("shows that %s of one row was altered", async (column, value) => {
    const broken = { ok: false, seq: 7, why: "altered" };
    expect(await verdictAfter(`update event set ${column} = ${value} where seq = 7`)).toEqual(broken);
  });

  it.each([
    ["a row was dropped", ["delete from event where seq = 7"], 7, "missing"],
    ["the first row was dropped", ["delete from event where seq = 1"], 1, "missing"],
    [
      "two rows changed places",
      [
        "update event set seq = 100 where seq = 6",
        "update event set seq = 6 where seq = 7",
        "update event set seq = 7 where seq = 100",
      ],
      6,
      "unlinked",
    ],
    ["the end was cut off", ["delete from event where seq > 9"], 10, "truncated"],
    ["everything was taken", ["delete from event"], 1, "truncated"],
    ["the end was cut off under a head set back", ["update event_head set seq = 9"], 9, "head-altered"],
    ["the head was lost", ["delete from event_head"], 0, "head-altered"],
    [
      "the head was set back to leave rows out",
      ["update event_head set seq = 9, hash = (select hash from event where seq = 9)"],
      10,
      "beyond-head",
    ],
  ])("shows that %s", async (_, statements, seq, why) => {
    expect(await verdictAfter(...statements)).toEqual({ ok: false, seq, why });
  });

  it("shows a chain that was rewritten as a whole to whoever noted its head down", async () => {
    for (let i = 1; i <= 4; i++) await record(`application-${i}`);
    const noted = await verifyChain(db);
    if (!noted.ok) throw new Error("The chain should be sound");
    await record("application-5");
    expect(await verifyChain(db, { expect: noted.head })).toMatchObject({ ok: true, count: 5 });
    await tamper("delete from event", `update event_head set seq = 0, hash = '${"0".repeat(64)}'`);
    for (let i = 1; i <= 3; i++) await record(`application-${i}`);
    expect(await verifyChain(db)).toMatchObject({ ok: true, count: 3 });
    expect(await verifyChain(db, { expect: noted.head })).toEqual({ ok: false, seq: 4, why: "truncated" });
    await record("application-forged");
    const rewritten = { ok: false, seq: 4, why: "not-the-expected-head" };
    expect(await verifyChain(db, { expect: noted.head })).toEqual(rewritten);
  });
});

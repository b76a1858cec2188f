import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { deleteDraft } from "#app/features/applications/delete-draft.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { listCompanyApplications } from "#app/features/applications/list-company-applications.ts";
import { countForRail } from "#app/features/applications/office/count-for-rail.ts";
import { listTests } from "#app/features/applications/tests/list-tests.ts";
import { purgeOpenedTests, purgeTest } from "#app/features/applications/tests/purge-test.ts";
import { startTest } from "#app/features/applications/tests/start-test.ts";
import { startApplication } from "#app/features/applications/start-application.ts";
import { listCallsForOffice } from "#app/features/calls/office/list-calls-for-office.ts";
import { listCompanies } from "#app/features/companies/list-companies.ts";
import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff, type SignedIn, signedIn } from "#tests/support/people.ts";
import { type FilingCompany, filingCompany, opensAt } from "./filing-company.ts";

const before = new Date("2026-10-31T23:30:00.000Z");

describe.each(DIALECTS)("test applications on %s", (dialect) => {
  let world: FilingCompany;
  let officer: SignedIn;
  let administrator: PersonActor;
  let auditor: PersonActor;
  let company: PersonActor;

  beforeAll(async () => {
    world = await filingCompany(dialect);
    world.portal.now = before;
    officer = await addStaff(world.portal, "officer@fund.example", "officer");
    administrator = (await addStaff(world.portal, "administrator@fund.example", "administrator")).actor;
    auditor = (await addStaff(world.portal, "auditor@fund.example", "auditor")).actor;
    company = world.owner;
  });
  afterAll(() => world.portal.destroy());

  /** As the next request would find the officer: an owner of the tests' company. */
  const tester = async () => (await signedIn(world.portal, officer.token, officer.email)).actor;
  const ctx = (actor: PersonActor) => world.portal.ctx(actor);
  async function start(actor: PersonActor = officer.actor): Promise<string> {
    const started = await startTest(ctx(actor), { callId: world.callId });
    if (!started.ok) return expect.fail(started.reason);
    return started.applicationId;
  }
  /** Typed, attached and signed by the officer as a company would. */
  async function submitted(): Promise<{ id: string; number: string }> {
    const id = await start();
    world.owner = await tester();
    await world.complete(id);
    const result = await world.submit(id);
    world.owner = company;
    if (!result.ok) return expect.fail(JSON.stringify(result));
    return { id, number: result.receipt.number };
  }
  async function storedFiles(): Promise<number> {
    let n = 0;
    for await (const _ of world.portal.files.list()) n += 1;
    return n;
  }

  it("are made by the office, before the call opens", async () => {
    for (const actor of [auditor, company])
      expect(await startTest(ctx(actor), { callId: world.callId })).toMatchObject({ reason: "not_allowed" });
    expect(await startTest(ctx(officer.actor), { callId: "none" })).toMatchObject({ reason: "not_found" });
    world.portal.now = new Date(opensAt);
    expect(await startTest(ctx(officer.actor), { callId: world.callId })).toMatchObject({ reason: "opened" });
    world.portal.now = before;
    const id = await start();
    expect(await purgeTest(ctx(company), { applicationId: id })).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await purgeTest(ctx(administrator), { applicationId: id, callId: "other" })).toMatchObject({
      reason: "not_found",
    });
    expect(await purgeTest(ctx(administrator), { applicationId: id })).toEqual({ ok: true });
  });

  it("are submitted under a number that is no real one, and are in no list and no count", async () => {
    const rail = await countForRail(ctx(administrator));
    const { id, number } = await submitted();
    expect(number).toBe("TEST-SXIC-2026-C5-0001");
    const second = await submitted();
    expect(second.number).toBe("TEST-SXIC-2026-C5-0002");
    const me = await tester();
    expect(await findApplication(ctx(me), id, { tests: true })).toMatchObject({ number, isTest: 1 });
    expect(await findApplication(ctx(me), id)).toBeUndefined();
    expect(await findApplication(ctx(administrator), id, { tests: true })).toBeUndefined();
    for (const actor of [me, administrator, system]) {
      const rows = await visibleApplications(world.portal.db.read, actor).select("application.id").execute();
      expect(rows).toEqual([]);
    }
    expect(await countForRail(ctx(me))).toEqual(rail);
    expect(await listCompanyApplications(ctx(me))).toEqual([]);
    const calls = await listCallsForOffice(ctx(me));
    expect(calls.map(({ drafts, submitted: n }) => [drafts, n])).toEqual(calls.map(() => [0, 0]));
    const tally = await world.portal.db.read.selectFrom("application_tally").selectAll().execute();
    expect(tally.filter(({ n }) => n !== 0)).toEqual([]);
    expect((await listCompanies(ctx(me), { show: "all" })).rows.map(({ nameEn }) => nameEn)).not.toContain(
      "Test company (not real)",
    );
    const tests = (await listTests(ctx(me), world.callId))!;
    expect(tests.tests.map((test) => test.number)).toEqual([second.number, number]);
    expect(tests.own).toHaveLength(2);
    expect((await listTests(ctx(administrator), world.callId))!.own).toEqual([]);
    expect(await listTests(ctx(auditor), world.callId)).toBeUndefined();
  });

  it("do not let real applications be made for their company", async () => {
    const me = await tester();
    world.portal.now = new Date(opensAt);
    const { companyId } = me.memberships[0]!;
    expect(await startApplication(ctx(me), { callId: world.callId, companyId })).toMatchObject({ ok: false });
    world.portal.now = before;
  });

  it("say in their mails what they are", async () => {
    await queueEventMails(world.portal.ctx(system));
    const mails = await world.portal.mails(officer.email);
    const submissions = mails.filter(({ template }) => template === "application-submitted");
    expect(submissions).toHaveLength(2);
    expect(submissions[0]!.fields["application"]).toMatchObject({ isTest: true });
  });

  it("are gone when the call opens, with everything that hung on them; the first real number is 0001", async () => {
    const { companyId } = (await tester()).memberships[0]!;
    const draft = await start();
    const { portal } = world;
    const files = await portal.db.read
      .selectFrom("file")
      .select("id")
      .where("application_id", "is not", null)
      .execute();
    expect(files.length).toBeGreaterThan(0);
    expect(await storedFiles()).toBeGreaterThan(0);
    const tests = await portal.db.read
      .selectFrom("application")
      .select(["id", "number"])
      .where("is_test", "=", 1)
      .execute();
    expect(tests).toHaveLength(3);
    expect(await purgeOpenedTests(portal.ctx(system))).toBe(0);
    portal.now = new Date(opensAt);
    expect(await purgeOpenedTests(portal.ctx(system))).toBe(3);
    expect(await purgeOpenedTests(portal.ctx(system))).toBe(0);
    const traces = [companyId, draft, ...tests.flatMap(({ id, number }) => [id, number ?? id])];
    expect(await tablesNaming([...traces, ...files.map(({ id }) => id)])).toEqual(["event"]);
    expect(await storedFiles()).toBe(0);
    expect((await tester()).memberships).toEqual([]);
    const purged = (await portal.events()).filter(({ type }) => type === "application.test_purged").slice(-3);
    for (const { data, actor_kind } of purged) {
      expect(actor_kind).toBe("system");
      expect(Object.values(JSON.parse(data) as object).every((value) => typeof value === "number")).toBe(
        true,
      );
    }
    expect(await verifyChain(portal.db)).toMatchObject({ ok: true });

    const id = await world.completed();
    const real = await world.submit(id);
    expect(real).toMatchObject({ ok: true, receipt: { number: "SXIC-2026-C5-0001" } });
    portal.now = before;
  });

  it("go with their company when their draft is deleted on its own page", async () => {
    const id = await start();
    expect(await deleteDraft(ctx(await tester()), { applicationId: id })).toEqual({ ok: true });
    expect((await tester()).memberships).toEqual([]);
    expect(await tablesNaming([id])).toEqual(["event"]);
  });

  it("are founded and dissolved by several at once without a fault", async () => {
    const people = [officer.actor, administrator];
    const ids = await Promise.all(Array.from({ length: 6 }, (_, index) => start(people[index % 2]!)));
    await Promise.all(ids.map((id) => purgeTest(ctx(administrator), { applicationId: id })));
    const left = await world.portal.db.read
      .selectFrom("company")
      .select("id")
      .where("is_test", "=", 1)
      .execute();
    expect(left).toEqual([]);
  });

  /** Every table with a row that names one of these. */
  async function tablesNaming(traces: readonly string[]): Promise<string[]> {
    const { read } = world.portal.db;
    const tables = await sql
      .raw<{ name: string }>(
        dialect === "sqlite"
          ? "select name from sqlite_master where type = 'table'"
          : "select table_name as name from information_schema.tables where table_schema = current_schema()",
      )
      .execute(read);
    const naming: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await sql.raw(`select * from "${name}"`).execute(read);
      const text = JSON.stringify(rows);
      if (traces.some((trace) => text.includes(trace))) naming.push(name);
    }
    return naming.sort();
  }
});

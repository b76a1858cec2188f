import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PersonActor, system } from "#app/domain/accounts/actor.ts";
import { deleteDraft } from "#app/features/applications/delete-draft.ts";
import { findApplication } from "#app/features/applications/find-application.ts";
import { listCompanyApplications } from "#app/features/applications/list-company-applications.ts";
import { acceptTestInvitation } from "#app/features/applications/tests/accept-test-invitation.ts";
import { dismissTester } from "#app/features/applications/tests/dismiss-tester.ts";
import { findTestInvitation } from "#app/features/applications/tests/find-test-invitation.ts";
import {
  inviteTester,
  mostTesters,
  resendTestInvitation,
} from "#app/features/applications/tests/invite-tester.ts";
import { listCallsToTry } from "#app/features/applications/tests/list-calls-to-try.ts";
import { listTesters } from "#app/features/applications/tests/list-testers.ts";
import { listTests } from "#app/features/applications/tests/list-tests.ts";
import { purgeOpenedTests, purgeTest } from "#app/features/applications/tests/purge-test.ts";
import { startTest } from "#app/features/applications/tests/start-test.ts";
import { verifyChain } from "#app/features/audit/verify-chain.ts";
import { findCallPage } from "#app/features/calls/find-call-page.ts";
import { inviteMember } from "#app/features/companies/invite-member.ts";
import { queueEventMails } from "#app/features/notifications/queue-event-mails.ts";
import { visibleApplications } from "#app/features/visible-applications.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff, registerPerson, type SignedIn, signedIn } from "#tests/support/people.ts";
import { type FilingCompany, filingCompany, opensAt } from "./filing-company.ts";

const before = new Date("2026-10-28T03:00:00.000Z");

describe.each(DIALECTS)("testers from outside on %s", (dialect) => {
  let world: FilingCompany;
  let administrator: PersonActor;
  let officer: PersonActor;
  let tester: SignedIn;
  let company: PersonActor;

  beforeAll(async () => {
    world = await filingCompany(dialect);
    world.portal.now = before;
    administrator = (await addStaff(world.portal, "administrator@fund.example", "administrator")).actor;
    officer = (await addStaff(world.portal, "officer@fund.example", "officer")).actor;
    tester = await registerPerson(world.portal, "tester@example.com", "田示例");
    company = world.owner;
  });
  afterAll(() => world.portal.destroy());

  const ctx = (actor?: PersonActor) => world.portal.ctx(actor);
  /** As the next request finds a person, with the memberships of then. */
  const again = async (person = tester) => (await signedIn(world.portal, person.token, person.email)).actor;
  const invite = (email: string, actor = administrator) =>
    inviteTester(ctx(actor), { callId: world.callId, email, locale: "zh" });
  async function token(email: string): Promise<string> {
    const invited = await invite(email);
    return invited.ok ? invited.token : expect.fail(invited.reason);
  }
  async function take(person: SignedIn): Promise<void> {
    expect(await acceptTestInvitation(ctx(person.actor), { token: await token(person.email) })).toEqual({
      ok: true,
    });
  }
  async function start(actor: PersonActor): Promise<string> {
    const started = await startTest(ctx(actor), { callId: world.callId });
    return started.ok ? started.applicationId : expect.fail(started.reason);
  }
  const idOf = async (email: string) =>
    (await listTesters(ctx(administrator), world.callId)).find((row) => row.email === email)!.id;
  const dismiss = async (email: string) =>
    dismissTester(ctx(administrator), { callId: world.callId, testerId: await idOf(email) });

  it("are invited by administrators, to a call that has not opened, once each", async () => {
    expect(await invite("a@example.com", officer)).toMatchObject({ reason: "not_allowed" });
    expect(await invite("a@example.com", company)).toMatchObject({ reason: "not_allowed" });
    expect(await invite(officer.email)).toMatchObject({ reason: "has_role" });
    world.portal.now = new Date(opensAt);
    expect(await invite("a@example.com")).toMatchObject({ reason: "opened" });
    world.portal.now = before;
    expect(await invite("A@example.com")).toMatchObject({ ok: true });
    expect(await invite("a@Example.com")).toMatchObject({ reason: "already_invited" });
    const [mail] = await world.portal.mails("a@example.com");
    expect(mail).toMatchObject({ template: "invite-call-tester", fields: { opensAt, call: { code: "C5" } } });
    expect(await dismiss("a@example.com")).toEqual({ ok: true });
  });

  it("are few: the list is no announcement", async () => {
    const emails = Array.from({ length: mostTesters }, (_, index) => `t${index}@example.com`);
    for (const email of emails) expect(await invite(email)).toMatchObject({ ok: true });
    expect(await invite("late@example.com")).toMatchObject({ reason: "too_many" });
    for (const email of emails) expect(await dismiss(email)).toEqual({ ok: true });
  });

  it("accept with the invited address, once, by the last link, until the call opens", async () => {
    const first = await token(tester.email);
    const testerId = await idOf(tester.email);
    const resent = await resendTestInvitation(ctx(administrator), { callId: world.callId, testerId });
    const second = resent.ok ? resent.token : expect.fail(resent.reason);
    expect(await findTestInvitation(ctx(tester.actor), first)).toBeUndefined();
    expect(await findTestInvitation(ctx(), second)).toMatchObject({ hasAccount: true, isMine: false });
    expect(await findTestInvitation(ctx(tester.actor), second)).toMatchObject({ isMine: true });
    const accept = (actor: PersonActor, link: string) => acceptTestInvitation(ctx(actor), { token: link });
    expect(await accept(tester.actor, first)).toMatchObject({ reason: "link_expired" });
    expect(await accept(company, second)).toMatchObject({ reason: "other_person" });
    expect(await accept(officer, second)).toMatchObject({ reason: "not_allowed" });
    world.portal.now = new Date(opensAt);
    expect(await findTestInvitation(ctx(), second)).toBeUndefined();
    expect(await accept(tester.actor, second)).toMatchObject({ reason: "link_expired" });
    world.portal.now = before;
    expect(await accept(tester.actor, second)).toEqual({ ok: true });
    expect(await accept(tester.actor, second)).toMatchObject({ reason: "link_expired" });
    expect(await resendTestInvitation(ctx(administrator), { callId: world.callId, testerId })).toMatchObject({
      reason: "not_found",
    });
  });

  it("start and submit tests of their call, which nobody else sees; and see nothing else of it", async () => {
    expect(await startTest(ctx(company), { callId: world.callId })).toMatchObject({ reason: "not_allowed" });
    const other = await world.portal.db.read
      .selectFrom("call")
      .select("id")
      .where("code", "=", "C1")
      .executeTakeFirstOrThrow();
    expect(await startTest(ctx(tester.actor), { callId: other.id })).toMatchObject({ reason: "not_allowed" });
    const offices = await start(officer);
    const id = await start(tester.actor);
    const me = await again();
    expect(me.memberships).toEqual([expect.objectContaining({ role: "owner", isTest: true })]);
    world.owner = me;
    await world.complete(id);
    const result = await world.submit(id);
    world.owner = company;
    expect(result).toMatchObject({ ok: true, receipt: { number: "TEST-SXIC-2026-C5-0001" } });

    expect(await findApplication(ctx(me), id, { tests: true })).toMatchObject({ isTest: 1 });
    expect(await findApplication(ctx(me), offices, { tests: true })).toBeUndefined();
    expect(await findApplication(ctx(company), id, { tests: true })).toBeUndefined();
    expect(await visibleApplications(world.portal.db.read, me).select("id").execute()).toEqual([]);
    expect(await listCompanyApplications(ctx(me))).toEqual([]);
    expect(await listTests(ctx(me), world.callId)).toBeUndefined();
    expect(await listTesters(ctx(me), world.callId)).toEqual([]);
    expect(await listCallsToTry(ctx(me))).toMatchObject([{ code: "C5", tests: [{ id }] }]);
    expect(await listCallsToTry(ctx(company))).toEqual([]);
    await world.portal.db.write((trx) =>
      trx.updateTable("call").set({ listed: 0 }).where("id", "=", world.callId).execute(),
    );
    expect(await findCallPage(ctx(me), "C5")).toBeUndefined();
    const { companyId } = me.memberships[0]!;
    const colleague = { companyId, email: "colleague@example.com", role: "owner", locale: "zh" } as const;
    expect(await inviteMember(ctx(me), colleague)).toMatchObject({ ok: false });
    expect(await purgeTest(ctx(me), { applicationId: offices })).toMatchObject({ reason: "not_allowed" });

    await queueEventMails(world.portal.ctx(system));
    const sent = (await world.portal.mails(tester.email)).filter(
      ({ template }) => template === "application-submitted",
    );
    expect(sent).toMatchObject([{ fields: { application: { isTest: true } } }]);
  });

  it("may delete a draft of theirs and begin another", async () => {
    const id = await start(await again());
    expect(await deleteDraft(ctx(await again()), { applicationId: id })).toEqual({ ok: true });
    expect(await listCallsToTry(ctx(await again()))).toMatchObject([{ tests: [expect.anything()] }]);
  });

  it("lose everything when the invitation is taken back", async () => {
    const second = await registerPerson(world.portal, "second@example.com", "石示例");
    await take(second);
    const id = await start(second.actor);
    expect(await dismissTester(ctx(officer), { callId: world.callId, testerId: "none" })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await dismiss(second.email)).toEqual({ ok: true });
    const me = await again(second);
    expect(me.memberships).toEqual([]);
    expect(await findApplication(ctx(me), id, { tests: true })).toBeUndefined();
    expect(await startTest(ctx(me), { callId: world.callId })).toMatchObject({ reason: "not_allowed" });
    const { read } = world.portal.db;
    expect(await read.selectFrom("application").select("id").where("id", "=", id).execute()).toEqual([]);
    const mails = await world.portal.mails(second.email);
    expect(mails.map(({ template }) => template)).not.toContain("invite-call-tester");
    expect(await listCallsToTry(ctx(await again()))).toMatchObject([{ tests: [expect.anything()] }]);
    const last = (await world.portal.events()).at(-1)!;
    expect(last).toMatchObject({ type: "call.tester_dismissed", actor_id: administrator.personId });
    expect(JSON.parse(last.data)).toEqual({ tests: 1, mails: 1 });
  });

  it("are gone with their tests when the call opens, on record in figures only", async () => {
    await invite("waiting@example.com");
    const { portal, callId } = world;
    portal.now = new Date(opensAt);
    expect(await listCallsToTry(ctx(await again()))).toEqual([]);
    expect(await purgeOpenedTests(portal.ctx(system))).toBe(2);
    expect(await purgeOpenedTests(portal.ctx(system))).toBe(0);
    const { read } = portal.db;
    for (const table of ["call_tester", "application", "submission"] as const)
      expect(await read.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(await read.selectFrom("company").select("id").where("is_test", "=", 1).execute()).toEqual([]);
    expect((await again()).memberships).toEqual([]);
    for (const email of [tester.email, "waiting@example.com"])
      expect((await portal.mails(email)).map(({ template }) => template)).not.toContain("invite-call-tester");
    const purged = (await portal.events()).filter(({ type }) => type === "call.testers_purged");
    expect(purged).toMatchObject([{ actor_kind: "system", call_id: callId }]);
    expect(JSON.parse(purged[0]!.data)).toEqual({ testers: 2, mails: 3 });
    expect(await verifyChain(portal.db)).toMatchObject({ ok: true });
    portal.now = before;
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staffRoles, system } from "#app/domain/accounts/actor.ts";
import {
  acceptStaffInvitation,
  acceptStaffInvitationAsNew,
} from "#app/features/accounts/accept-staff-invitation.ts";
import { changeRoles } from "#app/features/accounts/change-roles.ts";
import { disablePerson } from "#app/features/accounts/disable-person.ts";
import { findPerson } from "#app/features/accounts/find-person.ts";
import { findStaffInvitation } from "#app/features/accounts/find-staff-invitation.ts";
import { inviteStaff, resendStaffInvitation } from "#app/features/accounts/invite-staff.ts";
import { listPeople } from "#app/features/accounts/list-people.ts";
import { listStaffInvitations } from "#app/features/accounts/list-staff-invitations.ts";
import { revokeStaffInvitation } from "#app/features/accounts/revoke-staff-invitation.ts";
import { signIn } from "#app/features/accounts/sign-in.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addCompany, addStaff, device, goodPassword, registerPerson } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

describe.each(DIALECTS)("the fund's people on %s", (dialect) => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await testPortal(dialect);
  });
  afterAll(() => portal.destroy());

  const invitation = (email: string) => ({ name: "孙静", email, roles: ["reviewer"], locale: "zh" }) as const;
  const accept = (token: string) =>
    acceptStaffInvitationAsNew(portal.ctx(), { ...device(), token, name: "孙静", password: goodPassword });

  it("are invited by an administrator or the command line and by nobody else", async () => {
    const { actor: administrator } = await addStaff(portal, "a@example.com", "administrator");
    for (const role of staffRoles.filter((each) => each !== "administrator")) {
      const { actor } = await addStaff(portal, `${role.replace("_", "-")}@example.com`, role);
      const refused = await inviteStaff(portal.ctx(actor), invitation("x@example.com"));
      expect(refused, role).toEqual({ ok: false, reason: "not_allowed" });
    }
    const { actor: applicant } = await registerPerson(portal, "applicant@example.com");
    expect(await inviteStaff(portal.ctx(applicant), invitation("x@example.com"))).toMatchObject({
      ok: false,
    });
    expect(await inviteStaff(portal.ctx(), invitation("x@example.com"))).toMatchObject({ ok: false });
    expect(await inviteStaff(portal.ctx(administrator), invitation("New@example.com"))).toMatchObject({
      ok: true,
    });
    const [mail] = await portal.mails("new@example.com");
    expect(mail).toMatchObject({
      template: "invite-staff",
      fields: { roles: ["reviewer"], invitedBy: "钱远" },
    });
  });

  it("open the link once, and get exactly the invited roles", async () => {
    const invited = await inviteStaff(portal.ctx(system), {
      ...invitation("sun@example.com"),
      roles: ["reviewer", "auditor"],
    });
    if (!invited.ok) throw new Error(invited.reason);
    expect(await findStaffInvitation(portal.ctx(), invited.token)).toEqual({
      email: "sun@example.com",
      name: "孙静",
      roles: ["reviewer", "auditor"],
      hasAccount: false,
      isMine: false,
    });
    const accepted = await accept(invited.token);
    if (!accepted.ok) throw new Error(accepted.reason);
    expect(accepted.landing).toBe("staff");
    const actor = await portal.actorOf(accepted.session.token);
    expect([...(actor?.roles ?? [])].sort()).toEqual(["auditor", "reviewer"]);
    expect(await accept(invited.token)).toEqual({ ok: false, reason: "link_expired" });
  });

  it("are asked for a second factor before anything else where it is required", async () => {
    const strict = await testPortal(dialect, { secondFactorRequired: true });
    const invited = await inviteStaff(strict.ctx(system), invitation("strict@example.com"));
    if (!invited.ok) throw new Error(invited.reason);
    const accepted = await acceptStaffInvitationAsNew(strict.ctx(), {
      ...device(),
      token: invited.token,
      name: "孙静",
      password: goodPassword,
    });
    expect(accepted).toMatchObject({ ok: true, awaitsSecondFactor: true });
    if (!accepted.ok) return;
    expect(await strict.actorOf(accepted.session.token)).toMatchObject({ fullySignedIn: false, roles: [] });
    await strict.destroy();
  });

  it("may be somebody who has an account, once they sign in with the invited address", async () => {
    const { actor, token: session } = await registerPerson(portal, "already@example.com");
    const { actor: other } = await registerPerson(portal, "other@example.com");
    const invited = await inviteStaff(portal.ctx(system), invitation("already@example.com"));
    if (!invited.ok) throw new Error(invited.reason);
    const { token } = invited;
    expect(await accept(token)).toEqual({ ok: false, reason: "has_account" });
    const from = device();
    expect(await acceptStaffInvitation(portal.ctx(other), { ...from, token })).toEqual({
      ok: false,
      reason: "other_person",
    });
    const accepted = await acceptStaffInvitation(portal.ctx(actor), { ...from, token });
    if (!accepted.ok) throw new Error(accepted.reason);
    expect(await portal.actorOf(session)).toBeUndefined();
    expect(await portal.actorOf(accepted.session.token)).toMatchObject({ roles: ["reviewer"] });
    expect(await inviteStaff(portal.ctx(system), invitation("already@example.com"))).toEqual({
      ok: false,
      reason: "already_staff",
    });
  });

  it("never act for a company with the same account", async () => {
    const owner = await registerPerson(portal, "owner@example.com");
    const early = await inviteStaff(portal.ctx(system), invitation("owner@example.com"));
    if (!early.ok) throw new Error(early.reason);
    const { owner: member } = await addCompany(portal, owner);
    expect(
      await acceptStaffInvitation(portal.ctx(member.actor), { ...device(), token: early.token }),
    ).toEqual({
      ok: false,
      reason: "company_member",
    });
    expect(await inviteStaff(portal.ctx(system), invitation("owner@example.com"))).toEqual({
      ok: false,
      reason: "company_member",
    });
  });

  it("see invitations taken back and sent again", async () => {
    const { actor } = await addStaff(portal, "inviter@example.com", "administrator");
    const ctx = portal.ctx(actor);
    const first = await inviteStaff(ctx, invitation("waiting@example.com"));
    const find = async () =>
      (await listStaffInvitations(ctx)).filter((row) => row.email === "waiting@example.com");
    const [row] = await find();
    const again = await resendStaffInvitation(ctx, { invitation: row?.invitation ?? "" });
    if (!first.ok || !again.ok) throw new Error("not invited");
    expect(await findStaffInvitation(portal.ctx(), first.token)).toBeUndefined();
    expect(await findStaffInvitation(portal.ctx(), again.token)).toBeDefined();
    const [renewed] = await find();
    expect(await revokeStaffInvitation(ctx, { invitation: renewed?.invitation ?? "" })).toEqual({ ok: true });
    expect(await find()).toEqual([]);
    expect(await accept(again.token)).toEqual({ ok: false, reason: "link_expired" });
    expect(await revokeStaffInvitation(ctx, { invitation: renewed?.invitation ?? "" })).toEqual({
      ok: false,
      reason: "not_found",
    });
  });

  it("sign in again when their roles change", async () => {
    const { actor: administrator } = await addStaff(portal, "changer@example.com", "administrator");
    const reviewer = await addStaff(portal, "changed@example.com", "reviewer");
    const ctx = portal.ctx(administrator);
    const { personId } = reviewer.actor;
    expect(await changeRoles(ctx, { personId, roles: ["reviewer", "officer"] })).toEqual({
      ok: true,
      granted: ["officer"],
      removed: [],
    });
    expect(await portal.actorOf(reviewer.token)).toBeUndefined();
    expect(await changeRoles(ctx, { personId, roles: [] })).toMatchObject({
      ok: true,
      removed: ["officer", "reviewer"],
    });
    const back = await signIn(portal.ctx(), {
      ...device(),
      email: "changed@example.com",
      password: goodPassword,
    });
    expect(back).toMatchObject({ ok: true, landing: "applicant" });
    // A role comes by invitation only.
    expect(await changeRoles(ctx, { personId, roles: ["officer"] })).toEqual({
      ok: false,
      reason: "not_staff",
    });
  });

  it("may not change roles or disable anybody unless they administer; an auditor reads", async () => {
    const { actor: auditor } = await addStaff(portal, "reads@example.com", "auditor");
    const { actor: officer } = await addStaff(portal, "works@example.com", "officer");
    const target = { personId: officer.personId };
    const events = (await portal.events()).length;
    for (const actor of [auditor, officer]) {
      expect(await changeRoles(portal.ctx(actor), { ...target, roles: ["administrator"] })).toMatchObject({
        ok: false,
      });
      expect(await disablePerson(portal.ctx(actor), { personId: auditor.personId })).toMatchObject({
        ok: false,
      });
    }
    expect((await portal.events()).length).toBe(events);
    expect(await findPerson(portal.ctx(auditor), officer.personId)).toMatchObject({
      email: "works@example.com",
    });
    expect(await findPerson(portal.ctx(officer), auditor.personId)).toBeUndefined();
    expect((await listPeople(portal.ctx(officer), { kind: "staff" })).rows).toEqual([]);
  });

  it("keep one administrator, even when two remove each other at the same moment", async () => {
    const own = await testPortal(dialect);
    const { actor: one } = await addStaff(own, "one@example.com", "administrator");
    expect(await changeRoles(own.ctx(one), { personId: one.personId, roles: ["officer"] })).toEqual({
      ok: false,
      reason: "last_administrator",
    });
    const { actor: two } = await addStaff(own, "two@example.com", "administrator");
    const outcomes = await Promise.all([
      disablePerson(own.ctx(one), { personId: two.personId }),
      changeRoles(own.ctx(two), { personId: one.personId, roles: ["officer"] }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const left = await own.db.read
      .selectFrom("staff_role as r")
      .innerJoin("person as p", "p.id", "r.person_id")
      .select("p.id")
      .where("r.role", "=", "administrator")
      .where("p.disabled_at", "is", null)
      .execute();
    expect(left).toHaveLength(1);
    await own.destroy();
  });

  it("are out at once when disabled", async () => {
    const { actor: administrator } = await addStaff(portal, "disabler@example.com", "administrator");
    const officer = await addStaff(portal, "goes@example.com", "officer");
    expect(
      await disablePerson(portal.ctx(administrator), { personId: administrator.personId }),
    ).toMatchObject({
      ok: false,
    });
    expect(await disablePerson(portal.ctx(administrator), { personId: officer.actor.personId })).toEqual({
      ok: true,
    });
    expect(await portal.actorOf(officer.token)).toBeUndefined();
    const rows = await portal.db.read
      .selectFrom("session")
      .select("id")
      .where("person_id", "=", officer.actor.personId)
      .execute();
    expect(rows).toEqual([]);
  });

  it("are listed in one statement, page by page, however many they are", async () => {
    const own = await testPortal(dialect);
    const { actor } = await addStaff(own, "lister@example.com", "administrator");
    const ctx = own.ctx(actor);
    const count = async () =>
      (await own.db.statementsDuring(() => listPeople(ctx, { kind: "staff" }))).length;
    const withOne = await count();
    for (let i = 0; i < 3; i++) await addStaff(own, `more${i}@example.com`, "officer", "reviewer");
    expect(await count()).toBe(withOne);
    expect(withOne).toBe(1);
    await own.db.write((trx) =>
      trx
        .insertInto("person")
        .values(
          Array.from({ length: 120 }, (_, i) => ({
            id: `zz-${String(i).padStart(3, "0")}`,
            email: `bulk${i}@example.com`,
            name: `申报人${i}`,
            locale: "zh" as const,
            created_at: own.now.toISOString(),
            version: 1,
          })),
        )
        .execute(),
    );
    const seen: string[] = [];
    let after: string | undefined = "";
    while (after !== undefined) {
      const page: Awaited<ReturnType<typeof listPeople>> = await listPeople(ctx, {
        kind: "companies",
        after,
      });
      seen.push(...page.rows.map((row) => row.id));
      after = page.next;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    const found = await listPeople(ctx, { kind: "companies", search: "BULK77@" });
    expect(found.rows.map((row) => row.email)).toEqual(["bulk77@example.com"]);
    expect((await listPeople(ctx, { kind: "companies", search: "100%" })).rows).toEqual([]);
    expect((await listPeople(ctx, { kind: "reviewers" })).rows).toHaveLength(3);
    await own.destroy();
  });
});

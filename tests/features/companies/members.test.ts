import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompanyRole, PersonActor } from "#app/domain/accounts/actor.ts";
import { registerInvited } from "#app/features/accounts/register-invited.ts";
import { acceptInvitation } from "#app/features/companies/accept-invitation.ts";
import { changeMemberRole } from "#app/features/companies/change-member-role.ts";
import { findCompany } from "#app/features/companies/find-company.ts";
import { findInvitation } from "#app/features/companies/find-invitation.ts";
import { inviteMember, resendInvitation } from "#app/features/companies/invite-member.ts";
import { listInvitations } from "#app/features/companies/list-invitations.ts";
import { listMembers } from "#app/features/companies/list-members.ts";
import { removeMember } from "#app/features/companies/remove-member.ts";
import { revokeInvitation } from "#app/features/companies/revoke-invitation.ts";
import { hashToken } from "#app/platform/secret-token.ts";
import { DIALECTS } from "#tests/support/database.ts";
import {
  addCompany,
  addStaff,
  device,
  goodPassword,
  registerPerson,
  type SignedIn,
  signedIn,
} from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

describe.each(DIALECTS)("members of a company on %s", (dialect) => {
  let portal: TestPortal;
  let serial = 0;
  beforeAll(async () => {
    portal = await testPortal(dialect);
  });
  afterAll(() => portal.destroy());

  const newcomer = () => registerPerson(portal, `m${(serial += 1)}@example.com`);
  const invite = (actor: PersonActor, companyId: string, email: string, role: CompanyRole = "editor") =>
    inviteMember(portal.ctx(actor), { companyId, email, role, locale: "zh" });

  async function join(owner: SignedIn, companyId: string, role: CompanyRole): Promise<SignedIn> {
    const person = await newcomer();
    const invited = await invite(owner.actor, companyId, person.email, role);
    if (!invited.ok) throw new Error(invited.reason);
    const accepted = await acceptInvitation(portal.ctx(person.actor), { token: invited.token });
    if (!accepted.ok) throw new Error(accepted.reason);
    return signedIn(portal, person.token, person.email);
  }

  const newCompany = async () => addCompany(portal, await newcomer());

  it("are invited by an owner, by mail, and join with the invited role", async () => {
    const { companyId, owner } = await newCompany();
    const invited = await invite(owner.actor, companyId, "Guest@Example.com", "viewer");
    if (!invited.ok) throw new Error(invited.reason);
    const [mail] = await portal.mails("guest@example.com");
    expect(mail).toMatchObject({
      template: "invite-company-member",
      fields: { role: "viewer", token: invited.token, company: { zh: "甲子示例半导体有限公司" } },
    });
    const rows = await portal.db.read
      .selectFrom("company_invitation")
      .select("token_hash")
      .where("company_id", "=", companyId)
      .execute();
    expect(rows).toEqual([{ token_hash: hashToken(invited.token) }]);
    expect(await findInvitation(portal.ctx(), invited.token)).toMatchObject({
      email: "guest@example.com",
      role: "viewer",
      hasAccount: false,
      isMine: false,
    });

    const registered = await registerInvited(portal.ctx(), {
      ...device(),
      token: invited.token,
      name: "周航",
      password: goodPassword,
      locale: "zh",
    });
    if (!registered.ok) throw new Error(registered.reason);
    expect(await acceptInvitation(portal.ctx(registered.actor), { token: invited.token })).toEqual({
      ok: true,
      companyId,
    });
    const guest = await portal.actorOf(registered.session.token);
    expect(guest?.memberships).toEqual([{ companyId, role: "viewer" }]);
    expect(await acceptInvitation(portal.ctx(guest), { token: invited.token })).toEqual({
      ok: false,
      reason: "link_expired",
    });
    expect((await listMembers(portal.ctx(guest), companyId)).map((row) => row.role)).toEqual([
      "owner",
      "viewer",
    ]);
  });

  it("accept only with the invited address, and not with an account of the fund", async () => {
    const { companyId, owner } = await newCompany();
    const invited = await invite(owner.actor, companyId, "right@example.com");
    if (!invited.ok) throw new Error(invited.reason);
    const { actor: wrong } = await newcomer();
    expect(await acceptInvitation(portal.ctx(wrong), { token: invited.token })).toEqual({
      ok: false,
      reason: "other_person",
    });
    const staff = await addStaff(portal, `staff-${dialect}@example.com`, "reviewer");
    const toStaff = await invite(owner.actor, companyId, staff.email);
    if (!toStaff.ok) throw new Error(toStaff.reason);
    expect(await acceptInvitation(portal.ctx(staff.actor), { token: toStaff.token })).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect(await acceptInvitation(portal.ctx(), { token: invited.token })).toMatchObject({ ok: false });
  });

  it("are not invited twice; an invitation is sent again or taken back", async () => {
    const { companyId, owner } = await newCompany();
    const ctx = portal.ctx(owner.actor);
    const first = await invite(owner.actor, companyId, "again@example.com");
    if (!first.ok) throw new Error(first.reason);
    expect(await invite(owner.actor, companyId, "again@example.com")).toEqual({
      ok: false,
      reason: "already_invited",
    });
    const [row] = await listInvitations(ctx, companyId);
    const resent = await resendInvitation(ctx, { companyId, invitationId: row?.id ?? "", locale: "zh" });
    if (!resent.ok) throw new Error(resent.reason);
    expect(await findInvitation(portal.ctx(), first.token)).toBeUndefined();
    expect(await findInvitation(portal.ctx(), resent.token)).toBeDefined();
    const [renewed] = await listInvitations(ctx, companyId);
    const invitationId = renewed?.id ?? "";
    const { companyId: otherId, owner: other } = await newCompany();
    expect(await revokeInvitation(portal.ctx(other.actor), { companyId: otherId, invitationId })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await revokeInvitation(ctx, { companyId, invitationId })).toEqual({ ok: true });
    expect(await findInvitation(portal.ctx(), resent.token)).toBeUndefined();
    const member = await join(owner, companyId, "editor");
    expect(await invite(owner.actor, companyId, member.email)).toEqual({
      ok: false,
      reason: "already_member",
    });
  });

  it("find the link dead after two weeks", async () => {
    const own = await testPortal(dialect);
    const { companyId, owner } = await addCompany(own, await registerPerson(own, "old@example.com"));
    const invited = await inviteMember(own.ctx(owner.actor), {
      companyId,
      email: "tardy@example.com",
      role: "editor",
      locale: "zh",
    });
    if (!invited.ok) throw new Error(invited.reason);
    own.pass(14 * 86_400_000);
    const { actor } = await registerPerson(own, "tardy@example.com");
    expect(await acceptInvitation(own.ctx(actor), { token: invited.token })).toEqual({
      ok: false,
      reason: "link_expired",
    });
    await own.destroy();
  });

  it("are managed by owners only; what a stranger asks of does not exist", async () => {
    const { companyId, owner } = await newCompany();
    const editor = await join(owner, companyId, "editor");
    const viewer = await join(owner, companyId, "viewer");
    const stranger = await newcomer();
    const target = { companyId, personId: viewer.actor.personId };
    for (const { actor } of [editor, viewer]) {
      const ctx = portal.ctx(actor);
      expect(await invite(actor, companyId, "x@example.com")).toEqual({ ok: false, reason: "not_allowed" });
      expect(await changeMemberRole(ctx, { ...target, role: "owner" })).toEqual({
        ok: false,
        reason: "not_allowed",
      });
      expect(await removeMember(ctx, { companyId, personId: owner.actor.personId })).toEqual({
        ok: false,
        reason: "not_allowed",
      });
      expect(await listInvitations(ctx, companyId)).toEqual([]);
    }
    const outside = portal.ctx(stranger.actor);
    expect(await removeMember(outside, target)).toEqual({ ok: false, reason: "not_found" });
    expect(await changeMemberRole(outside, { ...target, role: "owner" })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await invite(stranger.actor, companyId, "x@example.com")).toMatchObject({ ok: false });
    expect(await listMembers(outside, companyId)).toEqual([]);
    const { actor: administrator } = await addStaff(portal, `boss-${dialect}@example.com`, "administrator");
    expect(await removeMember(portal.ctx(administrator), target)).toEqual({
      ok: false,
      reason: "not_allowed",
    });
  });

  it("see nothing any more from the moment they are removed", async () => {
    const { companyId, owner } = await newCompany();
    const editor = await join(owner, companyId, "editor");
    expect(await findCompany(portal.ctx(editor.actor), companyId)).toBeDefined();
    const removed = await removeMember(portal.ctx(owner.actor), {
      companyId,
      personId: editor.actor.personId,
    });
    expect(removed).toEqual({ ok: true });
    const now = await signedIn(portal, editor.token, editor.email);
    expect(now.actor.memberships).toEqual([]);
    expect(await findCompany(portal.ctx(now.actor), companyId)).toBeUndefined();
    // A request that began before the removal finds the role gone inside its command.
    expect(
      await invite(
        { ...editor.actor, memberships: [{ companyId, role: "owner" }] },
        companyId,
        "y@example.com",
      ),
    ).toEqual({
      ok: false,
      reason: "not_allowed",
    });
  });

  it("always include an owner, even when two owners leave at the same moment", async () => {
    const { companyId, owner } = await newCompany();
    const self = { companyId, personId: owner.actor.personId };
    expect(await removeMember(portal.ctx(owner.actor), self)).toEqual({ ok: false, reason: "last_owner" });
    expect(await changeMemberRole(portal.ctx(owner.actor), { ...self, role: "viewer" })).toEqual({
      ok: false,
      reason: "last_owner",
    });
    const second = await join(owner, companyId, "owner");
    const outcomes = await Promise.all([
      removeMember(portal.ctx(owner.actor), self),
      changeMemberRole(portal.ctx(second.actor), {
        companyId,
        personId: second.actor.personId,
        role: "editor",
      }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([{ ok: false, reason: "last_owner" }]);
    const owners = await portal.db.read
      .selectFrom("company_member")
      .select("person_id")
      .where("company_id", "=", companyId)
      .where("role", "=", "owner")
      .execute();
    expect(owners).toHaveLength(1);
  });

  it("do not count a disabled owner as the one who remains", async () => {
    const { companyId, owner } = await newCompany();
    const second = await join(owner, companyId, "owner");
    await portal.db.write((trx) =>
      trx
        .updateTable("person")
        .set({ disabled_at: portal.now.toISOString() })
        .where("id", "=", second.actor.personId)
        .execute(),
    );
    const leave = await removeMember(portal.ctx(owner.actor), { companyId, personId: owner.actor.personId });
    expect(leave).toEqual({ ok: false, reason: "last_owner" });
  });

  it("cost the same statements to list, one or three", async () => {
    const { companyId, owner } = await newCompany();
    const count = async () =>
      (await portal.db.statementsDuring(() => listMembers(portal.ctx(owner.actor), companyId))).length;
    expect(await count()).toBe(1);
    await join(owner, companyId, "viewer");
    await join(owner, companyId, "viewer");
    expect(await count()).toBe(1);
    expect(await listMembers(portal.ctx(owner.actor), companyId)).toHaveLength(3);
  });
});

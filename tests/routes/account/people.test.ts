import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as staffInvitation from "#app/routes/account/staff-invitation.tsx";
import * as invitations from "#app/routes/staff/people/invitations.tsx";
import * as invite from "#app/routes/staff/people/invite.tsx";
import * as list from "#app/routes/staff/people/list.tsx";
import * as person from "#app/routes/staff/people/person.tsx";
import { addStaff, goodPassword, registerPerson } from "#tests/support/people.ts";
import { type RouteModule, TestBrowser } from "#tests/support/route-request.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

describe("the administrator's pages of people", () => {
  let portal: TestPortal;
  let serial = 0;
  beforeAll(async () => {
    portal = await testPortal("sqlite");
  });
  afterAll(() => portal.destroy());

  const browser = (token?: string, lang: "zh" | "en" = "zh") => {
    const fresh = new TestBrowser(portal, { network: `192.2.${(serial += 1)}.7`, lang });
    return token ? fresh.holds(token) : fresh;
  };
  const staff = (role: Parameters<typeof addStaff>[2]) =>
    addStaff(portal, `s${(serial += 1)}@example.com`, role);

  it("exist for administrators and auditors only", async () => {
    const { actor } = await staff("officer");
    const pages: [RouteModule, string, object][] = [
      [list, "/staff/people", {}],
      [invitations, "/staff/people/invitations", {}],
      [invite, "/staff/people/invite", {}],
      [person, `/staff/people/${actor.personId}`, { params: { personId: actor.personId } }],
    ];
    const open = async (token: string) =>
      Promise.all(
        pages.map(async ([page, path, more]) => (await browser(token).visit(page, path, more)).status),
      );
    expect(await open((await staff("administrator")).token)).toEqual([200, 200, 200, 200]);
    expect(await open((await staff("auditor")).token)).toEqual([200, 200, 404, 200]);
    for (const role of ["officer", "committee_member", "committee_chair", "reviewer"] as const)
      expect(await open((await staff(role)).token), role).toEqual([404, 404, 404, 404]);
    const applicant = await registerPerson(portal, `a${(serial += 1)}@example.com`);
    expect(await open(applicant.token)).toEqual([404, 404, 404, 404]);
  });

  it("invite somebody, whose link makes an account with that role", async () => {
    const administrator = browser((await staff("administrator")).token);
    const empty = await administrator.visit(invite, "/staff/people/invite", {
      form: { name: "", email: "x", locale: "zh" },
    });
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('href="#invite-roles"');
    const form = { name: "孙静", email: "sun@example.com", roles: ["reviewer"], locale: "en" };
    const sent = await administrator.visit(invite, "/staff/people/invite", { form });
    expect(sent.location).toBe("/staff/people/invitations?done=invited");
    expect((await portal.mails("sun@example.com"))[0]?.locale).toBe("en");
    const open = await administrator.visit(invitations, "/staff/people/invitations");
    expect(open.shows("sun@example.com")).toBe(true);
    const token = await portal.mailedToken("sun@example.com", "invite-staff");
    expect(open.html).not.toContain(token);

    const params = { token };
    const invited = browser(undefined, "en");
    const page = await invited.visit(staffInvitation, `/staff-invitations/${token}`, { params });
    expect(page.shows("Reviewer")).toBe(true);
    expect(page.html).toContain('value="孙静"');
    const joined = await invited.visit(staffInvitation, `/staff-invitations/${token}`, {
      params,
      form: { name: "孙静", password: goodPassword },
    });
    expect([joined.status, joined.location]).toEqual([303, "/reviews"]);
    const again = await administrator.visit(invite, "/staff/people/invite", { form });
    expect(again.shows("此邮箱已经是平台工作人员")).toBe(true);
  });

  it("send an invitation again and take it back", async () => {
    const administrator = browser((await staff("administrator")).token);
    const form = { name: "孙静", email: "later@example.com", roles: ["officer"], locale: "zh" };
    await administrator.visit(invite, "/staff/people/invite", { form });
    const first = await portal.mailedToken("later@example.com", "invite-staff");
    const hashes = async () =>
      [
        ...(await administrator.visit(invitations, "/staff/people/invitations")).html.matchAll(
          /value="resend:([0-9a-f]{64})"/g,
        ),
      ].map((match) => match[1] ?? "");
    const [hash = ""] = await hashes();
    const post = (intent: string) =>
      administrator.visit(invitations, "/staff/people/invitations", { form: { intent } });
    expect((await post(`resend:${hash}`)).location).toContain("done=resent");
    const gone = await browser().visit(staffInvitation, `/staff-invitations/${first}`, {
      params: { token: first },
    });
    expect(gone.status).toBe(404);
    const [renewed = ""] = await hashes();
    const auditor = browser((await staff("auditor")).token);
    const refused = await auditor.visit(invitations, "/staff/people/invitations", {
      form: { intent: `revoke:${renewed}` },
    });
    expect(refused.status).toBe(404);
    expect((await post(`revoke:${renewed}`)).location).toContain("done=revoked");
    expect((await post(`revoke:${renewed}`)).location).toContain("failed=not_found");
  });

  it("change roles and disable at once; nobody does so to themselves or to the last administrator", async () => {
    const own = await testPortal("sqlite");
    const root = await addStaff(own, "root@example.com", "administrator");
    const officer = await addStaff(own, "works@example.com", "officer");
    const administrator = new TestBrowser(own).holds(root.token);
    const auditor = new TestBrowser(own).holds((await addStaff(own, "reads@example.com", "auditor")).token);
    const post = (who: TestBrowser, personId: string, form: Record<string, string | string[]>) =>
      who.visit(person, `/staff/people/${personId}`, { params: { personId }, form });
    const { personId } = officer.actor;
    const attempts: Record<string, string | string[]>[] = [
      { intent: "roles", roles: ["administrator"] },
      { intent: "disable" },
      { intent: "second" },
    ];
    for (const form of attempts) expect((await post(auditor, personId, form)).status).toBe(404);
    const changed = await post(administrator, personId, { intent: "roles", roles: ["officer", "reviewer"] });
    expect(changed.location).toBe(`/staff/people/${personId}?done=roles`);
    expect(await own.actorOf(officer.token)).toBeUndefined();
    const last = await post(administrator, root.actor.personId, { intent: "roles", roles: ["officer"] });
    expect(last.status).toBe(400);
    expect(last.shows("至少要保留一名管理员")).toBe(true);
    expect((await post(administrator, root.actor.personId, { intent: "disable" })).status).toBe(404);
    expect((await post(administrator, personId, { intent: "disable" })).location).toContain("done=disabled");
    expect((await post(administrator, personId, { intent: "enable" })).location).toContain("done=enabled");
    expect((await post(administrator, personId, { intent: "nonsense" })).status).toBe(404);
    await own.destroy();
  });
});

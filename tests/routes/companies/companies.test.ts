import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as invitation from "#app/routes/account/invitation.tsx";
import * as correctUscc from "#app/routes/applicant/companies/correct-uscc.tsx";
import * as licence from "#app/routes/applicant/companies/licence.ts";
import * as member from "#app/routes/applicant/companies/member.tsx";
import * as members from "#app/routes/applicant/companies/members.tsx";
import * as newCompany from "#app/routes/applicant/companies/new.tsx";
import * as overview from "#app/routes/applicant/companies/overview.tsx";
import * as profileSection from "#app/routes/applicant/companies/profile-section.tsx";
import * as staffCompany from "#app/routes/staff/companies/company.tsx";
import * as staffCompanies from "#app/routes/staff/companies/list.tsx";
import * as staffLicence from "#app/routes/staff/companies/licence.ts";
import { addCompany, addStaff, goodPassword, newUscc, registerPerson } from "#tests/support/people.ts";
import { type RouteModule, TestBrowser } from "#tests/support/route-request.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("a company's pages", () => {
  let portal: TestPortal;
  let serial = 0;
  beforeAll(async () => {
    portal = await testPortal("sqlite");
  });
  afterAll(() => portal.destroy());

  const browser = (token?: string) => {
    const fresh = new TestBrowser(portal, { network: `192.1.${(serial += 1)}.7` });
    return token ? fresh.holds(token) : fresh;
  };
  const newcomer = () => registerPerson(portal, `c${(serial += 1)}@example.com`);

  function withLicence(fields: Record<string, string>, content: Buffer, name = "licence.png"): FormData {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    form.set("licence", new File([new Uint8Array(content)], name));
    return form;
  }

  const storedFiles = async () => {
    const ids: string[] = [];
    for await (const id of portal.files.list()) ids.push(id);
    return ids.length;
  };

  it("begins with the code; a mistyped one asks for the licence and keeps what was typed", async () => {
    const { token } = await newcomer();
    const owner = browser(token);
    const right = newUscc();
    const wrong = right.slice(0, 17) + (right.endsWith("A") ? "B" : "A");
    const typed = { uscc: wrong, nameZh: "甲子示例光电有限公司", nameEn: "" };
    const first = await owner.visit(newCompany, "/companies/new", { form: typed });
    expect(first.status).toBe(400);
    expect(first.html).toContain(`value="${wrong}"`);
    expect(first.html).toContain('type="file"');
    expect(first.html.toLowerCase()).toContain('enctype="multipart/form-data"');

    const html = withLicence(typed, Buffer.from("<html></html>"), "licence.pdf");
    const fake = await owner.visit(newCompany, "/companies/new", { form: html });
    expect(fake.status).toBe(400);
    expect(fake.shows("文件内容和扩展名不一致")).toBe(true);
    const unnamed = await owner.visit(newCompany, "/companies/new", {
      form: withLicence({ ...typed, nameZh: "" }, png),
    });
    expect(unnamed.shows("文件不会保留在页面上")).toBe(true);
    expect(await storedFiles()).toBe(0);

    const created = await owner.visit(newCompany, "/companies/new", { form: withLicence(typed, png) });
    expect(created.status).toBe(303);
    expect(created.location).toMatch(/^\/companies\/[0-9a-f-]{36}\?created=pending$/);
    expect(await storedFiles()).toBe(1);
    const companyId = created.location?.match(/[0-9a-f-]{36}/)?.[0] ?? "";
    const page = await owner.visit(overview, `/companies/${companyId}`, { params: { companyId } });
    expect(page.shows("等待基金办核对")).toBe(true);
    const file = await owner.visit(licence, `/companies/${companyId}/licence`, { params: { companyId } });
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="licence\.png"/);
    const stranger = browser((await newcomer()).token);
    for (const [route, path] of [
      [overview, ""],
      [licence, "/licence"],
      [members, "/members"],
      [profileSection, "/profile/company"],
      [correctUscc, "/uscc"],
    ] as [RouteModule, string][]) {
      const hidden = await stranger.visit(route, `/companies/${companyId}${path}`, {
        params: { companyId, section: "company" },
      });
      expect([path, hidden.status, hidden.html]).toEqual([path, 404, ""]);
    }
    const forged = await stranger.visit(correctUscc, `/companies/${companyId}/uscc`, {
      params: { companyId },
      form: withLicence({ uscc: right }, png),
    });
    expect(forged.status).toBe(404);
    expect(await storedFiles()).toBe(1);
  });

  it("tells a second registrant whom to ask, and no name", async () => {
    const { uscc } = await addCompany(
      portal,
      await registerPerson(portal, "first-owner@example.com", "独特姓名"),
    );
    const second = browser((await newcomer()).token);
    const form = { uscc, nameZh: "甲子示例材料有限公司", nameEn: "" };
    const answer = await second.visit(newCompany, "/companies/new", { form });
    expect(answer.status).toBe(400);
    expect(answer.shows("由所有者邀请您加入")).toBe(true);
    expect(answer.html).not.toContain("独特姓名");
    expect(answer.html).not.toContain("first-owner@example.com");
  });

  it("lets an invited newcomer join in one step, and removes them at once", async () => {
    const { companyId, owner } = await addCompany(portal, await newcomer());
    const boss = browser(owner.token);
    const params = { companyId };
    const path = `/companies/${companyId}/members`;
    const email = `joiner${serial}@example.com`;
    const sent = await boss.visit(members, path, {
      params,
      form: { intent: "invite", email, role: "editor" },
    });
    expect(sent.location).toBe(`${path}?done=invited`);
    const token = await portal.mailedToken(email, "invite-company-member");
    const here = `/invitations/${token}`;
    const visitor = browser();
    const opened = await visitor.visit(invitation, here, { params: { token } });
    expect(opened.headers.get("cache-control")).toBe("no-store");
    expect(opened.shows("加入甲子示例半导体有限公司")).toBe(true);
    const joined = await visitor.visit(invitation, here, {
      params: { token },
      form: { name: "周航", password: goodPassword },
    });
    expect(joined.location).toBe(`/companies/${companyId}?joined=1`);
    expect((await visitor.visit(overview, `/companies/${companyId}`, { params })).shows("编辑")).toBe(true);
    expect((await browser().visit(invitation, here, { params: { token } })).status).toBe(404);

    const person = await portal.actorOf(visitor.cookies.get("session") ?? "");
    const personId = person?.personId ?? "";
    const own = await visitor.visit(member, `${path}/${owner.actor.personId}`, {
      params: { companyId, personId: owner.actor.personId },
    });
    expect(own.status).toBe(404);
    const removed = await boss.visit(member, `${path}/${personId}`, {
      params: { companyId, personId },
      form: { intent: "remove" },
    });
    expect(removed.location).toBe(`${path}?done=removed`);
    expect((await visitor.visit(overview, `/companies/${companyId}`, { params })).status).toBe(404);
  });

  it("asks somebody with an account to sign in, and somebody else to change accounts", async () => {
    const { companyId, owner } = await addCompany(portal, await newcomer());
    const known = await newcomer();
    await browser(owner.token).visit(members, `/companies/${companyId}/members`, {
      params: { companyId },
      form: { intent: "invite", email: known.email, role: "viewer" },
    });
    const token = await portal.mailedToken(known.email, "invite-company-member");
    const here = `/invitations/${token}`;
    const params = { token };
    const signedOut = await browser().visit(invitation, here, { params });
    expect(signedOut.html).toContain(`/sign-in?next=${encodeURIComponent(here)}`);
    const other = await browser((await newcomer()).token).visit(invitation, here, { params });
    expect(other.shows("请退出后用受邀的邮箱登录")).toBe(true);
    const right = browser(known.token);
    expect((await right.visit(invitation, here, { params })).shows("接受邀请")).toBe(true);
    const accepted = await right.visit(invitation, here, { params, form: {} });
    expect(accepted.location).toBe(`/companies/${companyId}?joined=1`);
  });

  it("keeps the last owner, and says why", async () => {
    const { companyId, owner } = await addCompany(portal, await newcomer());
    const { personId } = owner.actor;
    const boss = browser(owner.token);
    const path = `/companies/${companyId}/members/${personId}`;
    const attempts: Record<string, string>[] = [{ intent: "remove" }, { intent: "change", role: "viewer" }];
    for (const form of attempts) {
      const answer = await boss.visit(member, path, { params: { companyId, personId }, form });
      expect(answer.status).toBe(400);
      expect(answer.shows("企业至少要有一名所有者")).toBe(true);
    }
  });

  it("shows both texts when a colleague changed the same answer of the profile", async () => {
    const { companyId, owner } = await addCompany(portal, await newcomer());
    const boss = browser(owner.token);
    const path = `/companies/${companyId}/profile/company`;
    const params = { companyId, section: "company" };
    const page = await boss.visit(profileSection, path, { params });
    expect(page.html).toContain('name="legal_rep_name"');
    expect(page.html).not.toContain('name="uscc"');
    const save = (form: Record<string, string>) =>
      boss.visit(profileSection, path, { params, form: { base: "{}", ...form } });
    expect((await save({ legal_rep_name: "周航" })).status).toBe(303);
    const clash = await save({ legal_rep_name: "吴昊", business_scope: "经理" });
    expect(clash.status).toBe(409);
    expect(clash.html).toContain('value="吴昊"');
    expect(clash.shows("周航")).toBe(true);
    const base = /name="base" [^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="base"/.exec(clash.html);
    const shown = (base?.[1] ?? base?.[2] ?? "").replaceAll("&quot;", '"');
    expect(JSON.parse(shown)).toMatchObject({ legal_rep_name: "周航", business_scope: "经理" });
    const decided = await save({
      base: shown,
      legal_rep_name: "吴昊",
      business_scope: "经理",
      conflict: "legal_rep_name",
      "choose:legal_rep_name": "mine",
    });
    expect(decided.status).toBe(303);
    expect((await boss.visit(profileSection, path, { params })).html).toContain('value="吴昊"');
    const wrong = await save({ base: '{"legal_rep_mobile":""}', legal_rep_mobile: "139" });
    expect(wrong.location).toBe(`${path}?saved=1`);
    const marked = await boss.visit(profileSection, `${path}?saved=1`, { params });
    expect(marked.html).toContain('href="#legal_rep_mobile"');
    expect((await save({ base: "not json" })).status).toBe(400);
    expect((await save({ uscc: "91140400MA0HD88W80" })).status).toBe(400);
  });

  it("keeps address and contact from their boxes, and how to reach people from those who only look on", async () => {
    const { companyId, owner } = await addCompany(portal, await newcomer());
    const known = await newcomer();
    const boss = browser(owner.token);
    const form = { intent: "invite", email: known.email, role: "viewer" };
    await boss.visit(members, `/companies/${companyId}/members`, { params: { companyId }, form });
    const token = await portal.mailedToken(known.email, "invite-company-member");
    const viewer = browser(known.token);
    await viewer.visit(invitation, `/invitations/${token}`, { params: { token }, form: {} });

    const path = `/companies/${companyId}/profile/company`;
    const params = { companyId, section: "company" };
    const typed = {
      legal_rep_mobile: "13812345678",
      contact: ["周航", "经理", "13987654321", "zhou@example.com"],
      reg_address: ["140900", "忻府区", "示例路1号"],
    };
    const saved = await boss.visit(profileSection, path, { params, form: { base: "{}", ...typed } });
    expect(saved.status).toBe(303);
    const standing = await boss.visit(profileSection, path, { params });
    for (const part of ["13812345678", "周航", "13987654321", "zhou@example.com", "示例路1号"])
      expect(standing.html).toContain(`value="${part}"`);
    const seen = await viewer.visit(profileSection, path, { params });
    expect(seen.html).toContain("示例路1号");
    for (const part of ["12345678", "周航", "87654321", "zhou@"]) expect(seen.html).not.toContain(part);
  });

  it("is looked at by an officer, who refuses with a reason the company reads", async () => {
    const { token } = await newcomer();
    const owner = browser(token);
    const right = newUscc();
    const uscc = right.slice(0, 17) + (right.endsWith("A") ? "B" : "A");
    const created = await owner.visit(newCompany, "/companies/new", {
      form: withLicence({ uscc, nameZh: "甲子示例封测有限公司", nameEn: "" }, png),
    });
    const companyId = created.location?.match(/[0-9a-f-]{36}/)?.[0] ?? "";
    const params = { companyId };
    const officer = browser((await addStaff(portal, `judge${serial}@example.com`, "officer")).token);
    const auditor = browser((await addStaff(portal, `audit${serial}@example.com`, "auditor")).token);
    const list = await officer.visit(staffCompanies, "/staff/companies");
    expect(list.html).toContain(`/staff/companies/${companyId}`);
    const path = `/staff/companies/${companyId}`;
    const asOfficer = await officer.visit(staffCompany, path, { params });
    expect(asOfficer.html).toContain('name="verdict"');
    const asAuditor = await auditor.visit(staffCompany, path, { params });
    expect([asAuditor.status, asAuditor.html.includes('name="verdict"')]).toEqual([200, false]);
    const preview = await auditor.visit(staffLicence, `${path}/licence?inline=1`, { params });
    expect(preview.headers.get("content-disposition")).toMatch(/^inline/);

    const judge = (who: TestBrowser, form: Record<string, string>) =>
      who.visit(staffCompany, path, { params, form: { version: "1", verdict: "", reason: "", ...form } });
    expect((await judge(auditor, { verdict: "confirm" })).status).toBe(404);
    expect((await judge(owner, { verdict: "confirm" })).status).toBe(404);
    expect((await judge(officer, {})).shows("请选择“确认”或“不予确认”")).toBe(true);
    expect((await judge(officer, { verdict: "refuse" })).shows("请写明原因")).toBe(true);
    expect((await judge(officer, { verdict: "refuse", reason: "看不清", version: "9" })).status).toBe(409);
    const refused = await judge(officer, { verdict: "refuse", reason: "照片看不清，请重新拍摄" });
    expect(refused.location).toBe(`${path}?done=refuse`);
    const told = await owner.visit(overview, `/companies/${companyId}`, { params });
    expect(told.shows("照片看不清，请重新拍摄")).toBe(true);
    const corrected = await owner.visit(correctUscc, `/companies/${companyId}/uscc`, {
      params,
      form: { uscc: right },
    });
    expect(corrected.location).toBe(`/companies/${companyId}?saved=1`);
  });
});

import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { correctUscc } from "#app/features/companies/correct-uscc.ts";
import { createCompany } from "#app/features/companies/create-company.ts";
import { findCompany } from "#app/features/companies/find-company.ts";
import { judgeUscc } from "#app/features/companies/judge-uscc.ts";
import { listCompanies } from "#app/features/companies/list-companies.ts";
import { openLicence } from "#app/features/companies/open-licence.ts";
import { renameCompany } from "#app/features/companies/rename-company.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addCompany, addStaff, newUscc, registerPerson, signedIn } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
/** Really issued, yet its check character is wrong (domain.md §7.1). */
const issuedButFailing = "91350211M00013FA1N";

describe.each(DIALECTS)("companies on %s", (dialect) => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await testPortal(dialect);
  });
  afterAll(() => portal.destroy());

  const names = { nameZh: "甲子示例材料有限公司", nameEn: "Jiazi Example Materials" };
  const upload = async () => {
    const put = await portal.files.put(Readable.from([png]), {
      fileName: "licence.png",
      maxBytes: 1_000_000,
    });
    if (!put.ok) throw new Error(put.reason);
    return { name: "营业执照.png", stored: put.file };
  };
  const create = (actor: PersonActor, uscc: string, licence?: Awaited<ReturnType<typeof upload>>) =>
    createCompany(portal.ctx(actor), { ...names, uscc, licence });

  it("is created by its code as typed, with its creator as owner", async () => {
    const { actor, token, email } = await registerPerson(portal, "founder@example.com");
    const created = await create(actor, " 91140100 ma0gt0018f");
    if (!created.ok) throw new Error(created.reason);
    expect(created.usccState).toBe("valid");
    const { actor: owner } = await signedIn(portal, token, email);
    expect(owner.memberships).toEqual([{ companyId: created.companyId, role: "owner" }]);
    expect(await findCompany(portal.ctx(owner), created.companyId)).toMatchObject({
      uscc: "91140100MA0GT0018F",
      role: "owner",
      members: 1,
      licence: null,
    });
  });

  it("exists once per code; the second registrant learns nothing else", async () => {
    const { uscc } = await addCompany(portal, await registerPerson(portal, "first@example.com"));
    const { actor } = await registerPerson(portal, "second@example.com");
    expect(await create(actor, uscc)).toEqual({ ok: false, reason: "already_registered" });
    expect(await create(actor, uscc.toLowerCase())).toEqual({ ok: false, reason: "already_registered" });
  });

  it("exists once when two people create it at the same moment", async () => {
    const people = await Promise.all(
      ["r1@example.com", "r2@example.com", "r3@example.com"].map((email) => registerPerson(portal, email)),
    );
    const uscc = newUscc();
    const outcomes = await Promise.all(people.map(({ actor }) => create(actor, uscc)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual(
      Array.from({ length: 2 }, () => ({ ok: false, reason: "already_registered" })),
    );
    const rows = await portal.db.read
      .selectFrom("company_member as m")
      .innerJoin("company as c", "c.id", "m.company_id")
      .select("m.role")
      .where("c.uscc", "=", uscc)
      .execute();
    expect(rows).toEqual([{ role: "owner" }]);
  });

  it("takes no code that cannot be one, nor of a body that cannot apply", async () => {
    const { actor } = await registerPerson(portal, "codes@example.com");
    for (const uscc of [
      "91140100MA0GT0018",
      "91140100MO0GT0018F",
      "12140000405700013Q",
      "93141100MA0JY77Q6M",
    ])
      expect(await create(actor, uscc), uscc).toEqual({ ok: false, reason: "uscc_unusable" });
  });

  it("goes on with a failing check character only by the licence, which a person confirms", async () => {
    const { actor, token, email } = await registerPerson(portal, "pilot@example.com");
    expect(await create(actor, issuedButFailing)).toEqual({ ok: false, reason: "licence_needed" });
    const created = await create(actor, issuedButFailing, await upload());
    if (!created.ok) throw new Error(created.reason);
    expect(created.usccState).toBe("pending");
    const { actor: owner } = await signedIn(portal, token, email);
    const { companyId } = created;

    const { actor: officer } = await addStaff(portal, "judge@example.com", "officer");
    const { actor: auditor } = await addStaff(portal, "watch@example.com", "auditor");
    const { actor: member } = await addStaff(portal, "votes@example.com", "committee_member");
    const waiting = await listCompanies(portal.ctx(officer), { show: "pending" });
    expect(waiting.rows.map((row) => row.id)).toEqual([companyId]);
    expect(await openLicence(portal.ctx(officer), companyId)).toMatchObject({
      name: "营业执照.png",
      mime: "image/png",
    });
    expect(await openLicence(portal.ctx(auditor), companyId)).toBeDefined();
    expect(await openLicence(portal.ctx(member), companyId)).toBeUndefined();
    const { actor: stranger } = await registerPerson(portal, "nosy@example.com");
    expect(await openLicence(portal.ctx(stranger), companyId)).toBeUndefined();
    expect(await findCompany(portal.ctx(stranger), companyId)).toBeUndefined();

    const judge = (who: PersonActor, verdict: "confirm" | "refuse", version: number, reason = "") =>
      judgeUscc(portal.ctx(who), { companyId, verdict, reason, version });
    for (const who of [auditor, member])
      expect(await judge(who, "confirm", 1)).toEqual({ ok: false, reason: "not_allowed" });
    for (const who of [owner, stranger]) expect(await judge(who, "confirm", 1)).toMatchObject({ ok: false });
    expect(await judge(officer, "refuse", 1)).toEqual({ ok: false, reason: "reason_needed" });
    expect(await judge(officer, "refuse", 7, "照片看不清")).toEqual({ ok: false, reason: "stale" });
    expect(await judge(officer, "refuse", 1, "照片看不清")).toEqual({ ok: true });
    expect(await findCompany(portal.ctx(owner), companyId)).toMatchObject({
      usccState: "refused",
      usccNote: "照片看不清",
    });

    expect(await correctUscc(portal.ctx(owner), { companyId, uscc: issuedButFailing })).toEqual({
      ok: false,
      reason: "licence_needed",
    });
    const again = await correctUscc(portal.ctx(owner), {
      companyId,
      uscc: issuedButFailing,
      licence: await upload(),
    });
    expect(again).toEqual({ ok: true, usccState: "pending" });
    const files = await portal.db.read
      .selectFrom("file")
      .select(["id", "replaced_by"])
      .where("company_id", "=", companyId)
      .orderBy("id")
      .execute();
    expect(files[0]?.replaced_by).toBe(files[1]?.id);
    const { version } = (await findCompany(portal.ctx(officer), companyId)) ?? { version: 0 };
    expect(await judge(officer, "confirm", version)).toEqual({ ok: true });
    expect(await correctUscc(portal.ctx(owner), { companyId, uscc: newUscc() })).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    const events = (await portal.events())
      .filter((event) => event.company_id === companyId)
      .map((e) => e.type);
    expect(events).toEqual([
      "company.created",
      "company.uscc_pending",
      "company.uscc_refused",
      "company.uscc_pending",
      "company.uscc_confirmed",
    ]);
  });

  it("may correct a mistyped code to a right one, but not to another company's", async () => {
    const { actor, token, email } = await registerPerson(portal, "typo@example.com");
    const right = newUscc();
    const mistyped = right.slice(0, 17) + (right.endsWith("0") ? "1" : "0");
    const created = await create(actor, mistyped, await upload());
    if (!created.ok) throw new Error(created.reason);
    const { companyId } = created;
    const { actor: owner } = await signedIn(portal, token, email);
    const { uscc: taken } = await addCompany(portal, await registerPerson(portal, "holder@example.com"));
    expect(await correctUscc(portal.ctx(owner), { companyId, uscc: taken })).toEqual({
      ok: false,
      reason: "already_registered",
    });
    expect(await correctUscc(portal.ctx(owner), { companyId, uscc: right })).toEqual({
      ok: true,
      usccState: "valid",
    });
  });

  it("is never created by the fund's people, by half signed-in or by nobody", async () => {
    const { actor: officer } = await addStaff(portal, "tries@example.com", "officer");
    const { actor } = await registerPerson(portal, "halfway@example.com");
    for (const who of [officer, { ...actor, fullySignedIn: false }])
      expect(await create(who, newUscc())).toEqual({ ok: false, reason: "not_allowed" });
    expect(await createCompany(portal.ctx(), { ...names, uscc: newUscc() })).toMatchObject({ ok: false });
  });

  it("cannot be used to find out which codes are registered", async () => {
    const { actor } = await registerPerson(portal, "prober@example.com");
    const answers = [];
    for (let i = 0; i < 21; i++) answers.push(await create(actor, "91140900MA0KX12R1D"));
    expect(answers.at(-1)).toMatchObject({ ok: false, reason: "too_many_attempts" });
  });

  it("is renamed by its own people only", async () => {
    const { companyId, owner } = await addCompany(portal, await registerPerson(portal, "names@example.com"));
    const { actor: stranger } = await registerPerson(portal, "renamer@example.com");
    const { actor: officer } = await addStaff(portal, "noname@example.com", "officer");
    const rename = (actor: PersonActor) => renameCompany(portal.ctx(actor), { companyId, ...names });
    expect(await rename(stranger)).toEqual({ ok: false, reason: "not_found" });
    expect(await rename(officer)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await rename(owner.actor)).toEqual({ ok: true });
    expect(await findCompany(portal.ctx(owner.actor), companyId)).toMatchObject({ nameZh: names.nameZh });
  });

  it("is listed for staff in one statement, page by page", async () => {
    const { actor } = await addStaff(portal, "pages@example.com", "auditor");
    const ctx = portal.ctx(actor);
    const statements = await portal.db.statementsDuring(() => listCompanies(ctx, { show: "all" }));
    expect(statements).toHaveLength(1);
    const { created_by } = await portal.db.read
      .selectFrom("company")
      .select("created_by")
      .limit(1)
      .executeTakeFirstOrThrow();
    await portal.db.write((trx) =>
      trx
        .insertInto("company")
        .values(
          Array.from({ length: 60 }, (_, i) => ({
            id: `ff-${String(i).padStart(3, "0")}`,
            uscc: newUscc(),
            uscc_state: "valid" as const,
            name_zh: `甲子示例第${i}有限公司`,
            name_en: "",
            profile: "{}",
            created_at: portal.now.toISOString(),
            created_by,
            version: 1,
          })),
        )
        .execute(),
    );
    expect(await portal.db.statementsDuring(() => listCompanies(ctx, { show: "all" }))).toHaveLength(1);
    const first = await listCompanies(ctx, { show: "all" });
    const second = await listCompanies(ctx, { show: "all", after: first.next ?? "" });
    expect(first.rows).toHaveLength(50);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(50 + second.rows.length);
    const found = await listCompanies(ctx, { show: "all", search: "第59有限" });
    expect(found.rows).toHaveLength(1);
    const { actor: applicant } = await registerPerson(portal, "nolist@example.com");
    expect((await listCompanies(portal.ctx(applicant), { show: "all" })).rows).toEqual([]);
  });
});

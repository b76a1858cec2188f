import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileForm } from "#app/domain/forms/compile-form.ts";
import { correctUscc } from "#app/features/companies/correct-uscc.ts";
import { findLastProfileChange, findProfile } from "#app/features/companies/find-profile.ts";
import { profileForm } from "#app/features/profile-form.ts";
import { renameCompany } from "#app/features/companies/rename-company.ts";
import { saveProfile } from "#app/features/companies/save-profile.ts";
import { c5Form } from "#db/programme/forms/c5.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addCompany, addStaff, registerPerson } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

it("has the questions an application takes over, under the same names", () => {
  const own = new Set(compileForm(profileForm).questionByKey.keys());
  const carried = [...compileForm(c5Form as typeof profileForm).questionByKey.values()].flatMap(
    ({ field }) => ("carryOver" in field && field.carryOver ? [field.carryOver] : []),
  );
  expect(carried.length).toBeGreaterThan(20);
  expect(carried.filter((key) => !own.has(key))).toEqual([]);
});

describe.each(DIALECTS)("a company's profile on %s", (dialect) => {
  let portal: TestPortal;
  let serial = 0;
  beforeAll(async () => {
    portal = await testPortal(dialect);
  });
  afterAll(() => portal.destroy());

  async function newCompany() {
    const { companyId, owner, uscc } = await addCompany(
      portal,
      await registerPerson(portal, `p${(serial += 1)}@example.com`),
    );
    return { companyId, uscc, ctx: portal.ctx(owner.actor) };
  }

  it("begins with the registration and follows it", async () => {
    const { companyId, uscc, ctx } = await newCompany();
    expect((await findProfile(ctx, companyId))?.raw).toMatchObject({
      uscc,
      name_zh: "甲子示例半导体有限公司",
    });
    await saveProfile(ctx, { companyId, sectionKey: "company", base: {}, typed: { legal_rep_name: "周航" } });
    await renameCompany(ctx, { companyId, nameZh: "甲子示例芯片有限公司", nameEn: "Jiazi Chips" });
    expect((await findProfile(ctx, companyId))?.raw).toMatchObject({
      name_zh: "甲子示例芯片有限公司",
      name_en: "Jiazi Chips",
      legal_rep_name: "周航",
    });
    expect(await correctUscc(ctx, { companyId, uscc: "91140400MA0HD88W80" })).toMatchObject({ ok: false });
  });

  it("keeps exactly what was typed, right or wrong", async () => {
    const { companyId, ctx } = await newCompany();
    const typed = { legal_rep_mobile: " 139 xxxx ", registered_capital: "很多" };
    const save = (sectionKey: string, answers: Record<string, string>) =>
      saveProfile(ctx, { companyId, sectionKey, base: {}, typed: answers });
    expect(await save("company", { legal_rep_mobile: typed.legal_rep_mobile })).toEqual({
      ok: true,
      conflicts: [],
    });
    const { raw } = (await findProfile(ctx, companyId)) ?? {};
    expect(raw?.legal_rep_mobile).toBe(" 139 xxxx ");
    expect(await save("company", { uscc: "91140400MA0HD88W80" })).toEqual({
      ok: false,
      reason: "not_in_form",
    });
    expect(await save("company", { nonsense: "x" })).toEqual({ ok: false, reason: "not_in_form" });
    expect(await save("ownership", { legal_rep_name: "x" })).toEqual({ ok: false, reason: "not_in_form" });
  });

  it("never lets two people overwrite each other", async () => {
    const { companyId, ctx } = await newCompany();
    const save = (base: Record<string, string>, typed: Record<string, string>) =>
      saveProfile(ctx, { companyId, sectionKey: "company", base, typed });
    const base = { legal_rep_name: "", business_scope: "" };
    const outcomes = await Promise.all([
      save(base, { legal_rep_name: "周航", business_scope: "" }),
      save(base, { legal_rep_name: "", business_scope: "经理" }),
      save(base, { legal_rep_name: "吴昊", business_scope: "" }),
    ]);
    const conflicts = outcomes.flatMap((outcome) => (outcome.ok ? outcome.conflicts : []));
    expect(conflicts).toHaveLength(1);
    const { raw } = (await findProfile(ctx, companyId)) ?? {};
    expect(raw?.business_scope).toBe("经理");
    expect(["周航", "吴昊"]).toContain(raw?.legal_rep_name);
    expect(conflicts[0]).toEqual({ path: "legal_rep_name", theirs: raw?.legal_rep_name });
    expect(await findLastProfileChange(ctx, companyId)).toMatchObject({ name: "赵敏" });
  });

  it("adds and removes rows", async () => {
    const { companyId, ctx } = await newCompany();
    const holders = async () => (await findProfile(ctx, companyId))?.raw.shareholders;
    const section = { companyId, sectionKey: "ownership", base: {}, typed: {} };
    await saveProfile(ctx, { ...section, row: { kind: "add_row", table: "shareholders", rowId: "r1" } });
    expect(await holders()).toEqual([{ id: "r1", cells: {} }]);
    await saveProfile(ctx, { ...section, row: { kind: "remove_row", table: "shareholders", rowId: "r1" } });
    expect(await holders()).toEqual([]);
  });

  it("is the company's own: others do not find it, staff and viewers do not change it", async () => {
    const { companyId, ctx } = await newCompany();
    const { actor: stranger } = await registerPerson(portal, `s${(serial += 1)}@example.com`);
    const { actor: officer } = await addStaff(portal, `o${(serial += 1)}@example.com`, "officer");
    const viewer = { ...stranger, memberships: [{ companyId, role: "owner" as const }] };
    const save = { companyId, sectionKey: "company", base: {}, typed: { legal_rep_name: "x" } };
    expect(await findProfile(portal.ctx(stranger), companyId)).toBeUndefined();
    expect(await findProfile(portal.ctx(officer), companyId)).toBeUndefined();
    expect(await saveProfile(portal.ctx(stranger), save)).toEqual({ ok: false, reason: "not_found" });
    expect(await saveProfile(portal.ctx(officer), save)).toEqual({ ok: false, reason: "not_allowed" });
    // What the session said when the request began does not count: the role now does.
    await portal.db.write((trx) =>
      trx
        .insertInto("company_member")
        .values({
          company_id: companyId,
          person_id: stranger.personId,
          role: "viewer",
          added_by: null,
          added_at: "",
        })
        .execute(),
    );
    expect(await saveProfile(portal.ctx(viewer), save)).toEqual({ ok: false, reason: "not_allowed" });
    expect((await findProfile(ctx, companyId))?.raw.legal_rep_name).toBeUndefined();
  });
});

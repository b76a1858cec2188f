import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { baseOf } from "#app/domain/applications/draft/rendered-base.ts";
import { deleteDraft } from "#app/features/applications/delete-draft.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { listCompanyApplications } from "#app/features/applications/list-company-applications.ts";
import { startApplication } from "#app/features/applications/start-application.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { closesAt, type FilingCompany, filingCompany, opensAt, pdf } from "./filing-company.ts";

describe.each(DIALECTS)("starting and deleting on %s", (dialect) => {
  let world: FilingCompany;
  beforeAll(async () => {
    world = await filingCompany(dialect);
  });
  afterAll(() => world.portal.destroy());

  const start = (actor: PersonActor, companyId = world.companyId, callId = world.callId) =>
    startApplication(world.portal.ctx(actor), { companyId, callId });

  const keepProfile = (profile: object) =>
    world.portal.db.write((trx) =>
      trx
        .updateTable("company")
        .set({ profile: JSON.stringify(profile) })
        .where("id", "=", world.companyId)
        .execute(),
    );

  it("carries the company's profile into the sections that ask for it", async () => {
    await keepProfile({
      name_zh: "甲子示例半导体有限公司",
      website: "https://www.example.com",
      shareholders: [
        { id: "a", cells: { holder_name: "甲控股", ratio: "60", nobody_asks: "x" } },
        { id: "b", cells: { holder_name: "乙创投", ratio: "40" } },
      ],
      nobody_asks: "x",
    });
    const id = await world.start();
    await keepProfile({});
    const draft = (await findDraft(world.portal.ctx(world.owner), id))!;
    expect(draft.raw).toMatchObject({
      website: "https://www.example.com",
      shareholders: [
        { id: "a", cells: { holder_name: "甲控股", ratio: "60" } },
        { id: "b", cells: { holder_name: "乙创投", ratio: "40" } },
      ],
    });
    expect(JSON.stringify(draft.raw)).not.toContain("nobody_asks");
    const fields = draft.sections.get("ownership")!.fields;
    expect(fields["shareholders/a/ratio"]).toMatchObject({ v: "60", n: 1, by: "company-profile" });
    expect(baseOf(fields).rows).toEqual({ shareholders: ["a", "b"] });
    expect(draft.head.answered).toBeGreaterThan(0);
  });

  it("is for owners and editors, and only of their own company", async () => {
    expect(await start(world.editor)).toMatchObject({ ok: true });
    expect(await start(world.viewer)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await start(world.stranger)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await start(world.owner, "somebody-else")).toEqual({ ok: false, reason: "not_allowed" });
  });

  it("needs an open call with a form", async () => {
    const announced = await world.portal.db.read
      .selectFrom("call")
      .select("id")
      .where("code", "=", "C1")
      .executeTakeFirstOrThrow();
    expect(await start(world.owner, world.companyId, announced.id)).toEqual({
      ok: false,
      reason: "not_open",
    });
    expect(await start(world.owner, world.companyId, "nothing")).toEqual({
      ok: false,
      reason: "no_such_call",
    });
    const now = world.portal.now;
    for (const [moment, ok] of [
      [Date.parse(opensAt) - 1, false],
      [Date.parse(opensAt), true],
      [Date.parse(closesAt) - 1, true],
      [Date.parse(closesAt), false],
    ] as const) {
      world.portal.now = new Date(moment);
      expect((await start(world.owner)).ok, new Date(moment).toISOString()).toBe(ok);
    }
    world.portal.now = now;
  });

  it("lists companies and applications in two statements, one application or three", async () => {
    const ctx = world.portal.ctx(world.owner);
    const one = await world.portal.db.statementsDuring(() => listCompanyApplications(ctx));
    await world.start();
    await world.start();
    const three = await world.portal.db.statementsDuring(() => listCompanyApplications(ctx));
    expect(one).toHaveLength(2);
    expect(three).toHaveLength(2);
    const [company] = await listCompanyApplications(world.portal.ctx(world.viewer));
    expect(company).toMatchObject({ id: world.companyId, role: "viewer" });
    expect(await listCompanyApplications(world.portal.ctx(world.stranger))).toEqual([]);
  });

  it("erases a draft with its history and its bytes, and remembers that it existed", async () => {
    const id = await world.start();
    const added = await addFile(world.portal.ctx(world.owner), {
      applicationId: id,
      questionKey: "a05_ownership_chart",
      fileName: "图.pdf",
      content: Readable.from([pdf("erased")]),
    });
    if (!added.ok) throw new Error(added.reason);
    const { storage_key: key } = await world.portal.db.read
      .selectFrom("file")
      .select("storage_key")
      .where("id", "=", added.fileId)
      .executeTakeFirstOrThrow();
    const erase = (actor: PersonActor) => deleteDraft(world.portal.ctx(actor), { applicationId: id });
    expect(await erase(world.editor)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await erase(world.stranger)).toEqual({ ok: false, reason: "not_found" });
    expect(await erase(world.owner)).toEqual({ ok: true });
    expect(await findDraft(world.portal.ctx(world.owner), id)).toBeUndefined();
    await expect(world.portal.files.open(key)).rejects.toThrow();
    for (const table of ["draft_section", "answer_change", "file"] as const) {
      const left = await world.portal.db.read
        .selectFrom(table)
        .select("application_id")
        .where("application_id", "=", id)
        .execute();
      expect(left, table).toEqual([]);
    }
    expect((await world.portal.events()).at(-1)).toMatchObject({
      type: "application.deleted",
      application_id: id,
    });
  });

  it("does not erase what was submitted", async () => {
    const id = await world.completed();
    await world.submit(id);
    expect(await deleteDraft(world.portal.ctx(world.owner), { applicationId: id })).toEqual({
      ok: false,
      reason: "not_allowed",
    });
  });
});

import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { listCorrectionItems } from "#app/features/applications/list-correction-items.ts";
import { requestCorrection } from "#app/features/applications/office/request-correction.ts";
import { startFormalCheck } from "#app/features/applications/office/start-formal-check.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { submitApplication } from "#app/features/applications/submit-application.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { removeFile } from "#app/features/files/remove-file.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { type FilingCompany, filingCompany, pdf, set } from "./filing-company.ts";

describe.each(DIALECTS)("a correction on %s", (dialect) => {
  let world: FilingCompany;
  let officer: PersonActor;
  let id: string;
  const items = [
    {
      sectionKey: "filing",
      questionKey: "site_county",
      reason: "县区与建设地点不符。",
      wanted: "核对后更正",
    },
    {
      sectionKey: "ownership",
      questionKey: "shareholders/r2",
      reason: "持股比例与章程不符。",
      wanted: "核对后更正",
    },
    {
      sectionKey: "ownership",
      questionKey: "a05_ownership_chart",
      reason: "图上缺实际控制人。",
      wanted: "重新上传",
    },
  ];
  beforeAll(async () => {
    world = await filingCompany(dialect);
    officer = (await addStaff(world.portal, "officer@example.com", "officer")).actor;
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.completed();
    const submitted = await world.submit(id);
    if (!submitted.ok) throw new Error(submitted.reason);
    const { version } = (await findDraft(world.portal.ctx(world.owner), id))!.head;
    const started = await startFormalCheck(world.portal.ctx(officer), {
      applicationId: id,
      version,
      evenThoughOpen: true,
    });
    if (!started.ok) throw new Error(started.reason);
    const checklist = Object.fromEntries(
      formalCheckCodes.map((code) => [
        code,
        { result: code === "F08" ? "problem" : "ok", note: "材料不齐" } as const,
      ]),
    );
    const asked = await requestCorrection(world.portal.ctx(officer), {
      checkId: started.checkId,
      version: 1,
      checklist,
      items,
    });
    if (!asked.ok) throw new Error(JSON.stringify(asked));
  });

  const draft = async () => (await findDraft(world.portal.ctx(world.owner), id))!;
  const save = (sectionKey: string, ...operations: Parameters<typeof saveAnswers>[1]["operations"]) =>
    saveAnswers(world.portal.ctx(world.editor), { applicationId: id, sectionKey, operations });
  const answered = async () =>
    (await listCorrectionItems(world.portal.db.read, id, 1)).map((item) => item.answeredAt !== null);
  const chart = async () => (await draft()).files.find((file) => file.questionKey === "a05_ownership_chart")!;

  it("opens what was flagged and nothing else, row by row", async () => {
    expect((await draft()).corrections).toMatchObject(items);
    expect(await save("filing", set("site_county", "原平市", 1))).toMatchObject({ ok: true });
    expect(await save("filing", set("summary", "x", 1))).toEqual({ ok: false, reason: "not_flagged" });
    expect(await save("ownership", set("shareholders/r2/ratio", "20.0001", 1))).toMatchObject({ ok: true });
    expect(await save("ownership", set("shareholders/r1/ratio", "44", 1))).toEqual({
      ok: false,
      reason: "not_flagged",
    });
    // One forbidden change takes the others of its batch with it: nothing of it is half saved.
    expect(
      await save("ownership", set("shareholders/r2/ratio", "21", 2), set("paid_in_capital", "1", 1)),
    ).toEqual({
      ok: false,
      reason: "not_flagged",
    });
    expect(await answered()).toEqual([true, true, false]);
  });

  it("counts a replaced file as an answer, and leaves other files alone", async () => {
    const replaced = await addFile(world.portal.ctx(world.editor), {
      applicationId: id,
      questionKey: "a05_ownership_chart",
      fileName: "新图.pdf",
      content: Readable.from([pdf("new chart")]),
      replaces: (await chart()).id,
    });
    expect(replaced).toMatchObject({ ok: true });
    expect(await answered()).toEqual([false, false, true]);
    const other = (await draft()).files.find((file) => file.questionKey !== "a05_ownership_chart")!;
    expect(await removeFile(world.portal.ctx(world.editor), { applicationId: id, fileId: other.id })).toEqual(
      {
        ok: false,
        reason: "not_flagged",
      },
    );
  });

  it("goes back to the check as the next version, by the owner, in time", async () => {
    await save("filing", set("site_county", "原平市", 1));
    const input = await world.signing(id);
    expect(await submitApplication(world.portal.ctx(world.editor), input)).toEqual({
      ok: false,
      reason: "not_owner",
    });
    const returned = await submitApplication(world.portal.ctx(world.owner), input);
    expect(returned).toMatchObject({ ok: true, receipt: { version: 2 } });
    expect((await draft()).head).toMatchObject({ state: "formal_review", dueAt: null, correctionRound: 1 });
    expect((await world.portal.events()).at(-1)).toMatchObject({
      type: "application.resubmitted",
      application_id: id,
    });
    expect(await save("filing", set("site_county", "忻府区", 2))).toEqual({
      ok: false,
      reason: "not_editable",
    });
  });

  it("is over at its deadline to the millisecond", async () => {
    const { dueAt } = (await draft()).head;
    const now = world.portal.now;
    world.portal.now = new Date(Date.parse(dueAt!) - 1);
    expect(await save("filing", set("site_county", "原平市", 1))).toMatchObject({ ok: true });
    world.portal.now = new Date(dueAt!);
    expect(await save("filing", set("site_county", "忻府区", 2))).toEqual({
      ok: false,
      reason: "not_editable",
    });
    expect(await world.submit(id)).toEqual({ ok: false, reason: "closed" });
    world.portal.now = now;
    expect((await draft()).raw["site_county"]).toBe("原平市");
  });

  it("does not come to nothing because of a fault in what may not be changed", async () => {
    await world.portal.db.write((trx) =>
      trx
        .updateTable("draft_section")
        .set({
          answers: JSON.stringify({
            registered_capital: { v: "many", n: 9, at: "2026-11-23T00:00:00.000Z", by: "x" },
          }),
        })
        .where("application_id", "=", id)
        .where("section_key", "=", "production_line")
        .execute(),
    );
    await save("filing", set("site_county", "原平市", 1));
    expect(await world.submit(id)).toMatchObject({ ok: true });
  });

  it("is stopped by a fault in what was flagged", async () => {
    await save("filing", set("site_county", "", 1));
    expect(await world.submit(id)).toMatchObject({
      ok: false,
      reason: "incomplete",
      issues: [{ path: "site_county" }],
    });
  });
});

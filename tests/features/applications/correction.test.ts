import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PersonActor, system } from "#app/domain/accounts/actor.ts";
import { formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { listCorrectionItems } from "#app/features/applications/list-correction-items.ts";
import { acceptApplication } from "#app/features/applications/office/accept-application.ts";
import { lapseCorrections } from "#app/features/applications/office/lapse-corrections.ts";
import { requestCorrection } from "#app/features/applications/office/request-correction.ts";
import { startFormalCheck } from "#app/features/applications/office/start-formal-check.ts";
import { replyToFlag } from "#app/features/applications/reply-to-flag.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { submitApplication } from "#app/features/applications/submit-application.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { removeFile } from "#app/features/files/remove-file.ts";
import { restoreFile } from "#app/features/files/restore-file.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { type FilingCompany, filingCompany, pdf, set } from "./filing-company.ts";
import { flaggedApplication } from "./flagged-application.ts";

const site = (county: string) => ["140900", county, "示例大街18号"];

describe.each(DIALECTS)("a correction on %s", (dialect) => {
  let world: FilingCompany;
  let officer: PersonActor;
  let id: string;
  const items = [
    {
      sectionKey: "filing",
      questionKey: "site_address",
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
    id = await flaggedApplication(world, officer, items);
  });

  const draft = async () => (await findDraft(world.portal.ctx(world.owner), id))!;
  const save = (sectionKey: string, ...operations: Parameters<typeof saveAnswers>[1]["operations"]) =>
    saveAnswers(world.portal.ctx(world.editor), { applicationId: id, sectionKey, operations });
  const answered = async () =>
    (await listCorrectionItems(world.portal.db.read, id, 1)).map((item) => item.answeredAt !== null);
  const chart = async () => (await draft()).files.find((file) => file.questionKey === "a05_ownership_chart")!;

  const reply = async (index: number, text: string, seen = "", who = world.editor) => {
    const item = (await listCorrectionItems(world.portal.db.read, id, 1))[index]!;
    return replyToFlag(world.portal.ctx(who), { applicationId: id, itemId: item.id, reply: text, seen });
  };
  /** Changes the first flag's question and explains the other two. */
  const settle = async (county = "原平市") => {
    await save("filing", set("site_address", site(county), 1));
    await reply(1, "章程正在变更登记，比例以章程为准。");
    await reply(2, "实际控制人已在图中第二层标出。");
  };

  it("goes back only when every flag is answered or explained", async () => {
    await save("filing", set("site_address", site("原平市"), 1));
    await reply(1, "章程正在变更登记，比例以章程为准。");
    expect(await world.submit(id)).toEqual({ ok: false, reason: "flags_open" });
    await reply(2, "图中第二层即是。");
    // Taken back, it is open again.
    await reply(2, "  ", "图中第二层即是。");
    expect(await world.submit(id)).toEqual({ ok: false, reason: "flags_open" });
    await reply(2, "实际控制人已在图中第二层标出。");
    expect(await world.submit(id)).toMatchObject({ ok: true });
    expect(await reply(2, "再补一句", "实际控制人已在图中第二层标出。")).toEqual({
      ok: false,
      reason: "not_editable",
    });
  });

  it("keeps a colleague's explanation, and shows neither viewers nor strangers how to write one", async () => {
    expect(await reply(1, "甲的说明")).toEqual({ ok: true });
    expect(await reply(1, "乙的说明")).toEqual({ ok: false, reason: "stale" });
    expect(await reply(1, "乙的说明", "甲的说明")).toEqual({ ok: true });
    expect(await reply(1, "长".repeat(501), "乙的说明")).toEqual({ ok: false, reason: "too_long" });
    expect(await reply(1, "x", "乙的说明", world.viewer)).toEqual({ ok: false, reason: "not_editable" });
    expect(await reply(1, "x", "乙的说明", world.stranger)).toEqual({ ok: false, reason: "not_found" });
    const replies = (await listCorrectionItems(world.portal.db.read, id, 1)).map((item) => item.reply);
    expect(replies).toEqual(["", "乙的说明", ""]);
    expect((await world.portal.events()).at(-1)).toMatchObject({ type: "correction.replied" });
  });

  it("opens one cell where one cell was flagged, and the one file where a file was", async () => {
    const { id: fileId } = await chart();
    await world.portal.db.write(async (trx) => {
      const [, row, file] = await listCorrectionItems(trx, id, 1);
      const items = trx.updateTable("correction_item");
      await items.set({ question_key: "shareholders/r2/ratio" }).where("id", "=", row!.id).execute();
      await items.set({ file_id: fileId }).where("id", "=", file!.id).execute();
    });
    expect(await save("ownership", set("shareholders/r2/ratio", "20.0001", 1))).toMatchObject({ ok: true });
    for (const operation of [
      set("shareholders/r2/subscribed", "3", 1),
      { kind: "remove_row", opId: crypto.randomUUID(), table: "shareholders", rowId: "r2", baseVersion: 1 },
      { kind: "add_row", opId: crypto.randomUUID(), table: "shareholders", rowId: "r99" },
    ] as Parameters<typeof save>[1][])
      expect(await save("ownership", operation)).toEqual({ ok: false, reason: "not_flagged" });

    const ctx = world.portal.ctx(world.editor);
    const add = (text: string, replaces?: string) =>
      addFile(ctx, {
        ...{ applicationId: id, questionKey: "a05_ownership_chart", fileName: "新图.pdf", replaces },
        content: Readable.from([pdf(text)]),
      });
    const refused = { ok: false, reason: "not_flagged" };
    expect(await add("beside it")).toEqual(refused);
    expect(await removeFile(ctx, { applicationId: id, fileId })).toEqual(refused);
    const first = await add("in its place", fileId);
    if (!first.ok) throw new Error(first.reason);
    expect(await answered()).toEqual([false, true, true]);
    // What took its place may be replaced again; bringing the flagged one back opens the flag again.
    expect(await add("once more", first.fileId)).toMatchObject({ ok: true });
    expect(await restoreFile(ctx, { applicationId: id, fileId: first.fileId })).toMatchObject({ ok: true });
    expect(await answered()).toEqual([false, true, true]);
    expect(await restoreFile(ctx, { applicationId: id, fileId })).toMatchObject({ ok: true });
    expect(await answered()).toEqual([false, true, false]);
  });

  it("is judged flag by flag before it is accepted or returned again", async () => {
    await settle();
    expect(await world.submit(id)).toMatchObject({ ok: true });
    const { version } = (await draft()).head;
    const office = world.portal.ctx(officer);
    const started = await startFormalCheck(office, { applicationId: id, version, evenThoughOpen: true });
    if (!started.ok) throw new Error(started.reason);
    const ids = (await listCorrectionItems(world.portal.db.read, id, 1)).map((item) => item.id);
    const good = Object.fromEntries(
      formalCheckCodes.map((code) => [code, { result: "ok", note: "" } as const]),
    );
    const input = { checkId: started.checkId, version: 1, checklist: good };
    const verdicts = Object.fromEntries(ids.map((flag) => [flag, "solved" as const]));
    const unjudged = ids.map((flag) => ({ problem: "flag_unjudged", flag }));
    expect(await acceptApplication(office, input)).toEqual({
      ...{ ok: false, reason: "problems", problems: unjudged },
    });
    expect(await requestCorrection(office, { ...input, items: items.slice(0, 1) })).toEqual({
      ...{ ok: false, reason: "problems", problems: unjudged },
    });
    const unsolved = { ...verdicts, [ids[0]!]: "unsolved" as const };
    expect(await acceptApplication(office, { ...input, verdicts: unsolved })).toEqual({
      ...{ ok: false, reason: "problems", problems: [{ problem: "flag_unsolved", flag: ids[0] }] },
    });
    expect(await acceptApplication(office, { ...input, verdicts })).toEqual({ ok: true });
  });

  it("opens what was flagged and nothing else, row by row", async () => {
    expect((await draft()).corrections).toMatchObject(items);
    expect(await save("filing", set("site_address", site("原平市"), 1))).toMatchObject({ ok: true });
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
    await settle();
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
    expect(await save("filing", set("site_address", site("忻府区"), 2))).toEqual({
      ok: false,
      reason: "not_editable",
    });
  });

  it("is over at its deadline to the millisecond", async () => {
    const { dueAt } = (await draft()).head;
    const now = world.portal.now;
    world.portal.now = new Date(Date.parse(dueAt!) - 1);
    expect(await save("filing", set("site_address", site("原平市"), 1))).toMatchObject({ ok: true });
    world.portal.now = new Date(dueAt!);
    expect(await save("filing", set("site_address", site("忻府区"), 2))).toEqual({
      ok: false,
      reason: "not_editable",
    });
    expect(await world.submit(id)).toEqual({ ok: false, reason: "closed" });
    world.portal.now = now;
    expect((await draft()).raw["site_address"]).toEqual(site("原平市"));
  });

  it("comes in the last millisecond or lapses, never both", async () => {
    await settle();
    const { dueAt } = (await draft()).head;
    const input = await world.signing(id);
    const owner = { ...world.portal.ctx(world.owner), now: new Date(Date.parse(dueAt!) - 1) };
    const worker = { ...world.portal.ctx(system), now: new Date(dueAt!) };
    const [returned] = await Promise.all([submitApplication(owner, input), lapseCorrections(worker)]);
    const { state } = (await draft()).head;
    expect(state).toBe(returned.ok ? "formal_review" : "not_accepted");
    const types = (await world.portal.events())
      .filter(({ application_id }) => application_id === id)
      .map(({ type }) => type);
    expect(
      types.filter((type) => type === "application.resubmitted" || type === "application.lapsed"),
    ).toHaveLength(1);
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
    await settle();
    expect(await world.submit(id)).toMatchObject({ ok: true });
  });

  it("is stopped by a fault in what was flagged", async () => {
    await settle("");
    expect(await world.submit(id)).toMatchObject({
      ok: false,
      reason: "incomplete",
      issues: [{ path: "site_address" }],
    });
  });
});

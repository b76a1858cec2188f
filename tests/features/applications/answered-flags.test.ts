import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { isSettled } from "#app/domain/applications/correction.ts";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { listCorrectionItems } from "#app/features/applications/list-correction-items.ts";
import { replyToFlag } from "#app/features/applications/reply-to-flag.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { removeFile } from "#app/features/files/remove-file.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { type FilingCompany, filingCompany, pdf, set } from "./filing-company.ts";
import { flaggedApplication } from "./flagged-application.ts";

describe.each(DIALECTS)("a flag on %s", (dialect) => {
  let world: FilingCompany;
  let officer: PersonActor;
  let id: string;
  const items = [
    { sectionKey: "filing", questionKey: "site_address", reason: "与建设地点不符。", wanted: "更正" },
    { sectionKey: "ownership", questionKey: "shareholders/r2", reason: "比例不符。", wanted: "更正" },
    { sectionKey: "ownership", questionKey: "a05_ownership_chart", reason: "缺控制人。", wanted: "重传" },
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
  const reply = async (index: number, text: string) => {
    const item = (await listCorrectionItems(world.portal.db.read, id, 1))[index]!;
    const input = { applicationId: id, itemId: item.id, reply: text, seen: "" };
    return replyToFlag(world.portal.ctx(world.editor), input);
  };

  it("is not answered by a change that was changed back, whatever it is written like", async () => {
    const { raw } = await draft();
    const ratio = rowsOf(raw, "shareholders").find((row) => row.id === "r2")!.cells["ratio"] as string;
    const moved = ["140900", "原平市", "示例大街18号"];
    const [city = "", county, detail] = raw["site_address"] as string[];
    const spaced = [city, `  ${county} `, `${detail}  `];
    await save("filing", set("site_address", moved, 1));
    await save("ownership", set("shareholders/r2/ratio", "20.5", 1));
    expect(await answered()).toEqual([true, true, false]);
    await save("filing", set("site_address", spaced, 2));
    await save("ownership", set("shareholders/r2/ratio", `${ratio}0`, 2));
    expect(await answered()).toEqual([false, false, false]);
    await reply(0, "县区没有错，建设地点就在这里。");
    expect((await listCorrectionItems(world.portal.db.read, id, 1)).map(isSettled)).toEqual([
      true,
      false,
      false,
    ]);
    await save("filing", set("site_address", moved, 3));
    expect(await answered()).toEqual([true, false, false]);
  });

  it("is not answered by a row taken out and typed again, nor by the same file once more", async () => {
    await world.portal.db.write((trx) =>
      trx
        .updateTable("correction_item")
        .set({ question_key: "shareholders" })
        .where("question_key", "=", "shareholders/r2")
        .execute(),
    );
    const rows = rowsOf((await draft()).raw, "shareholders");
    const last = rows.at(-1)!;
    const op = () => ({ opId: crypto.randomUUID(), baseVersion: 9 });
    expect(
      await save("ownership", {
        ...op(),
        kind: "remove_row",
        table: "shareholders",
        rowId: last.id,
      }),
    ).toMatchObject({ ok: true });
    expect(await answered()).toEqual([false, true, false]);
    await save(
      "ownership",
      { ...op(), kind: "add_row", table: "shareholders", rowId: "again", after: rows.at(-2)!.id },
      ...Object.entries(last.cells).map(([column, value]) => set(`shareholders/again/${column}`, value)),
    );
    expect(await answered()).toEqual([false, false, false]);

    const ctx = world.portal.ctx(world.editor);
    const flagged = await chart();
    const bytes = pdf(`a05_ownership_chart ${flagged.name}`);
    const upload = (content: Buffer, replaces?: string) =>
      addFile(ctx, {
        ...{ applicationId: id, questionKey: "a05_ownership_chart", fileName: flagged.name, replaces },
        content: Readable.from([content]),
      });
    const other = await upload(pdf("another"), flagged.id);
    if (!other.ok) throw new Error(other.reason);
    expect(await answered()).toEqual([false, false, true]);
    expect(await upload(bytes, other.fileId)).toMatchObject({ ok: true });
    expect(await answered()).toEqual([false, false, false]);
    expect(await removeFile(ctx, { applicationId: id, fileId: (await chart()).id })).toMatchObject({
      ok: true,
    });
    expect(await answered()).toEqual([false, false, true]);
  });
});

import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor, PersonActor } from "#app/domain/accounts/actor.ts";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { addFile, type AddedFile } from "#app/features/files/add-file.ts";
import { findFile } from "#app/features/files/find-file.ts";
import { listFileChanges } from "#app/features/files/list-file-changes.ts";
import { removeFile } from "#app/features/files/remove-file.ts";
import { restoreFile } from "#app/features/files/restore-file.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { type FilingCompany, filingCompany, pdf } from "#tests/features/applications/filing-company.ts";

const chart = "a05_ownership_chart";

describe.each(DIALECTS)("files on %s", (dialect) => {
  let world: FilingCompany;
  let officer: PersonActor;
  let reviewer: PersonActor;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany(dialect);
    officer = (await addStaff(world.portal, "officer@example.com", "officer")).actor;
    reviewer = (await addStaff(world.portal, "reviewer@example.com", "reviewer")).actor;
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.start();
  });

  const add = (
    words: string,
    changes: Partial<Parameters<typeof addFile>[1]> = {},
    actor: Actor = world.editor,
  ) =>
    addFile(world.portal.ctx(actor), {
      applicationId: id,
      questionKey: chart,
      fileName: `${words}.pdf`,
      content: Readable.from([pdf(words)]),
      ...changes,
    });
  const idOf = (added: AddedFile): string => {
    if (!added.ok) throw new Error(added.reason);
    return added.fileId;
  };
  const draft = async () => (await findDraft(world.portal.ctx(world.owner), id))!;
  const stored = async () => {
    let count = 0;
    for await (const key of world.portal.files.list()) if (key) count += 1;
    return count;
  };
  const read = async (fileId: string, actor: Actor) => {
    const file = await findFile(world.portal.ctx(actor), fileId);
    if (!file) return undefined;
    return (await (await file.open()).toArray()).join("");
  };

  it("are kept with hash, size and name, several to a question, and come back byte for byte", async () => {
    const [first, second] = [idOf(await add("one")), idOf(await add("two"))];
    expect((await draft()).files).toMatchObject([
      { id: first, questionKey: chart, name: "one.pdf", size: pdf("one").length, mime: "application/pdf" },
      { id: second, name: "two.pdf" },
    ]);
    expect((await draft()).env.files[chart]).toHaveLength(2);
    expect(await read(first, world.viewer)).toBe(pdf("one").toString());
    const file = await findFile(world.portal.ctx(world.owner), first);
    expect((await (await file!.open({ start: 0, end: 4 })).toArray()).join("")).toBe("%PDF-");
  });

  it.each([
    ["a name the question does not take", { fileName: "one.txt" }, "extension-not-allowed"],
    ["content that is not what the name says", { content: Readable.from(["<html>"]) }, "content-mismatch"],
    ["an empty file", { content: Readable.from([]) }, "empty"],
    ["a question that takes no files", { questionKey: "project_name_zh" }, "no_such_question"],
    ["a question of no form", { questionKey: "nothing" }, "no_such_question"],
    ["an application of nobody", { applicationId: "nothing" }, "not_found"],
    ["a file to replace that is not there", { replaces: "nothing" }, "nothing_to_replace"],
  ])("refuses %s and keeps no bytes of it", async (_what, changes, reason) => {
    const before = await stored();
    expect(await add("refused", changes)).toEqual({ ok: false, reason });
    expect(await stored()).toBe(before);
    expect((await draft()).files).toEqual([]);
  });

  it("refuses what is larger than the question allows", async () => {
    const megabyte = Buffer.alloc(1024 * 1024, "x");
    const large = Readable.from(
      (async function* () {
        yield pdf("large");
        for (let i = 0; i < 20; i++) yield megabyte;
      })(),
    );
    const before = await stored();
    expect(await add("large", { content: large })).toEqual({ ok: false, reason: "too-large" });
    expect(await stored()).toBe(before);
  });

  it("refuses the very same file twice, and more files than the question takes", async () => {
    await add("same");
    expect(await add("same")).toEqual({ ok: false, reason: "already_there" });
    for (const words of ["2", "3", "4", "5"]) expect(await add(words)).toMatchObject({ ok: true });
    expect(await add("6")).toEqual({ ok: false, reason: "too_many" });
  });

  it("lets two uploads at once not exceed the limit together", async () => {
    for (const words of ["1", "2", "3", "4"]) await add(words);
    const results = await Promise.all([add("a"), add("b"), add("c")]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await draft()).files).toHaveLength(5);
  });

  it("are replaced with the earlier version kept until the submission, and restored until then", async () => {
    const old = idOf(await add("old"));
    const fresh = idOf(await add("new", { replaces: old }));
    let { files, replacedFiles } = await draft();
    expect(files.map((file) => file.id)).toEqual([fresh]);
    expect(replacedFiles).toMatchObject([{ id: old, replacedBy: fresh }]);
    expect(await read(old, world.owner)).toBe(pdf("old").toString());
    expect(
      await restoreFile(world.portal.ctx(world.editor), { applicationId: id, fileId: old }),
    ).toMatchObject({ ok: true });
    ({ files, replacedFiles } = await draft());
    expect(files.map((file) => file.id)).toEqual([old]);
    expect(replacedFiles).toEqual([]);
    expect(await read(fresh, world.owner)).toBeUndefined();
    const newer = idOf(await add("newer", { replaces: old }));
    await world.complete(id);
    expect(await world.submit(id)).toMatchObject({ ok: true });
    ({ files, replacedFiles } = await draft());
    expect(files.some((file) => file.id === newer)).toBe(true);
    expect(replacedFiles).toEqual([]);
    expect(await read(old, world.owner)).toBeUndefined();
  });

  it("of three versions the first can come back, and then it stands alone", async () => {
    const first = idOf(await add("first"));
    const second = idOf(await add("second", { replaces: first }));
    idOf(await add("third", { replaces: second }));
    const restored = await restoreFile(world.portal.ctx(world.editor), { applicationId: id, fileId: first });
    expect(restored).toMatchObject({ ok: true });
    const { files, replacedFiles } = await draft();
    expect([files.map((file) => file.id), replacedFiles]).toEqual([[first], []]);
  });

  it("have a history: who added, replaced, brought back and removed what, and when", async () => {
    const list = (who: Actor, more: object = {}) =>
      listFileChanges(world.portal.ctx(who), { applicationId: id, questionKeys: [chart], ...more });
    const told = (changes: Awaited<ReturnType<typeof list>>) =>
      changes.map(({ kind, by, file, replaced }) => [kind, by, file.name, replaced?.name, replaced?.isKept]);
    const [owner, editor] = [world.owner.personId, world.editor.personId];
    const old = idOf(await add("old", {}, world.owner));
    world.portal.pass(60_000);
    const fresh = idOf(await add("new", { replaces: old }));
    const replacing = ["replaced", editor, "new.pdf", "old.pdf"];
    expect(told(await list(world.viewer))).toEqual([
      [...replacing, true],
      ["added", owner, "old.pdf", undefined, undefined],
    ]);
    const [{ at, file }] = (await list(world.owner)) as [Awaited<ReturnType<typeof list>>[number]];
    expect([at, file.size]).toEqual([world.portal.now.toISOString(), pdf("new").length]);
    world.portal.pass(60_000);
    await restoreFile(world.portal.ctx(world.owner), { applicationId: id, fileId: old });
    world.portal.pass(60_000);
    await removeFile(world.portal.ctx(world.editor), { applicationId: id, fileId: old });
    expect(told(await list(world.owner))).toEqual([
      ["removed", editor, "old.pdf", undefined, undefined],
      ["restored", owner, "old.pdf", "new.pdf", false],
      [...replacing, false],
      ["added", owner, "old.pdf", undefined, undefined],
    ]);
    expect(told(await list(world.owner, { until: at }))).toHaveLength(2);
    expect(told(await list(world.owner, { after: at }))).toHaveLength(2);
    expect(await list(world.owner, { questionKeys: ["a01_business_licence"] })).toEqual([]);
    for (const other of [officer, reviewer, world.stranger, anonymous]) expect(await list(other)).toEqual([]);
    expect(await world.portal.db.statementsDuring(() => list(world.owner))).toHaveLength(2);
    expect(await restoreFile(world.portal.ctx(world.owner), { applicationId: id, fileId: fresh })).toEqual({
      ...{ ok: false, reason: "no_such_file" },
    });
  });

  it("are removed from the draft, while a submission keeps its own", async () => {
    await world.complete(id);
    await world.submit(id);
    const file = (await draft()).files.find((each) => each.questionKey === chart)!;
    expect(
      await removeFile(world.portal.ctx(world.editor), { applicationId: id, fileId: file.id }),
    ).toMatchObject({
      ok: true,
      questionKey: chart,
    });
    expect((await draft()).files.some((each) => each.id === file.id)).toBe(false);
    expect(await read(file.id, officer)).toBeDefined();
    expect(await removeFile(world.portal.ctx(world.editor), { applicationId: id, fileId: file.id })).toEqual({
      ok: false,
      reason: "no_such_file",
    });
  });

  it("are changed by owners and editors of the company alone", async () => {
    expect(await add("x", {}, world.viewer)).toEqual({ ok: false, reason: "not_editable" });
    expect(await add("x", {}, world.stranger)).toEqual({ ok: false, reason: "not_found" });
    expect(await add("x", {}, officer)).toEqual({ ok: false, reason: "not_found" });
    const file = idOf(await add("mine"));
    for (const [actor, reason] of [
      [world.viewer, "not_editable"],
      [world.stranger, "not_found"],
    ] as const)
      expect(await removeFile(world.portal.ctx(actor), { applicationId: id, fileId: file })).toEqual({
        ok: false,
        reason,
      });
  });

  it("are read by the company, by staff once submitted, by a reviewer once declared, by nobody else", async () => {
    const before = idOf(await add("in the draft"));
    for (const actor of [world.stranger, officer, reviewer, anonymous])
      expect(await read(before, actor)).toBeUndefined();
    await world.complete(id);
    await world.submit(id);
    const later = idOf(await add("after the submission"));
    const submitted = (await draft()).files.find((file) => file.questionKey.startsWith("a01"))!.id;
    expect(await read(submitted, officer)).toBeDefined();
    expect(await read(later, officer)).toBeUndefined();
    for (const actor of [world.stranger, reviewer, anonymous])
      expect(await read(submitted, actor)).toBeUndefined();

    const assign = (state: "assigned" | "accepted", declaredAt: string | null) =>
      world.portal.db.write(async (trx) => {
        await trx.deleteFrom("assignment").where("application_id", "=", id).execute();
        await trx
          .insertInto("assignment")
          .values({
            id: newId(),
            application_id: id,
            reviewer_id: reviewer.personId,
            state,
            due_at: "2026-12-31T00:00:00.000Z",
            assigned_by: officer.personId,
            assigned_at: world.portal.now.toISOString(),
            declared_at: declaredAt,
            declaration: null,
            decline_reason: "",
            version: 1,
          })
          .execute();
      });
    await assign("assigned", null);
    expect(await read(submitted, reviewer)).toBeUndefined();
    await assign("accepted", world.portal.now.toISOString());
    expect(await read(submitted, reviewer)).toBeDefined();
    expect(await read(later, reviewer)).toBeUndefined();

    for (const person of [officer, reviewer])
      await world.portal.db.write((trx) =>
        trx
          .insertInto("conflict")
          .values({
            id: newId(),
            application_id: id,
            person_id: person.personId,
            source: "office",
            kind: "employer",
            note: "",
            state: "confirmed",
            created_at: world.portal.now.toISOString(),
            created_by: null,
            judged_by: null,
            judged_at: null,
          })
          .execute(),
      );
    for (const actor of [officer, reviewer]) expect(await read(submitted, actor)).toBeUndefined();
  });

  it("are found in two statements at most", async () => {
    const file = idOf(await add("counted"));
    await findFile(world.portal.ctx(world.owner), file);
    const statements = await world.portal.db.statementsDuring(() =>
      findFile(world.portal.ctx(world.owner), file),
    );
    expect(statements).toHaveLength(1);
  });
});

import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { addFile } from "#app/features/files/add-file.ts";
import { findFile } from "#app/features/files/find-file.ts";
import { listFileChanges } from "#app/features/files/list-file-changes.ts";
import { removeFile } from "#app/features/files/remove-file.ts";
import { restoreFile } from "#app/features/files/restore-file.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type FilingCompany, filingCompany, pdf } from "#tests/features/applications/filing-company.ts";

const chart = "a05_ownership_chart";

describe.each(DIALECTS)("files that were removed, on %s", (dialect) => {
  let world: FilingCompany;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany(dialect);
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.start();
  });

  const add = async (words: string, replaces?: string): Promise<string> => {
    const added = await addFile(world.portal.ctx(world.editor), {
      ...{ applicationId: id, questionKey: chart, fileName: `${words}.pdf`, replaces },
      content: Readable.from([pdf(words)]),
    });
    if (!added.ok) throw new Error(added.reason);
    return added.fileId;
  };
  const draft = async () => (await findDraft(world.portal.ctx(world.owner), id))!;
  const read = async (fileId: string) => {
    const file = await findFile(world.portal.ctx(world.owner), fileId);
    return file && (await (await file.open()).toArray()).join("");
  };

  it("come back until the next submission and within the question's limits", async () => {
    const restore = (fileId: string, actor: PersonActor = world.editor) =>
      restoreFile(world.portal.ctx(actor), { applicationId: id, fileId });
    const remove = (fileId: string) =>
      removeFile(world.portal.ctx(world.editor), { applicationId: id, fileId });
    const history = async () =>
      (
        await listFileChanges(world.portal.ctx(world.owner), { applicationId: id, questionKeys: [chart] })
      ).map(({ kind, file }) => [kind, file.name, file.isKept]);
    const mine = await add("mine");
    world.portal.pass(60_000);
    await remove(mine);
    expect(await history()).toEqual([
      ["removed", "mine.pdf", true],
      ["added", "mine.pdf", false],
    ]);
    expect(await restore(mine, world.viewer)).toEqual({ ok: false, reason: "not_editable" });
    expect(await restore(mine, world.stranger)).toEqual({ ok: false, reason: "not_found" });
    world.portal.pass(60_000);
    expect(await restore(mine)).toEqual({ ok: true, questionKey: chart });
    expect((await draft()).files.map((file) => file.id)).toEqual([mine]);
    expect(await read(mine)).toBe(pdf("mine").toString());
    expect(await history()).toEqual([
      ["restored", "mine.pdf", false],
      ["removed", "mine.pdf", false],
      ["added", "mine.pdf", false],
    ]);
    expect(await restore(mine)).toEqual({ ok: false, reason: "no_such_file" });

    await remove(mine);
    const again = await add("mine");
    expect(await restore(mine)).toEqual({ ok: false, reason: "already_there" });
    const fresh = await add("fresh", again);
    for (const name of ["b", "c", "d", "e"]) await add(name);
    expect(await restore(mine)).toEqual({ ok: false, reason: "too_many" });
    // What a restoration took away was removed by nobody.
    await restore(again);
    expect(await restore(fresh)).toEqual({ ok: false, reason: "no_such_file" });

    world.portal.pass(60_000);
    const last = (await draft()).files.at(-1)!.id;
    await remove(last);
    world.portal.pass(60_000);
    await world.complete(id);
    expect(await world.submit(id)).toMatchObject({ ok: true });
    expect(await restore(last)).toEqual({ ok: false, reason: "no_such_file" });
    expect((await history()).filter(([, , isKept]) => isKept)).toEqual([]);
  });
});

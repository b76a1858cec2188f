import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  carriedOpId,
  carryOperations,
  compareAnswers,
  fromProfile,
  originOf,
} from "#app/domain/applications/draft/carry-over.ts";
import { baseOf } from "#app/domain/applications/draft/rendered-base.ts";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import { carryOver } from "#app/features/applications/carry-over.ts";
import { deleteDraft } from "#app/features/applications/delete-draft.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { findEarlierApplication, listCarrySources } from "#app/features/applications/list-carry-sources.ts";
import { profileForm } from "#app/features/profile-form.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { copyFile } from "#app/features/files/copy-file.ts";
import { findFile } from "#app/features/files/find-file.ts";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";

describe.each(DIALECTS)("taking over from an earlier application on %s", (dialect) => {
  let world: FilingCompany;
  let earlier: string;
  beforeAll(async () => {
    world = await filingCompany(dialect);
    earlier = await world.completed();
    const submitted = await world.submit(earlier);
    if (!submitted.ok) throw new Error(submitted.reason);
  });
  afterAll(() => world.portal.destroy());

  const draftOf = async (id: string) => (await findDraft(world.portal.ctx(world.owner), id))!;
  const source = async (actor: PersonActor = world.owner) =>
    findEarlierApplication(world.portal.ctx(actor), { id: earlier, companyId: world.companyId });

  /** Shows the differences of one section, and takes what is not answered here, and more if it is named. */
  async function take(id: string, sectionKey: string, over: readonly string[] = []) {
    const draft = await draftOf(id);
    const found = (await source())!;
    const carried = compareAnswers(draft.definition, draft.raw, found.source);
    const { questions } = carried.find(({ section }) => section.section.key === sectionKey)!;
    const chosen = questions.filter(
      ({ overwrites, question }) => !overwrites || over.includes(question.field.key),
    );
    const operations = carryOperations({
      questions: chosen,
      base: baseOf(draft.sections.get(sectionKey)?.fields ?? {}),
      newOpId: () => carriedOpId(earlier, randomUUID()),
    });
    return () =>
      carryOver(world.portal.ctx(world.editor), {
        applicationId: id,
        from: earlier,
        sections: [{ sectionKey, operations }],
      });
  }
  const type = (id: string, sectionKey: string, ...operations: Parameters<typeof set>[]) =>
    saveAnswers(world.portal.ctx(world.owner), {
      applicationId: id,
      sectionKey,
      operations: operations.map((each) => set(...each)),
    });

  it("offers the company's other applications, as they were submitted, and to nobody else", async () => {
    const id = await world.start();
    const { head } = await draftOf(id);
    const offered = await listCarrySources(world.portal.ctx(world.owner), head);
    expect(offered.map((each) => each.id)).toContain(earlier);
    expect(offered.map((each) => each.id)).not.toContain(id);
    await type(earlier, "filing", ["summary", "之后改的", 1]);
    const found = (await source())!;
    expect(found.version).toBe(1);
    expect(await listCarrySources(world.portal.ctx(world.stranger), head)).toEqual([]);
    expect(await source(world.stranger)).toBeUndefined();
  });

  it("fills what is empty, keeps what stands, and says in the record where it came from", async () => {
    const id = await world.start();
    await type(id, "filing", ["project_name_zh", "另一个项目"]);
    expect(await (await take(id, "filing"))()).toMatchObject({ ok: true, left: 0 });
    const before = await draftOf(earlier);
    const after = await draftOf(id);
    expect(after.raw["project_name_zh"]).toBe("另一个项目");
    expect(after.raw["significance"]).toBe(before.raw["significance"]);
    const event = await world.portal.db.read
      .selectFrom("event")
      .select(["data", "actor_id"])
      .where("application_id", "=", id)
      .where("type", "=", "application.answers_carried_over")
      .executeTakeFirstOrThrow();
    expect(event.actor_id).toBe(world.editor.personId);
    expect(JSON.parse(event.data)).toMatchObject({ from: earlier, sections: ["filing"] });
    const changes = await world.portal.db.read
      .selectFrom("answer_change")
      .select(["op_id", "person_id"])
      .where("application_id", "=", id)
      .where("path", "=", "significance")
      .execute();
    expect(changes.map((change) => [originOf(change.op_id), change.person_id])).toEqual([
      [earlier, world.editor.personId],
    ]);
  });

  it("overwrites only what was chosen, tables row by row, and is the same when pressed twice", async () => {
    const id = await world.start();
    await type(
      id,
      "plan",
      ["milestones/r1/milestone", "只在这里"],
      ["milestones/mine/milestone", "也只在这里"],
    );
    await (
      await take(id, "plan")
    )();
    expect(rowsOf((await draftOf(id)).raw, "milestones")).toHaveLength(2);
    const press = await take(id, "plan", ["milestones"]);
    await press();
    await press();
    const rows = rowsOf((await draftOf(id)).raw, "milestones");
    expect(rows.map(({ cells }) => cells)).toEqual(
      rowsOf((await draftOf(earlier)).raw, "milestones").map(({ cells }) => cells),
    );
  });

  it("leaves what a colleague typed meanwhile", async () => {
    const id = await world.start();
    const press = await take(id, "filing");
    await type(id, "filing", ["significance", "同事刚写的"]);
    expect(await press()).toMatchObject({ ok: true, left: 1 });
    expect((await draftOf(id)).raw["significance"]).toBe("同事刚写的");
  });

  it("takes nothing into an application that may not be changed", async () => {
    const id = await world.start();
    const press = await take(id, "filing");
    const moved = await carryOver(world.portal.ctx(world.viewer), {
      applicationId: id,
      from: earlier,
      sections: [{ sectionKey: "filing", operations: [set("significance", "不行")] }],
    });
    expect(moved).toEqual({ ok: false, reason: "not_editable" });
    expect((await draftOf(id)).raw["significance"]).toBeUndefined();
    expect(await press()).toMatchObject({ ok: true });
  });

  it("names the same bytes of a file, which outlive the draft they came from", async () => {
    const from = await world.completed();
    const id = await world.start();
    const [file] = (await draftOf(from)).files;
    const copy = (actor: PersonActor) =>
      copyFile(world.portal.ctx(actor), {
        applicationId: id,
        questionKey: file!.questionKey,
        fileId: file!.id,
      });
    expect(await copy(world.viewer)).toMatchObject({ ok: false, reason: "not_editable" });
    expect(await copy(world.stranger)).toMatchObject({ ok: false, reason: "not_found" });
    const copied = await copy(world.editor);
    expect(copied).toMatchObject({ ok: true });
    expect(await copy(world.editor)).toMatchObject({ ok: false, reason: "already_there" });
    expect(await deleteDraft(world.portal.ctx(world.owner), { applicationId: from })).toEqual({ ok: true });
    const found = await findFile(world.portal.ctx(world.owner), (await draftOf(id)).files[0]!.id);
    expect(found).toMatchObject({ sha256: file!.sha256 });
    let size = 0;
    for await (const chunk of await found!.open()) size += (chunk as Uint8Array).byteLength;
    expect(size).toBe(file!.size);
  });

  it("compares with the profile by what each question starts from", async () => {
    const id = await world.start();
    const { definition, raw } = await draftOf(id);
    const changed = compareAnswers(definition, raw, fromProfile(profileForm, { name_zh: "新的企业名称" }));
    expect(changed.flatMap(({ questions }) => questions.map(({ question }) => question.field.key))).toEqual([
      "name_zh",
    ]);
    expect(changed[0]?.questions[0]?.overwrites).toBe(true);
  });
});

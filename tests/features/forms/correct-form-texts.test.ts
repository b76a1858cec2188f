import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import type { EditOperation } from "#app/domain/forms/edit/edit-operation.ts";
import { findNode } from "#app/domain/forms/edit/find-node.ts";
import { correctFormTexts } from "#app/features/forms/correct-form-texts.ts";
import { editFormDraft } from "#app/features/forms/edit-form-draft.ts";
import { findFormDraft } from "#app/features/forms/find-form-draft.ts";
import { listFormVersions } from "#app/features/forms/list-form-versions.ts";
import { listDraftPresence, noteDraftPresence } from "#app/features/forms/note-draft-presence.ts";
import { startFormDraft } from "#app/features/forms/start-form-draft.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { type FilingCompany, filingCompany } from "../applications/filing-company.ts";

const at = { kind: "question", key: "project_name_zh" } as const;

describe.each(DIALECTS)("texts of a form whose call has opened, on %s", (dialect) => {
  let world: FilingCompany;
  let officer: PersonActor;
  let administrator: PersonActor;
  let draftId: string;
  const applications = { draft: "", submitted: "" };

  beforeAll(async () => {
    world = await filingCompany(dialect);
    officer = (await addStaff(world.portal, "officer@fund.example", "officer")).actor;
    administrator = (await addStaff(world.portal, "administrator@fund.example", "administrator")).actor;
    applications.submitted = await world.completed();
    const submitted = await world.submit(applications.submitted);
    if (!submitted.ok) expect.fail(JSON.stringify(submitted));
    applications.draft = await world.start();
    const source = { kind: "call", callId: world.callId } as const;
    const started = await startFormDraft(ctx(officer), { callId: world.callId, source });
    if (!started.ok) return expect.fail(started.reason);
    draftId = started.draftId;
  }, 60_000);
  afterAll(() => world.portal.destroy());

  const ctx = (actor: PersonActor) => world.portal.ctx(actor);
  const draft = async () => (await findFormDraft(ctx(officer), draftId))!;
  const formOf = async (id: string) =>
    (
      await world.portal.db.read
        .selectFrom("application")
        .select("form_version_id as formId")
        .where("id", "=", id)
        .executeTakeFirstOrThrow()
    ).formId;
  const set = async (property: string, to: unknown): Promise<void> => {
    const from = findNode((await draft()).definition, at)!.node[property];
    const operation = {
      ...{ op: "set", at, property },
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    } as EditOperation;
    expect(await editFormDraft(ctx(officer), { draftId, operations: [operation] })).toMatchObject({
      ok: true,
    });
  };
  const correct = async (actor: PersonActor, reason = "题目写错", version?: number) =>
    correctFormTexts(ctx(actor), { draftId, reason, version: version ?? (await draft()).version });

  it("are not corrected where nothing differs, or more than texts, without a reason, or by those who may not", async () => {
    expect(await correct(officer)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await correct(administrator)).toEqual({ ok: false, reason: "nothing" });
    expect(await correct(administrator, "  ")).toEqual({ ok: false, reason: "no_reason" });
    const { required } = findNode((await draft()).definition, at)!.node;
    await set("required", false);
    expect(await correct(administrator)).toEqual({ ok: false, reason: "structure" });
    await set("required", required);
    expect(await correct(administrator, "题目写错", 1)).toEqual({ ok: false, reason: "stale" });
  });

  it("become a version with its reason, which drafts go on with and submissions do not", async () => {
    const before = await formOf(applications.draft);
    await set("label", { zh: "项目名称（中文全称）", en: "Full project title in Chinese" });
    await set("help", { zh: "与立项文件一致。", en: "As in the approval document." });
    const corrected = await correct(administrator);
    if (!corrected.ok) return expect.fail(corrected.reason);
    expect(corrected.drafts).toBe(1);
    expect(await formOf(applications.draft)).toBe(corrected.formId);
    expect(await formOf(applications.submitted)).toBe(before);

    const { call, versions } = (await listFormVersions(ctx(officer), world.callId))!;
    expect(call.formId).toBe(corrected.formId);
    expect(versions[0]).toMatchObject({ corrects: before, reason: "题目写错", id: corrected.formId });
    expect(versions[0]?.by).toBeTruthy();
    expect(versions[1]).toMatchObject({ id: before, by: null, corrects: null, reason: "" });
    expect(versions[0]!.version).toBe(versions[1]!.version + 1);
    const events = await world.portal.events();
    expect(events.filter(({ type }) => type === "form_draft.texts_corrected")).toHaveLength(1);
    expect(await correct(administrator)).toEqual({ ok: false, reason: "nothing" });
  });

  it("stand in a list, from which an earlier version becomes a draft again", async () => {
    const { versions } = (await listFormVersions(ctx(officer), world.callId))!;
    const source = { kind: "version", formId: versions.at(-1)!.id } as const;
    const started = await startFormDraft(ctx(officer), { callId: world.callId, source });
    if (!started.ok) return expect.fail(started.reason);
    const { definition } = (await findFormDraft(ctx(officer), started.draftId))!;
    expect(definition).toEqual(versions.at(-1)!.definition satisfies FormDefinition);
    expect(await listFormVersions(ctx(world.owner), world.callId)).toBeUndefined();
  });

  it("tell who else has the draft open, until they leave or are silent", async () => {
    const note = (actor: PersonActor, node: string, leaving = false) =>
      noteDraftPresence(ctx(actor), { draftId, node, leaving });
    expect(await note(world.owner, "")).toBe(false);
    expect(await note(administrator, "")).toBe(true);
    expect(await note(administrator, "question~~project_name_zh")).toBe(true);
    const others = async () => (await listDraftPresence(ctx(officer), draftId)).map(({ node }) => node);
    expect(await others()).toEqual(["question~~project_name_zh"]);
    expect(await listDraftPresence(ctx(administrator), draftId)).toEqual([]);
    await note(administrator, "", true);
    expect(await others()).toHaveLength(1);
    world.portal.pass(71_000);
    expect(await others()).toEqual([]);
    await note(administrator, "");
    await note(administrator, "", true);
    expect(await others()).toEqual([]);
  });
});

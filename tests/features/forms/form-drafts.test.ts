import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import type { EditOperation } from "#app/domain/forms/edit/edit-operation.ts";
import { readDefinitionFile } from "#app/domain/forms/read-definition-file.ts";
import { freshQuestion } from "#app/domain/forms/edit/fresh-node.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { assignFormDraft } from "#app/features/forms/assign-form-draft.ts";
import { editFormDraft } from "#app/features/forms/edit-form-draft.ts";
import { findFormDraft } from "#app/features/forms/find-form-draft.ts";
import { listDraftChanges } from "#app/features/forms/list-draft-changes.ts";
import { listFormDrafts } from "#app/features/forms/list-form-drafts.ts";
import { listForms } from "#app/features/forms/list-forms.ts";
import { publishFormDraft } from "#app/features/forms/publish-form-draft.ts";
import { startFormDraft } from "#app/features/forms/start-form-draft.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import { outsideForms, outsideFormText } from "#tests/world/outside-forms/outside-applications.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { addStaff } from "#tests/support/people.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

const both = (text: string) => ({ zh: text, en: text });

describe.each(DIALECTS)("form drafts on %s", (dialect) => {
  let portal: TestPortal;
  const people: Record<string, PersonActor> = {};
  let notOpen: string;
  let open: string;
  let draftId: string;

  beforeAll(async () => {
    portal = await testPortal(dialect);
    const times = { C5: { opensAt: "2026-11-01T00:00:00.000Z", closesAt: null } };
    await installProgramme(portal.ctx(system), programmeYear, fundProgramme, times);
    for (const role of ["officer", "administrator", "auditor", "committee_member"] as const)
      people[role] = (await addStaff(portal, `${role}@fund.example`, role)).actor;
    const calls = await listForms(portal.ctx(people["officer"]));
    notOpen = calls.find(({ code }) => code === "C7")!.id;
    open = calls.find(({ code }) => code === "C5")!.id;
  });
  afterAll(() => portal.destroy());

  beforeEach(async () => {
    const started = await startFormDraft(as("officer"), { callId: notOpen, source: { kind: "empty" } });
    if (!started.ok) return expect.fail(started.reason);
    draftId = started.draftId;
  });

  const as = (role: string) => portal.ctx(people[role]);
  const edit = (role: string, ...operations: EditOperation[]) =>
    editFormDraft(as(role), { draftId, operations });
  const draft = async () => (await findFormDraft(as("auditor"), draftId))!;
  const title = async (to: string, from?: string): Promise<EditOperation> => ({
    op: "set",
    property: "title",
    from: from === undefined ? (await draft()).definition.title : both(from),
    to: both(to),
  });
  const question = (key: string): EditOperation => ({
    op: "insert",
    kind: "question",
    into: "part_1_section/main",
    after: null,
    node: freshQuestion("money", key, both(key)),
  });

  it("are for those the policy names", async () => {
    expect(await listFormDrafts(as("committee_member"))).toEqual([]);
    expect(await findFormDraft(as("committee_member"), draftId)).toBeUndefined();
    const source = { kind: "empty" } as const;
    expect(await startFormDraft(as("auditor"), { callId: notOpen, source })).toMatchObject({ ok: false });
    expect(await edit("auditor", question("total"))).toEqual({ ok: false, reason: "not_allowed" });
    expect(await publishFormDraft(as("officer"), { draftId, version: 1 })).toMatchObject({
      reason: "not_allowed",
    });
  });

  it("start from another call's form under this call's code", async () => {
    const source = { kind: "call", callId: open } as const;
    const started = await startFormDraft(as("officer"), { callId: notOpen, source });
    if (!started.ok) return expect.fail(started.reason);
    const { definition } = (await findFormDraft(as("officer"), started.draftId))!;
    const c5 = fundProgramme.find(({ code }) => code === "C5")!.form as typeof definition;
    expect(definition).toEqual({ ...c5, code: "C7" });
  });

  it.each(outsideForms)("take %s from its file and give the same file back", async (name) => {
    const text = outsideFormText(name);
    const read = readDefinitionFile(text);
    if (!read.ok) return expect.fail(read.reason);
    const source = { kind: "file", definition: read.definition } as const;
    const started = await startFormDraft(as("officer"), { callId: null, source });
    if (!started.ok) return expect.fail(started.reason);
    const { definition } = (await findFormDraft(as("officer"), started.draftId))!;
    expect(`${JSON.stringify(definition, null, 2)}\n`).toBe(text);
  });

  it("stand for themselves until they are given to a call that has not opened", async () => {
    const free = { callId: null, source: { kind: "empty" } } as const;
    expect(await startFormDraft(as("officer"), free)).toMatchObject({ reason: "no_title" });
    const started = await startFormDraft(as("officer"), { ...free, title: both("Survey") });
    if (!started.ok) return expect.fail(started.reason);
    const own = { draftId: started.draftId };
    const find = async () => (await findFormDraft(as("officer"), own.draftId))!;
    expect(await find()).toMatchObject({ callId: null, callState: null, definition: { code: "FORM" } });
    expect((await listFormDrafts(as("officer"))).map(({ id }) => id)).toContain(own.draftId);
    const publish = () => publishFormDraft(as("administrator"), { ...own, version: 1 });
    expect(await publish()).toMatchObject({ reason: "no_call" });
    const assign = (role: string, callId: string) => assignFormDraft(as(role), { ...own, callId });
    expect(await assign("auditor", notOpen)).toMatchObject({ reason: "not_allowed" });
    expect(await assign("officer", "none")).toMatchObject({ reason: "no_call" });
    expect(await assign("officer", open)).toMatchObject({ reason: "opened" });
    expect(await assign("officer", notOpen)).toEqual({ ok: true });
    expect(await assign("officer", notOpen)).toMatchObject({ reason: "has_call" });
    expect(await find()).toMatchObject({
      callId: notOpen,
      definition: { code: "C7", title: both("Survey") },
    });
  });

  it("are taken over from a file as it is, or in place of what stands, and that is taken back", async () => {
    const definition = fundProgramme.find(({ code }) => code === "C5")!.form as FormDefinition;
    const source = { kind: "file", definition } as const;
    const started = await startFormDraft(as("officer"), { callId: null, source });
    if (!started.ok) return expect.fail(started.reason);
    expect((await findFormDraft(as("officer"), started.draftId))!.definition).toEqual(definition);
    const copy = await startFormDraft(as("officer"), {
      callId: null,
      source: { kind: "draft", draftId: started.draftId },
    });
    expect(copy.ok).toBe(true);

    const before = (await draft()).definition;
    expect(await edit("officer", { op: "replace", from: definition, to: definition })).toMatchObject({
      problem: { code: "changed" },
    });
    expect(await edit("officer", { op: "replace", from: before, to: definition })).toMatchObject({
      ok: true,
    });
    expect((await draft()).definition).toEqual({ ...definition, code: "C7", version: before.version });
    await edit("officer", (await listDraftChanges(as("officer"), draftId))[0]!.inverse);
    expect((await draft()).definition).toEqual(before);
  });

  it("take what two people change independently, and ask where it is the same thing", async () => {
    const mine = await title("mine");
    const theirs = await title("theirs");
    expect(await edit("administrator", question("total"))).toMatchObject({ ok: true, version: 2 });
    expect(await edit("officer", mine)).toMatchObject({ ok: true, version: 3 });
    expect(await edit("administrator", theirs)).toEqual({
      ok: false,
      reason: "problem",
      problem: { code: "changed", now: both("mine") },
    });
    const { definition, version } = await draft();
    expect([definition.title.zh, version]).toEqual(["mine", 3]);
    expect(definition.parts[0]!.sections[0]!.groups[0]!.questions.map(({ key }) => key)).toContain("total");
  });

  it("apply several operations all or none, and take each back by its inverse", async () => {
    const before = (await draft()).definition;
    expect(await edit("officer", question("a_first"), question("a_first"))).toMatchObject({
      problem: { code: "key_taken" },
    });
    expect((await draft()).definition).toEqual(before);
    await edit("officer", question("one"), question("two"));
    for (const { inverse } of await listDraftChanges(as("officer"), draftId)) await edit("officer", inverse);
    expect((await draft()).definition).toEqual(before);
    expect(await listDraftChanges(as("auditor"), draftId)).toHaveLength(4);
  });

  it("publish as read, once without problems, and only until the call opens", async () => {
    const broken: EditOperation = {
      op: "insert",
      kind: "rule",
      into: "part_1_section",
      after: null,
      node: { key: "r", level: "error", at: ["nobody"], holds: true, message: both("m") },
    };
    await edit("officer", question("total"), broken);
    const publish = (version: number) => publishFormDraft(as("administrator"), { draftId, version });
    expect(await publish(1)).toMatchObject({ reason: "stale" });
    expect(await publish(3)).toMatchObject({ reason: "problems" });
    const [latest] = await listDraftChanges(as("officer"), draftId);
    await edit("officer", latest!.inverse);
    const published = await publish(4);
    if (!published.ok) return expect.fail(published.reason);
    const call = (await listForms(as("officer"))).find(({ id }) => id === notOpen)!;
    expect(call.formId).toBe(published.formId);
    expect(await publish(4)).toEqual(published);
    const stored = await portal.db.read
      .selectFrom("form_version")
      .select(["version", "definition"])
      .where("id", "=", published.formId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(stored.definition)).toMatchObject({ code: "C7", version: stored.version });

    const late = await startFormDraft(as("officer"), { callId: open, source: { kind: "empty" } });
    if (!late.ok) return expect.fail(late.reason);
    expect(await publishFormDraft(as("administrator"), { draftId: late.draftId, version: 1 })).toMatchObject({
      reason: "opened",
    });
    const types = (await portal.events()).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(["form_draft.started", "form_draft.changed", "form_draft.published"]),
    );
  });
});

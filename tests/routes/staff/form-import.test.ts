import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { freshQuestion } from "#app/domain/forms/edit/fresh-node.ts";
import { findFormDraft } from "#app/features/forms/find-form-draft.ts";
import { listForms } from "#app/features/forms/list-forms.ts";
import { startFormDraft } from "#app/features/forms/start-form-draft.ts";
import { editFormDraft } from "#app/features/forms/edit-form-draft.ts";
import { installProgramme } from "#app/features/calls/install-programme.ts";
import { fundProgramme, programmeYear } from "#app/cli/fund-programme.ts";
import * as importPage from "#app/routes/staff/forms/import.tsx";
import { addStaff } from "#tests/support/people.ts";
import { TestBrowser } from "#tests/support/route-request.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

describe("importing a form, looked at first", () => {
  let portal: TestPortal;
  let browser: TestBrowser;
  let officer: Awaited<ReturnType<typeof addStaff>>;
  let callId: string;
  let draftId: string;
  beforeAll(async () => {
    portal = await testPortal("sqlite");
    await installProgramme(portal.ctx(system), programmeYear, fundProgramme);
    officer = await addStaff(portal, "officer@fund.example", "officer");
    browser = new TestBrowser(portal).holds(officer.token);
    callId = (await listForms(portal.ctx(officer.actor))).find(({ code }) => code === "C7")!.id;
  });
  afterAll(() => portal.destroy());
  beforeEach(async () => {
    const source = { kind: "call", callId } as const;
    const started = await startFormDraft(portal.ctx(officer.actor), { callId, source });
    if (!started.ok) return expect.fail(started.reason);
    draftId = started.draftId;
  });

  const draft = async () => (await findFormDraft(portal.ctx(officer.actor), draftId))!;
  /** Everything that an import could have written. */
  const written = async () => {
    const { read } = portal.db;
    return JSON.stringify([
      await read.selectFrom("form_draft").selectAll().orderBy("id").execute(),
      await read.selectFrom("form_version").select(["id", "sha256"]).orderBy("id").execute(),
      await read.selectFrom("event").select("id").orderBy("id").execute(),
    ]);
  };
  const post = (form: Record<string, string>) => browser.visit(importPage, "/staff/forms/import", { form });
  const version = (html: string) => /name="version" value="([^"]*)"/.exec(html)?.[1] ?? "";
  const listed = (html: string) =>
    [...html.matchAll(/<span class="font-semibold">(.*?)<\/span>/g)].map(([, sentence]) => sentence);

  /** The call's form with one change of every sort. */
  function changed(standing: FormDefinition) {
    const after = structuredClone(standing);
    const sections = after.parts.flatMap((part) => part.sections);
    const section = sections.find(({ key }) => key === "filing")!;
    const [group] = section.groups;
    const ruled = sections.find(({ rules = [] }) => rules.length > 0)!;
    const rule = ruled.rules![0]!;
    rule.holds = { and: [rule.holds, { answered: { ref: "project_name_zh" } }] } as typeof rule.holds;
    const text = group!.questions.find(({ key }) => key === "project_name_zh")!;
    text.label = { ...text.label, zh: "项目的全称" };
    group!.questions.push(freshQuestion("country", "where_made", { zh: "产地", en: "Where it is made" }));
    const english = group!.questions.find(({ key }) => key === "project_name_en")!;
    group!.questions = [english, ...group!.questions.filter((each) => each !== english)];
    return { after, moved: english.label.zh };
  }

  it("shows what was added, removed, changed and moved, and writes nothing until it is applied", async () => {
    const { definition: standing, version: before } = await draft();
    const { after, moved } = changed(standing);
    const text = JSON.stringify(after);
    const kept = await written();
    const look = await post({ into: `draft:${draftId}`, text, look: "1" });
    expect([look.status, await written()]).toEqual([200, kept]);
    const sentences = listed(look.html);
    expect(look.shows("添加1处，删除0处，修改2处，移动1处。")).toBe(true);
    expect(sentences).toHaveLength(4);
    expect(sentences).toEqual(
      expect.arrayContaining([
        "添加题目“产地”",
        "修改题目“项目的全称”的题目文字",
        `移动题目“${moved}”`,
        expect.stringMatching(/^修改校验“.*”的应当成立$/),
      ]),
    );
    expect(version(look.html)).toBe(String(before));
    const applied = await post({ into: `draft:${draftId}`, text, version: version(look.html), apply: "1" });
    expect(applied.location).toBe(`/staff/forms/${draftId}?done=changed`);
    expect((await draft()).definition).toEqual({ ...after, code: standing.code, version: standing.version });

    // The same file the other way round: what came is what goes.
    const back = await post({ into: `draft:${draftId}`, text: JSON.stringify(standing), look: "1" });
    expect(back.shows("添加0处，删除1处，修改2处，移动1处。")).toBe(true);
    expect(listed(back.html)).toContain("删除题目“产地”");
    const same = await post({ into: `draft:${draftId}`, text, look: "1" });
    expect(same.shows("内容完全相同。")).toBe(true);
  });

  it("is shown anew where the draft has changed since, instead of being applied", async () => {
    const { definition: standing } = await draft();
    const text = JSON.stringify(changed(standing).after);
    const look = await post({ into: `draft:${draftId}`, text, look: "1" });
    const title = { zh: "同事改过的名称", en: "Renamed by a colleague" };
    const edit = { op: "set", property: "title", from: standing.title, to: title } as const;
    expect(await editFormDraft(portal.ctx(officer.actor), { draftId, operations: [edit] })).toMatchObject({
      ok: true,
    });
    const kept = await written();
    const late = await post({ into: `draft:${draftId}`, text, version: version(look.html), apply: "1" });
    expect([late.status, await written()]).toEqual([409, kept]);
    expect(late.shows("同事改过的名称")).toBe(true);
    expect(late.shows("添加1处，删除0处，修改3处，移动1处。")).toBe(true);
    expect(version(late.html)).not.toBe(version(look.html));
  });

  it.each([
    ["no JSON", "{", "file"],
    ["a form with faults", `{"code":"X","version":1,"title":{"zh":"x","en":"x"},"parts":[]}`, "file"],
  ])("refuses %s, keeps what was pasted, and writes nothing", async (_, text, field) => {
    const kept = await written();
    for (const act of ["look", "apply"]) {
      const refused = await post({ into: "new", text, [act]: "1" });
      expect([refused.status, await written()]).toEqual([422, kept]);
      expect(refused.html).toContain(`href="#${field}"`);
      expect(refused.html).toContain(text.replaceAll('"', "&quot;"));
    }
  });
});

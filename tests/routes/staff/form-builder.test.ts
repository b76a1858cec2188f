import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as addPage from "#app/routes/staff/forms/add-node.tsx";
import * as editPage from "#app/routes/staff/forms/edit-node.tsx";
import * as listPage from "#app/routes/staff/forms/list.tsx";
import { startSession } from "#app/features/accounts/start-session.ts";
import { addStaff, device } from "#tests/support/people.ts";
import { TestBrowser } from "#tests/support/route-request.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";

describe("one question after the other in the builder", () => {
  let portal: TestPortal;
  let browser: TestBrowser;
  let draftId: string;
  beforeAll(async () => {
    portal = await testPortal("sqlite");
    const { actor } = await addStaff(portal, "officer@fund.example", "officer");
    const session = { personId: actor.personId, awaitsSecondFactor: false };
    const { token } = await portal.db.write((trx) =>
      startSession(trx, portal, { ...device(), ...session, secondFactorAt: portal.now.toISOString() }),
    );
    browser = new TestBrowser(portal, { lang: "en" }).holds(token);
    const form = { callId: "", from: "", zh: "表单", en: "Form" };
    const { location } = await browser.visit(listPage, "/staff/forms", { form });
    draftId = /[\w-]{36}/.exec(location ?? "")![0];
  });
  afterAll(() => portal.destroy());

  const main = { kind: "question", into: "part_1_section/main", after: "" };
  const add = (place: Record<string, string>, form: Record<string, string>) =>
    browser.visit(addPage, `/staff/forms/${draftId}/add?${new URLSearchParams(place)}`, {
      params: { draftId },
      form: { type: "short_text", required: "on", ...form },
    });
  const edit = (at: string, form?: Record<string, string>) =>
    browser.visit(editPage, `/staff/forms/${draftId}/edit?at=${encodeURIComponent(at)}`, {
      params: { draftId },
      ...(form && { form }),
    });
  const editing = (at: string) => `/staff/forms/${draftId}/edit?at=${encodeURIComponent(at)}`;

  it("makes a code from the English name, and another where that one is taken", async () => {
    const named = { zh: "是否合作", en: "Do you work with partners?", type: "yes_no" };
    expect((await add(main, named)).location).toBe(editing("question~~do_you_work_with_partners"));
    expect((await add(main, named)).location).toBe(editing("question~~do_you_work_with_partners_2"));
    expect((await add(main, { zh: "备注" })).location).toBe(editing("question~~question"));
    expect((await add(main, { zh: "备注", key: "Notes" })).status).toBe(422);
    expect((await add(main, { zh: "备注", key: "notes" })).location).toBe(editing("question~~notes"));
  });

  it("goes on to the next after saving, and from a table to its columns", async () => {
    await add(main, { zh: "各合作单位", en: "Partners", type: "table" });
    const saved = await edit("question~~partners", { then: "next" });
    expect(saved).toMatchObject({ status: 303 });
    expect(new URL(saved.location!, "http://x").searchParams.toString()).toBe(
      "kind=question&into=part_1_section%2Fmain&after=partners&done=1",
    );
    const columns = await edit("question~~partners", { then: "column" });
    expect(new URL(columns.location!, "http://x").searchParams.toString()).toBe(
      "kind=column&into=partners&after=name",
    );
    const column = await edit("column~partners~name", { then: "next" });
    expect(column.location).toContain("kind=column&into=partners&after=name");
    // A column is nothing a note could go on to.
    expect((await edit("question~~notes", { then: "column" })).location).toContain("#question-notes");
  });

  it("shows what a question is like once its condition holds", async () => {
    const hidden = await edit("question~~notes", {
      ...{ "from.visibleWhen": "", "visibleWhen.mode": "formula" },
      "visibleWhen.formula": "do_you_work_with_partners = yes",
    });
    expect(hidden.location).toContain("done=changed");
    const { html } = await edit("question~~notes");
    expect(html.slice(html.indexOf('id="preview"'))).toContain('name="notes"');
  });
});

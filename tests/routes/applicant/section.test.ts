import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { deviceKeyId } from "#app/http/device-key.ts";
import type { AutosaveAnswer } from "#app/domain/applications/section-page-data.ts";
import { type FilingCompany, filingCompany, pdf, set } from "#tests/features/applications/filing-company.ts";
import { applicantBrowser, formFields } from "./applicant-browser.ts";

describe("a section without scripts", () => {
  let world: FilingCompany;
  let browser: Awaited<ReturnType<typeof applicantBrowser>>;
  let id: string;
  let at: string;
  beforeAll(async () => {
    world = await filingCompany("sqlite");
    browser = await applicantBrowser(world);
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.start();
    at = `/applications/${id}/sections/ownership`;
  });

  const raw = async () => (await findDraft(world.portal.ctx(world.owner), id))!.raw;
  const open = async (person = world.owner, path = at) => (await browser.open(path, person)).html;

  it("keeps what is wrong, goes on to show it, and says that it is saved", async () => {
    const saved = await browser.submit(at, await open(), world.owner, {
      registered_capital: "一亿二",
      actual_controller: "  甲\r\n",
    });
    expect(saved).toMatchObject({ status: 303, location: `${at}?check=1` });
    expect(await raw()).toMatchObject({ registered_capital: "一亿二", actual_controller: "  甲\n" });
    const checked = await open(world.owner, `${at}?check=1`);
    expect(checked).toContain('value="一亿二"');
    expect(checked).toContain("内容都已保存，可以稍后再改。提交前必须改完。");
    expect(checked).toMatch(/<a href="#registered_capital">/);
    expect(checked).toMatch(/id="registered_capital"[^>]*aria-invalid="true"/);
    expect(checked).toContain('autofocus=""');
  });

  it("shows no errors to who has not asked yet", async () => {
    const page = await open();
    expect(page).not.toContain('class="esum"');
    expect(page).not.toContain("aria-invalid");
  });

  it("changes nothing, and writes nothing, when nothing was typed", async () => {
    await browser.submit(at, await open(), world.owner, { registered_capital: "12000" });
    const page = await open();
    const version = (await findDraft(world.portal.ctx(world.owner), id))!.sections.get("ownership")!.version;
    await browser.submit(at, page, world.editor, {}, "return");
    expect((await findDraft(world.portal.ctx(world.owner), id))!.sections.get("ownership")!.version).toBe(
      version,
    );
  });

  it("adds, fills and removes rows by buttons, and an empty row it offered is none", async () => {
    const first = await open();
    expect(formFields(first).get("shareholders[0].id")).toMatch(/^r[0-9a-f]+$/);
    await browser.submit(at, first, world.owner, {}, "return");
    expect((await raw())["shareholders"]).toBeUndefined();
    const added = await browser.submit(
      at,
      first,
      world.owner,
      { "shareholders[0].holder_name": "甲控股" },
      "add-row:shareholders",
    );
    expect(added.location).toMatch(/sections\/ownership#shareholders-r[0-9a-f]+-holder_name$/);
    const second = await open();
    await browser.submit(at, second, world.owner, { "shareholders[1].holder_name": "乙创投" }, "return");
    expect(await raw()).toMatchObject({
      shareholders: [{ cells: { holder_name: "甲控股" } }, { cells: { holder_name: "乙创投" } }],
    });
    const rowId = String(formFields(second).get("shareholders[0].id"));
    // What was typed into the row on the way out goes with it.
    await browser.submit(
      at,
      await open(),
      world.owner,
      { "shareholders[0].ratio": "50" },
      `remove-row:shareholders/${rowId}`,
    );
    expect(await raw()).toMatchObject({ shareholders: [{ cells: { holder_name: "乙创投" } }] });
    expect((await raw())["shareholders"]).toHaveLength(1);
  });

  it("presses the plain save first when Enter is pressed, before any row's button", async () => {
    const form = (await open())
      .match(/<form[\s\S]*?<\/form>/g)!
      .find((each) => each.includes("data-section-form"))!;
    const [first] = form.match(/<button[^>]*>/)!;
    expect(first).toContain('value="continue"');
  });

  it("shows both texts when a colleague was first, keeps the rest, and lets the person choose", async () => {
    const mine = await open(world.owner);
    const hers = await open(world.editor);
    await browser.submit(at, mine, world.owner, { registered_capital: "12,000.00" }, "return");
    const refused = await browser.submit(
      at,
      hers,
      world.editor,
      { registered_capital: "13,000.00", actual_controller: "甲控股" },
      "return",
    );
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('value="13,000.00"');
    expect(refused.html).toContain("12,000.00万元");
    expect(refused.html).toContain("赵敏");
    expect(await raw()).toMatchObject({ registered_capital: "12,000.00", actual_controller: "甲控股" });

    const undecided = await browser.submit(at, refused.html, world.editor, {}, "return");
    expect(undecided.status).toBe(409);
    expect(await raw()).toMatchObject({ registered_capital: "12,000.00" });
    const theirs = await browser.submit(
      at,
      refused.html,
      world.editor,
      { "choose:registered_capital": "theirs" },
      "return",
    );
    expect(theirs.status).toBe(303);
    expect(await raw()).toMatchObject({ registered_capital: "12,000.00" });
    const own = await browser.submit(
      at,
      refused.html,
      world.editor,
      { "choose:registered_capital": "mine" },
      "return",
    );
    expect(own.status).toBe(303);
    expect(await raw()).toMatchObject({ registered_capital: "13,000.00" });
  });

  it("does not take a colleague's change for one of this person's, who touched something else", async () => {
    const mine = await open(world.owner);
    await browser.submit(
      at,
      await open(world.editor),
      world.editor,
      { registered_capital: "12,000.00" },
      "return",
    );
    const saved = await browser.submit(at, mine, world.owner, { actual_controller: "甲控股" }, "return");
    expect(saved.status).toBe(303);
    expect(await raw()).toMatchObject({ registered_capital: "12,000.00", actual_controller: "甲控股" });
  });

  it("does not overwrite a text that was changed twice since, even back to the same words", async () => {
    await browser.submit(at, await open(), world.owner, { actual_controller: "甲" }, "return");
    const mine = await open(world.owner);
    for (const text of ["乙", "丙"])
      await browser.submit(at, await open(world.editor), world.editor, { actual_controller: text }, "return");
    const untouched = await browser.submit(at, mine, world.owner, { registered_capital: "1" }, "return");
    expect(untouched.status).toBe(303);
    expect(await raw()).toMatchObject({ actual_controller: "丙", registered_capital: "1" });
  });

  it("takes files with any button, refuses wrong ones beside the question and keeps the text", async () => {
    const question = "a05_ownership_chart";
    const good = await browser.upload(at, await open(), world.owner, question, "图.pdf", pdf("chart"));
    expect(good).toMatchObject({ status: 303, location: `${at}#${question}-group-field` });
    expect(await open()).toContain("图.pdf");
    const bad = await browser.upload(
      at,
      await open(),
      world.owner,
      question,
      "图.pdf",
      Buffer.from("<html>"),
    );
    expect(bad.status).toBe(409);
    expect(bad.html).toContain("“图.pdf”：文件内容与扩展名不一致");
    const none = await browser.submit(
      at,
      await open(),
      world.owner,
      { actual_controller: "甲" },
      `upload:${question}`,
    );
    expect(none.html).toContain("请先选择文件。");
    expect(await raw()).toMatchObject({ actual_controller: "甲" });
  });

  it("is read-only for a viewer, absent for strangers, and restricted sections are not there for viewers", async () => {
    const page = await open(world.viewer);
    expect(page).toContain("只能查看");
    expect(page).not.toContain("data-base");
    expect((await browser.open(at, world.stranger)).status).toBe(404);
    expect((await browser.open(`/applications/${id}/sections/export_control`, world.viewer)).status).toBe(
      404,
    );
    expect((await browser.open(`/applications/${id}/sections/export_control`, world.editor)).status).toBe(
      200,
    );
    expect((await browser.open(`/applications/${id}/sections/nothing`, world.owner)).status).toBe(404);
    const written = await browser.submit(
      at,
      await open(),
      world.viewer,
      { registered_capital: "1" },
      "return",
    );
    expect(written.status).toBe(409);
    expect(await raw()).not.toHaveProperty("registered_capital");
  });

  it("is drawn in at most eight statements, and posts the same for one row or three", async () => {
    const count = async () => (await world.portal.db.statementsDuring(() => open())).length;
    await open();
    const one = await count();
    await browser.submit(at, await open(), world.owner, {}, "add-row:shareholders");
    await browser.submit(at, await open(), world.owner, {}, "add-row:shareholders");
    expect(await count()).toBe(one);
    expect(one).toBeLessThanOrEqual(8);
    const tasks = await world.portal.db.statementsDuring(() =>
      browser.open(`/applications/${id}`, world.owner),
    );
    expect(tasks.length).toBeLessThanOrEqual(8);
  });
});

describe("autosave", () => {
  let world: FilingCompany;
  let browser: Awaited<ReturnType<typeof applicantBrowser>>;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany("sqlite");
    browser = await applicantBrowser(world);
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.start();
  });
  const save = (person: typeof world.owner | undefined, changes: object = {}) =>
    browser.json(`/applications/${id}/autosave`, person, {
      section: "filing",
      person: world.owner.personId,
      operations: [set("site_park_other", "一号园")],
      ...changes,
    });

  it("answers after the commit with the time, field by field", async () => {
    const answered = await save(world.owner);
    expect(answered.status).toBe(200);
    expect(JSON.parse(answered.html)).toEqual({
      time: "16:00",
      outcomes: [{ opId: expect.any(String), status: "saved", path: "site_park_other", version: 1 }],
      present: [],
    } satisfies AutosaveAnswer);
  });

  it("tells the key of this sign-in to a page that encrypts for an earlier one", async () => {
    const { html } = await browser.open(`/applications/${id}/sections/filing`, world.owner);
    const key = /"deviceKey":"([^"]+)"/.exec(html)?.[1] ?? "";
    const known = await save(world.owner, { keyId: deviceKeyId(key) });
    expect(JSON.parse(known.html)).not.toHaveProperty("deviceKey");
    const idle = await save(world.owner, { operations: [], keyId: "0123456789abcdef" });
    expect(JSON.parse(idle.html)).toMatchObject({ outcomes: [], deviceKey: key });
    const strange = await save(world.editor, { keyId: "0123456789abcdef" });
    expect(strange.html).not.toContain("deviceKey");
  });

  it("tells of open points when asked, and of a colleague's text in words", async () => {
    await browser.json(`/applications/${id}/autosave`, world.editor, {
      section: "filing",
      person: world.editor.personId,
      operations: [set("chain_segment", "manufacturing")],
    });
    const answered = await save(world.owner, { operations: [set("chain_segment", "design")], check: true });
    const body = JSON.parse(answered.html) as AutosaveAnswer;
    expect(body.outcomes[0]).toMatchObject({
      status: "conflict",
      theirs: { value: "manufacturing", name: "王敏", time: "16:00" },
    });
    expect(body.issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: "project_name_zh", level: "error", text: expect.any(String) }),
      ]),
    );
  });

  it.each([
    ["signed out", () => save(undefined), 401],
    ["another person's page", () => save(world.editor), 401],
    ["a viewer", () => save(world.viewer, { person: world.viewer.personId }), 409],
    ["a stranger", () => save(world.stranger, { person: world.stranger.personId }), 404],
    ["a field of no form", () => save(world.owner, { operations: [set("nothing", "x")] }), 400],
    ["no operation at all", () => save(world.owner, { operations: "x" }), 400],
    [
      "an id that is none",
      () => save(world.owner, { operations: [set("site_park_other", "x", 0, "short")] }),
      400,
    ],
  ])("is refused for %s", async (_who, send, status) => {
    const before = await findDraft(world.portal.ctx(world.owner), id);
    expect((await send()).status).toBe(status);
    const after = await findDraft(world.portal.ctx(world.owner), id);
    expect(after?.sections).toEqual(before?.sections);
  });

  it("is refused from another site", async () => {
    const response = await browser.open(`/applications/${id}/autosave`, world.owner);
    expect(response.location).toBe(`/applications/${id}`);
  });
});

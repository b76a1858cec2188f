import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formalCheckCodes } from "#app/domain/applications/formal-check.ts";
import * as applicationPage from "#app/routes/staff/applications/application.tsx";
import * as checkPage from "#app/routes/staff/applications/check.tsx";
import * as noticePage from "#app/routes/staff/applications/notice.tsx";
import * as reviewersPage from "#app/routes/staff/applications/reviewers.tsx";
import { type RankingDesk, rankingDesk } from "./ranking-desk.ts";

const allGood = Object.fromEntries(formalCheckCodes.map((code) => [`${code}.result`, "ok"]));

describe("one application on the staff desk", () => {
  let desk: RankingDesk;
  beforeAll(async () => {
    desk = await rankingDesk();
  });
  afterAll(() => desk.portal.destroy());

  type Form = Record<string, string | string[]>;
  const visit = async (route: object, id: string, rest: string, form?: Form, who = desk.office.officer) =>
    (await desk.browser(who)).visit(route, `/staff/applications/${id}${rest}`, {
      params: { id },
      ...(form ? { form } : {}),
    });
  const check = (id: string, form?: Form, who = desk.office.officer) =>
    visit(checkPage, id, "/check", form, who);
  const hidden = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  const state = async (id: string) =>
    (
      await desk.portal.db.read
        .selectFrom("application")
        .select("state")
        .where("id", "=", id)
        .executeTakeFirstOrThrow()
    ).state;

  async function started() {
    const { id } = await desk.office.addApplication({
      state: "submitted",
      raw: { project_name_zh: "示例产线" },
    });
    expect((await check(id, { intent: "start", version: "1" })).status).toBe(303);
    const page = await check(id);
    return { id, form: { checkId: hidden(page.html, "checkId"), version: hidden(page.html, "version") } };
  }

  it("puts the checklist beside the answers, with what the portal sees", async () => {
    const { id } = await started();
    const page = await check(id);
    expect(page.status).toBe(200);
    expect([...page.html.matchAll(/id="(F\d\d)-ok"/g)].map(([, code]) => code)).toEqual([
      ...formalCheckCodes,
    ]);
    expect(page.shows("系统提示：看来符合（代码校验通过）")).toBe(true);
    expect(page.shows("示例产线")).toBe(true);
  });

  it("saves half a checklist and keeps the defects typed below it", async () => {
    const { id, form } = await started();
    const half = await check(id, {
      ...form,
      intent: "save",
      "F01.result": "ok",
      items: "1",
      "item.0.reason": "缺页",
    });
    expect(half.location).toBe(`/staff/applications/${id}/check?saved#main`);
    const page = await check(id);
    expect(page.html).toContain("缺页</textarea>");
    expect(hidden(page.html, "version")).toBe("2");
    expect((await check(id, { ...form, version: "2", intent: "save", "F02.result": "ok" })).location).toBe(
      `/staff/applications/${id}/check?saved#main`,
    );
  });

  it("shows the second of two officers what the first saved, and keeps what the second typed", async () => {
    const { id, form } = await started();
    await check(id, { ...form, intent: "save", "F03.result": "problem", "F03.note": "在失信名单中" });
    const clash = await check(id, { ...form, ...allGood, intent: "accept" }, desk.office.otherOfficer);
    expect(clash.status).toBe(409);
    expect(clash.shows("F03：对方标为“有问题”，说明“在失信名单中”")).toBe(true);
    expect(clash.html).toMatch(/id="F03-ok"[^>]*checked|checked[^>]*id="F03-ok"/);
    expect(hidden(clash.html, "version")).toBe("2");
    expect(await state(id)).toBe("formal_review");
  });

  it("names everything that keeps a check from ending, each with a link to its field", async () => {
    const { id, form } = await started();
    const { "F14.result": _, ...thirteen } = allGood;
    const refused = await check(id, { ...form, ...thirteen, intent: "accept" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#F14-ok"');
    const correction = await check(id, {
      ...form,
      ...allGood,
      intent: "correct",
      items: "2",
      "item.1.reason": "缺页",
    });
    expect(correction.html).toContain('href="#item-1-reason"');
    expect(correction.html).toContain("缺页</textarea>");
    const refusal = await check(id, {
      ...form,
      ...allGood,
      intent: "refuse",
      reasonCode: "F03",
      reasonText: "短",
    });
    for (const field of ["#reasonCode", "#reasonText"]) expect(refusal.html).toContain(`href="${field}"`);
    expect(await state(id)).toBe("formal_review");
  });

  it("adds and removes defects without a script, keeping the rest", async () => {
    const { id, form } = await started();
    const typed = {
      ...form,
      "F01.result": "problem",
      items: "1",
      "item.0.reason": "缺页",
      "item.0.place": "ownership|shareholders",
    };
    const more = await check(id, { ...typed, intent: "add_item" });
    expect(more.html).toContain('id="item-1-place"');
    expect(more.html).toContain('<option value="ownership|shareholders" selected="">');
    const fewer = await check(id, {
      ...typed,
      items: "2",
      "item.1.reason": "另一条",
      intent: "remove_item.0",
    });
    expect(fewer.html).not.toContain('id="item-1-place"');
    expect(fewer.html).toContain("另一条</textarea>");
  });

  const notice = (id: string, form?: Form, who = desk.office.officer) =>
    visit(noticePage, id, "/check/notice", form, who);
  const noticeForm = (html: string) => ({
    ...{ checkId: hidden(html, "checkId"), version: hidden(html, "version"), dueAt: hidden(html, "dueAt") },
  });
  const defect = {
    ...{ ...allGood, intent: "correct", items: "1" },
    ...{ "item.0.place": "ownership|shareholders", "item.0.reason": "比例不符", "item.0.wanted": "更正比例" },
  };

  it("flags what stands beside the answers, and keeps everything typed so far", async () => {
    const { id, form } = await started();
    expect((await check(id)).html).toContain('value="flag.filing|project_name_zh"');
    const typed = { ...form, "F01.result": "problem", items: "1", "item.0.reason": "缺页" };
    const flagged = await check(id, { ...typed, intent: "flag.filing|project_name_zh" });
    expect(flagged.status).toBe(200);
    expect(flagged.html).toContain("缺页</textarea>");
    expect(flagged.html).toMatch(/id="item-1-place"/);
    expect(flagged.html).toContain('<option value="filing|project_name_zh" selected="">');
    expect(flagged.html).toMatch(/id="F01-problem"[^>]*checked|checked[^>]*id="F01-problem"/);
    // The same place again adds nothing.
    const again = { ...typed, items: "1", "item.0.place": "filing|project_name_zh" };
    const once = await check(id, { ...again, intent: "flag.filing|project_name_zh" });
    expect(once.html).not.toContain('id="item-1-place"');
  });

  it("says that nothing is flagged yet instead of previewing a notice of nothing", async () => {
    const { id } = await started();
    const empty = await notice(id);
    expect([empty.status, empty.shows("还没有标记要补正的地方")]).toEqual([200, true]);
    for (const text of ["0处", "<iframe", 'value="send"']) expect(empty.html).not.toContain(text);
  });

  it("sends a notice once of two officers, and nothing the officer has not seen", async () => {
    const { id, form } = await started();
    await check(id, { ...form, ...defect });
    const seen = noticeForm((await notice(id)).html);
    const other = { ...form, ...allGood, version: seen.version, intent: "save", items: "1" };
    await check(id, { ...other, "item.0.place": "filing|summary", "item.0.reason": "太短" });
    const stale = await notice(id, seen);
    expect([stale.status, await state(id)]).toEqual([409, "formal_review"]);
    expect(stale.shows("另一位经办改过清单或缺陷")).toBe(true);
    const clash = await check(id, { ...form, ...defect, version: seen.version }, desk.office.otherOfficer);
    // Neither officer's flag is lost.
    for (const text of ["比例不符", "太短"]) expect(clash.html).toContain(`${text}</textarea>`);
    await check(id, { ...form, ...defect, version: hidden(clash.html, "version") });
    const both = noticeForm((await notice(id)).html);
    const moved = await notice(id, { ...both, dueAt: "2026-12-24T09:00:00.000Z" });
    expect([moved.status, moved.shows("日期变了")]).toEqual([409, true]);
    const [first, second] = await Promise.all([notice(id, both), notice(id, both, desk.office.otherOfficer)]);
    expect([first.location, second.location].toSorted()).toEqual([
      `/staff/applications/${id}#main`,
      `/staff/applications/${id}/check#main`,
    ]);
    const items = desk.portal.db.read.selectFrom("correction_item").select("id");
    expect(await items.where("application_id", "=", id).execute()).toHaveLength(1);
  });

  it("returns, accepts and refuses", async () => {
    const first = await started();
    const back = await check(first.id, {
      ...{ ...first.form, ...allGood, intent: "correct", items: "1" },
      ...{
        "item.0.place": "ownership|shareholders",
        "item.0.reason": "比例不符",
        "item.0.wanted": "更正比例",
      },
    });
    expect([back.location, await state(first.id)]).toEqual([
      `/staff/applications/${first.id}/check/notice#main`,
      "formal_review",
    ]);
    const preview = await notice(first.id);
    // Of the page itself and of what the company gets, in both languages.
    for (const text of ["更正比例", "请补：更正比例", "What we need: 更正比例"])
      expect(preview.shows(text)).toBe(true);
    const sent = await notice(first.id, noticeForm(preview.html));
    expect([sent.status, await state(first.id)]).toEqual([303, "supplement_required"]);
    const second = await started();
    await check(second.id, { ...second.form, ...allGood, intent: "accept" });
    expect(await state(second.id)).toBe("expert_review");
    const third = await started();
    const bad = { ...allGood, "F03.result": "problem", "F03.note": "在名单中", reasonCode: "F03" };
    await check(third.id, {
      ...third.form,
      ...bad,
      intent: "refuse",
      reasonText: "企业已被列入失信被执行人名单。",
    });
    expect(await state(third.id)).toBe("not_accepted");
    expect((await visit(applicationPage, third.id, "")).shows("企业已被列入失信被执行人名单。")).toBe(true);
  });

  it("shows readers everything and no button, and does not act for them", async () => {
    const { id, form } = await started();
    for (const who of [desk.office.auditor, desk.office.member]) {
      const page = await check(id, undefined, who);
      expect(page.status).toBe(200);
      expect(page.html).not.toContain("<button");
      expect((await check(id, { ...form, ...allGood, intent: "accept" }, who)).status).toBe(404);
      expect((await visit(applicationPage, id, "", undefined, who)).html).not.toContain('name="intent"');
    }
    expect((await check(id, undefined, desk.office.owner)).status).toBe(404);
    expect(await state(id)).toBe("formal_review");
  });

  it("assigns from the list, blocks a conflict, and judges it there", async () => {
    const { id } = await desk.office.addApplication({ state: "expert_review", company: "己巳示例股份公司" });
    const free = await desk.office.addReviewer("没有冲突的专家");
    const tied = await desk.office.addReviewer("同单位的专家", { affiliation: "己巳示例股份公司" });
    const reviewers = (form?: Form, who = desk.office.officer) =>
      visit(reviewersPage, id, "/reviewers", form, who);
    const page = await reviewers();
    const button = (personId: string) => new RegExp(`value="${personId}"[^>]*name="reviewer"`);
    expect(page.html).toMatch(button(free.personId));
    expect(page.html).not.toMatch(button(tied.personId));
    expect(page.shows("与申报企业是同一单位")).toBe(true);
    expect(page.shows("技术还差2名；产业还差1名；财务还差1名；投资与法律还差1名；总数还差5名")).toBe(true);
    const assign = { intent: "assign", dueOn: "2027-12-07" };
    expect(
      (await reviewers({ ...assign, reviewer: tied.personId })).shows(
        "这位专家有未排除的利益冲突，不能指派。",
      ),
    ).toBe(true);
    expect((await reviewers({ ...assign, reviewer: free.personId })).status).toBe(303);
    expect(
      (await reviewers()).shows("技术还差1名；产业还差1名；财务还差1名；投资与法律还差1名；总数还差4名"),
    ).toBe(true);
    const judge = { person: tied.personId, kind: "same_company", source: "detected", note: "同名不同单位" };
    expect((await reviewers({ ...judge, intent: "dismiss" })).status).toBe(303);
    expect((await reviewers({ ...assign, reviewer: tied.personId })).status).toBe(303);
    expect((await reviewers({ ...assign, reviewer: tied.personId }, desk.office.auditor)).status).toBe(422);
  });

  it("refuses a step of an application that has moved on, and says so", async () => {
    const { id } = await desk.office.addApplication({ state: "panel" });
    const act = (form: Form) => visit(applicationPage, id, "", form);
    expect((await act({ intent: "shortlist", version: "1" })).status).toBe(303);
    const late = await act({ intent: "put_in_reserve", version: "1" });
    expect(late.status).toBe(409);
    expect(late.shows("打开页面之后，有人改动过。")).toBe(true);
    expect(await state(id)).toBe("initiated");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import * as decisionPage from "#app/routes/staff/decisions/decision.tsx";
import * as letterFrame from "#app/routes/staff/decisions/letter.ts";
import * as list from "#app/routes/staff/decisions/list.tsx";
import * as recordPage from "#app/routes/staff/decisions/record.tsx";
import * as exportFile from "#app/routes/staff/exports/export.ts";
import { type RankingDesk, rankingDesk } from "./ranking-desk.ts";

const approval = {
  ...{ kind: "approve_with_conditions", amount: "80.00", meetingOn: "2026-11-20", reasonCode: "" },
  ...{ conditions: "完成用地手续并提交环评批复之后，支付第二笔出资。", reasonText: "" },
};
const rejection = {
  ...{ kind: "reject", amount: "", meetingOn: "2026-11-20", reasonCode: "D31", conditions: "" },
  reasonText: "备案、环评和用地条件在会议召开时均未落实，建设条件不具备。",
};

describe("decision pages", () => {
  let desk: RankingDesk;
  beforeAll(async () => {
    desk = await rankingDesk();
  });
  afterAll(() => desk.portal.destroy());

  const record = async (id: string, form?: Record<string, string>, who = desk.office.officer) =>
    (await desk.browser(who)).visit(recordPage, `/staff/applications/${id}/decision`, {
      params: { id },
      ...(form ? { form } : {}),
    });
  const open = async (id: string, form?: Record<string, string>, who: PersonActor = desk.office.chair) =>
    (await desk.browser(who)).visit(decisionPage, `/staff/decisions/${id}`, {
      params: { id },
      ...(form ? { form } : {}),
    });
  const decisions = (applicationId: string) =>
    desk.portal.db.read
      .selectFrom("decision")
      .selectAll()
      .where("application_id", "=", applicationId)
      .orderBy("recorded_at")
      .orderBy("id")
      .execute();
  const stateOf = async (id: string) =>
    (
      await desk.portal.db.read
        .selectFrom("application")
        .select("state")
        .where("id", "=", id)
        .executeTakeFirstOrThrow()
    ).state;
  /** What the page's release form would post. */
  const hidden = (html: string) =>
    Object.fromEntries(
      ["version", "seal"].map((name) => [
        name,
        new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "",
      ]),
    );

  async function recorded(who = desk.office.officer, form: Record<string, string> = approval) {
    const application = await desk.office.addApplication({ state: "ic_review" });
    const done = await record(application.id, form, who);
    expect(done.status).toBe(303);
    const [decision] = await decisions(application.id);
    if (!decision) throw new Error("nothing recorded");
    expect(done.location).toBe(`/staff/decisions/${decision.id}?done=recorded`);
    return { application, decision };
  }

  it("records in 万元 what was typed, under embargo", async () => {
    const { application, decision } = await recorded();
    expect(decision).toMatchObject({
      amount_fen: 80_000_000,
      state: "recorded",
      meeting_on: "2026-11-20",
    });
    expect(await stateOf(application.id)).toBe("ic_review");
    const page = await open(decision.id, undefined, desk.office.officer);
    expect(page.shows("80.00万元")).toBe(true);
    expect(page.shows("尚未发布，企业不知道")).toBe(true);
  });

  it("tells everything wrong at once, in the page's order, and keeps what was typed", async () => {
    const { id } = await desk.office.addApplication({ state: "ic_review" });
    const answer = await record(id, {
      ...approval,
      ...{ kind: "approve", amount: "1.2亿", reasonText: "短", meetingOn: "2027-01-01" },
    });
    expect(answer.status).toBe(422);
    const links = [...answer.html.matchAll(/<li><a href="#(\w+)"/g)].map(([, field]) => field);
    expect(links).toEqual(["meetingOn", "amount", "conditions", "reasonText"]);
    expect(answer.html).toContain('value="1.2亿"');
    expect(answer.html).toContain(">短</textarea>");
    expect(await decisions(id)).toEqual([]);
    const above = await record(id, { ...approval, amount: "100.01" });
    expect(above.shows("同意的金额不能超过申请的金额。")).toBe(true);
  });

  it("replaces the record that was seen, and no other", async () => {
    const { application, decision } = await recorded();
    const page = await record(application.id);
    expect(page.shows("已有一项待发布的决定：附条件通过")).toBe(true);
    expect(page.html).toContain(`name="replacesId" value="${decision.id}"`);
    const unaware = await record(application.id, rejection);
    expect(unaware.status).toBe(409);
    expect(unaware.shows("另一位同事已记录了决定")).toBe(true);
    expect(unaware.html).toContain(rejection.reasonText);
    expect(unaware.html).toContain(`name="replacesId" value="${decision.id}"`);
    const stale = await record(application.id, {
      ...rejection,
      replacesId: decision.id,
      replacesVersion: "9",
    });
    expect(stale.status).toBe(409);
    const done = await record(application.id, {
      ...rejection,
      replacesId: decision.id,
      replacesVersion: "1",
    });
    expect(done.status).toBe(303);
    expect((await decisions(application.id)).map(({ kind, state }) => [kind, state])).toEqual([
      ["approve_with_conditions", "superseded"],
      ["reject", "recorded"],
    ]);
    expect((await open(decision.id)).html).not.toContain('name="seal"');
  });

  it("is recorded by those who may, and only before the committee", async () => {
    const { id } = await desk.office.addApplication({ state: "ic_review" });
    for (const who of [desk.office.member, desk.office.auditor]) {
      expect((await record(id, undefined, who)).html).not.toContain("<form");
      expect((await record(id, approval, who)).status).toBe(403);
    }
    for (const who of [desk.office.owner, await desk.office.addReviewer("局外专家")])
      expect((await record(id, approval, who)).status).toBe(404);
    const early = await desk.office.addApplication({ state: "proposal" });
    const answer = await record(early.id, approval);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain(approval.conditions);
    expect(await decisions(id)).toEqual([]);
    expect(await decisions(early.id)).toEqual([]);
  });

  it("shows the letter as it will go, and who will see what, before the button", async () => {
    const { decision, application } = await recorded();
    const page = await open(decision.id);
    for (const text of [
      "信函（1封，逐封如下）",
      desk.office.owner.email,
      application.number!,
      approval.conditions,
      "申报转为“公示”",
      "发布决定并发信",
    ])
      expect(page.shows(text), text).toBe(true);
    const src = /<iframe[^>]*src="([^"]+)"[^>]*/.exec(page.html);
    expect(src?.[0]).toContain('sandbox=""');
    const params = { id: decision.id, recipientId: desk.office.owner.personId };
    const chair = await desk.browser(desk.office.chair);
    const frame = await chair.visit(letterFrame, src?.[1] ?? "", { params });
    expect(frame.status).toBe(200);
    expect(frame.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(frame.shows(approval.conditions)).toBe(true);
    const stranger = await desk.browser(desk.office.owner);
    expect((await stranger.visit(letterFrame, src?.[1] ?? "", { params })).status).toBe(404);
    expect((await open(decision.id, undefined, desk.office.owner)).status).toBe(404);
  });

  it("is released by a second person, from the version and the letters that were seen", async () => {
    const { decision, application } = await recorded(desk.office.chair);
    const own = await open(decision.id);
    expect(own.html).not.toContain('name="seal"');
    expect(own.shows("这项决定由您记录")).toBe(true);
    const seen = hidden((await open(decision.id, undefined, desk.office.administrator)).html);
    const release = (who: PersonActor, form = seen) => open(decision.id, { intent: "release", ...form }, who);
    expect((await release(desk.office.chair)).status).toBe(403);
    for (const who of [desk.office.officer, desk.office.member, desk.office.auditor]) {
      expect((await open(decision.id, undefined, who)).html).not.toContain('value="release"');
      expect((await release(who)).status).toBe(403);
    }
    const stale = await release(desk.office.administrator, { ...seen, version: "7" });
    expect(stale.status).toBe(409);
    const changed = await release(desk.office.administrator, { ...seen, seal: "0".repeat(64) });
    expect(changed.status).toBe(409);
    expect(changed.shows("信函的内容或收件人有了变化")).toBe(true);
    expect(await stateOf(application.id)).toBe("ic_review");
    const done = await release(desk.office.administrator);
    expect([done.status, done.location]).toEqual([303, `/staff/decisions/${decision.id}?done=released`]);
    expect(await stateOf(application.id)).toBe("public_notice");
    expect((await release(desk.office.administrator)).shows("这项决定已经发布。")).toBe(true);
  });

  it("is not released when a recipient joined after the letters were read", async () => {
    const { decision, application } = await recorded();
    const seen = hidden((await open(decision.id)).html);
    const late = await desk.office.addPerson("后来示例");
    await desk.portal.db.write((trx) =>
      trx
        .insertInto("company_member")
        .values({
          ...{ company_id: application.companyId, person_id: late.personId, role: "viewer" },
          added_at: desk.portal.now.toISOString(),
        })
        .execute(),
    );
    const answer = await open(decision.id, { intent: "release", ...seen });
    expect(answer.status).toBe(409);
    expect(answer.shows("信函（2封，逐封如下）")).toBe(true);
    expect(await stateOf(application.id)).toBe("ic_review");
    expect((await open(decision.id, { intent: "release", ...hidden(answer.html) })).status).toBe(303);
  });

  it("lists in what a letter disagrees, and does not release it", async () => {
    const conditions = "比照申报SXIC-2026-C5-9999的条件，完成用地手续后支付第二笔出资。";
    const { decision, application } = await recorded(desk.office.officer, { ...approval, conditions });
    const page = await open(decision.id);
    expect(page.shows("信函与决定不一致，不能发布：")).toBe(true);
    expect(page.shows("信函中的申报编号不对，或提到了别的申报")).toBe(true);
    expect(page.html).not.toContain('name="seal"');
    const answer = await open(decision.id, { intent: "release", version: "1", seal: "" });
    expect(answer.status).toBe(409);
    expect(answer.shows("没有发布，也没有发信")).toBe(true);
    expect(await stateOf(application.id)).toBe("ic_review");
  });

  it("does not offer or carry out a release that no letter would follow", async () => {
    const { decision, application } = await recorded();
    await desk.portal.db.write((trx) =>
      trx.deleteFrom("company_member").where("company_id", "=", application.companyId).execute(),
    );
    const page = await open(decision.id);
    expect(page.shows("企业没有可以收信的成员")).toBe(true);
    expect(page.html).not.toContain('name="seal"');
    const answer = await open(decision.id, { intent: "release", version: "1", seal: "" });
    expect(answer.status).toBe(409);
    expect(await stateOf(application.id)).toBe("ic_review");
  });

  it("lists, narrows and exports the same rows", async () => {
    const waiting = await desk.office.addApplication({ state: "ic_review", title: "待记录产线" });
    const { decision } = await recorded(desk.office.officer, rejection);
    const visit = async (query: string, who = desk.office.officer) =>
      (await desk.browser(who)).visit(list, `/staff/decisions${query}`);
    const awaiting = await visit("?state=awaiting");
    expect(awaiting.html).toContain(`/staff/applications/${waiting.id}/decision`);
    expect((await visit("?state=awaiting", desk.office.auditor)).html).not.toContain('/decision"');
    const narrowed = await visit("?state=recorded&kind=reject&call=C5");
    expect(narrowed.html).toContain(`/staff/decisions/${decision.id}"`);
    expect(narrowed.html).not.toContain("附条件通过</span>");
    expect(narrowed.html).toContain(
      "/staff/exports/decisions.xlsx?state=recorded&amp;kind=reject&amp;call=C5",
    );
    expect((await visit("?call=C9")).shows("没有符合条件的决定。")).toBe(true);
    const file = await (
      await desk.browser(desk.office.officer)
    ).visit(exportFile, "/staff/exports/decisions.csv?state=recorded&kind=reject&call=C5", {
      params: { file: "decisions.csv" },
    });
    const shown = new Set(narrowed.html.match(/C5-\d{4}(?=<)/g));
    expect(file.html.trim().split("\r\n").length - 1).toBe(shown.size);
    expect((await visit("", desk.office.owner)).status).toBe(404);
  });
});

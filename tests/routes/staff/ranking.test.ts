import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gzipSync } from "node:zlib";
import * as chooseCall from "#app/routes/staff/ranking/choose-call.tsx";
import * as rankingPage from "#app/routes/staff/ranking/ranking.tsx";
import * as scoreRecord from "#app/routes/staff/ranking/score-record.tsx";
import { all, type RankingDesk, rankingDesk } from "./ranking-desk.ts";

describe("ranking pages", () => {
  let desk: RankingDesk;
  beforeAll(async () => {
    desk = await rankingDesk();
  });
  afterAll(() => desk.portal.destroy());

  const ranking = async (who = desk.office.officer, query = "", lang: "zh" | "en" = "zh") =>
    (await desk.browser(who, lang)).visit(rankingPage, `/staff/ranking/C5${query}`, {
      params: { call: "C5" },
    });
  const record = async (applicationId: string, form?: Record<string, string>, who = desk.office.officer) =>
    (await desk.browser(who)).visit(scoreRecord, `/staff/ranking/C5/${applicationId}`, {
      params: { call: "C5", applicationId },
      ...(form ? { form } : {}),
    });
  const stateOf = async (id: string) =>
    desk.portal.db.read
      .selectFrom("application")
      .select(["state", "version"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();

  it("draws either line after the last row that reaches it, and says what each row is worth", async () => {
    const top = await desk.scored({ state: "panel", title: "高分产线" }, [4, 4, 4.5, 4, 5].map(all));
    const middle = await desk.scored({ state: "panel", title: "储备产线" }, [3, 3.5, 3.5].map(all));
    const low = await desk.scored({ state: "panel", title: "未达产线" }, [2, 2, 2].map(all));
    const { html, status } = await ranking();
    expect(status).toBe(200);
    const order = ["高分产线", "入围线 70.00分", "储备产线", "储备线 60.00分", "未达产线"];
    const places = order.map((text) => html.indexOf(`>${text}<`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    for (const text of ["83.33", "86.00", "达入围线", "达储备线", "未达线", "7项低于单项线"])
      expect(html).toContain(text);
    expect(html).toContain(`/staff/ranking/C5/${top.id}`);
    for (const each of [top, middle, low])
      await desk.portal.db.write((trx) =>
        trx.updateTable("application").set({ state: "withdrawn" }).where("id", "=", each.id).execute(),
      );
  });

  it("lists calls that have a rubric, and opens one by its code", async () => {
    const visit = await (await desk.browser(desk.office.member)).visit(chooseCall, "/staff/ranking");
    expect(visit.html).toContain(`href="/staff/ranking/C5"`);
    const unknown = await (
      await desk.browser(desk.office.officer)
    ).visit(rankingPage, "/staff/ranking/C9", { params: { call: "C9" } });
    expect(unknown.status).toBe(404);
  });

  it("does not exist for companies and reviewers", async () => {
    const { id } = await desk.scored({ state: "panel" }, [4, 4, 4].map(all));
    for (const who of [desk.office.owner, await desk.office.addReviewer("局外专家")]) {
      expect((await ranking(who)).status).toBe(404);
      expect((await record(id, undefined, who)).status).toBe(404);
      expect((await record(id, { intent: "shortlist", version: "1" }, who)).status).toBe(404);
    }
    expect(await stateOf(id)).toEqual({ state: "panel", version: 1 });
  });

  it("shows every sheet, what was dropped and the sums; names to the office, codes to the committee", async () => {
    const { id } = await desk.scored({ state: "panel", title: "算式产线" }, [4.5, 3, 5, 4, 2].map(all));
    const office = await record(id);
    for (const text of [
      "(90.00 + 80.00 + 60.00) ÷ 3 = 230.00 ÷ 3 = 76.67",
      "(100.00 + 90.00 + 80.00 + 60.00 + 40.00) ÷ 5 = 370.00 ÷ 5 = 74.00",
      "100.00 − 40.00 = 60.00",
      "去掉：最高",
      "去掉：最低",
      "极差60.00分，达到20分的合议线",
    ])
      expect(office.shows(text), text).toBe(true);
    expect(office.html).toMatch(/评审\d+号/);
    const committee = await record(id, undefined, desk.office.member);
    expect(committee.html).not.toMatch(/评审\d+号/);
    expect(committee.shows("E-001")).toBe(true);
    expect(committee.html).not.toContain('name="intent"');
  });

  it("marks what must be deliberated and narrows to it", async () => {
    await desk.scored({ state: "panel", title: "分歧产线" }, [5, 2, 3.5].map(all));
    await desk.scored({ state: "panel", title: "一致产线" }, [3.5, 3.5, 3.5].map(all));
    const narrowed = await ranking(desk.office.chair, "?moderated");
    expect(narrowed.shows("分歧产线")).toBe(true);
    expect(narrowed.shows("一致产线")).toBe(false);
    expect(narrowed.html).toContain("/staff/exports/scores.xlsx?call=C5&amp;moderated");
    expect((await ranking(desk.office.member)).html).not.toContain("/staff/exports/");
  });

  it("moves one application on, by whoever may and from the version that was seen", async () => {
    const { id } = await desk.scored({ state: "expert_review" }, [4, 4, 4].map(all));
    const move = (intent: string, version: string, who = desk.office.officer, reason = "") =>
      record(id, { intent, version, reason }, who);
    for (const who of [desk.office.auditor, desk.office.member, desk.office.chair]) {
      const refused = await move("close_scoring", "1", who);
      expect(refused.status).toBe(403);
      expect(refused.shows("您的账号不能做这件事")).toBe(true);
      expect((await record(id, undefined, who)).html).not.toContain("close_scoring");
    }
    expect((await move("close_scoring", "7")).status).toBe(409);
    expect((await move("shortlist", "1")).status).toBe(409);
    const done = await move("close_scoring", "1");
    expect([done.status, done.location]).toEqual([303, `/staff/ranking/C5/${id}?done=moved`]);
    expect(await stateOf(id)).toMatchObject({ state: "panel" });
    const { version } = await stateOf(id);
    const bare = await move("not_shortlist", String(version), desk.office.officer, "不够");
    expect(bare.status).toBe(422);
    expect(bare.shows("请写10–500字的理由")).toBe(true);
    expect(bare.html).toContain(">不够</textarea>");
    const stale = await move("not_shortlist", "1", desk.office.officer, "专家认为建设条件尚不具备。");
    expect(stale.status).toBe(409);
    expect(stale.html).toContain(">专家认为建设条件尚不具备。</textarea>");
    expect(await stateOf(id)).toMatchObject({ state: "panel", version });
    expect((await move("send_to_committee", String(version))).status).toBe(303);
    expect(await stateOf(id)).toMatchObject({ state: "ic_review" });
  });

  it("does not close scoring on two sheets, and says how many are missing", async () => {
    const { id } = await desk.scored({ state: "expert_review" }, [4, 4].map(all));
    const page = await record(id);
    expect(page.shows("现在有2份")).toBe(true);
    expect(page.html).not.toContain('value="close_scoring"');
    expect((await record(id, { intent: "close_scoring", version: "1" })).status).toBe(409);
    expect(await stateOf(id)).toEqual({ state: "expert_review", version: 1 });
  });

  it("lets the chair alone order equals, whole and without gaps", async () => {
    const equal = [4.5, 1, 3, 3, 3, 3, 3];
    const first = await desk.scored({ state: "panel", title: "同分甲" }, [equal, equal, equal]);
    const second = await desk.scored({ state: "panel", title: "同分乙" }, [equal, equal, equal]);
    expect((await ranking()).shows("同分待定")).toBe(true);
    const order = (a: string, b: string, who = desk.office.chair) =>
      record(first.id, { intent: "order_ties", [`place-${first.id}`]: a, [`place-${second.id}`]: b }, who);
    expect((await order("2", "1", desk.office.officer)).status).toBe(403);
    expect((await record(first.id, undefined, desk.office.officer)).html).not.toContain("order_ties");
    const gap = await order("1", "1");
    expect(gap.status).toBe(422);
    expect(gap.shows("每个名次只能用一次")).toBe(true);
    const part = await record(
      first.id,
      { intent: "order_ties", [`place-${first.id}`]: "1" },
      desk.office.chair,
    );
    expect(part.status).toBe(409);
    expect((await order("2", "1")).status).toBe(303);
    const { html } = await ranking();
    expect(html.indexOf(">同分乙<")).toBeLessThan(html.indexOf(">同分甲<"));
    expect((await ranking()).shows("同分，主任委员已排定")).toBe(true);
    const events = await desk.portal.events();
    expect(events.at(-1)).toMatchObject({ type: "ranking.ties_ordered" });
  });

  it("speaks English as completely", async () => {
    const { html } = await ranking(desk.office.officer, "", "en");
    for (const text of [
      "Ranked by the rule book",
      "Shortlist line 70.00",
      "Reserve line 60.00",
      "tied, by the chair",
    ])
      expect(html).toContain(text);
    expect(html.replace(/<title>.*?<\/title>/, "")).not.toMatch(/名次|入围线|评分表/);
  });

  it("moves the funding line by address, and saves it from there", async () => {
    const tried = await ranking(desk.office.officer, "?calibrated&sort=-calibrated&line=2");
    expect(tried.shows("保存为前2项")).toBe(true);
    expect(tried.html).toMatch(/<input type="hidden" name="sort" value="-calibrated"/);
    expect((await ranking(desk.office.member, "?line=2")).html).not.toContain("move_line");
    for (const line of ["0", "1.5", "许多", "400"]) {
      const wrong = await ranking(desk.office.officer, `?line=${encodeURIComponent(line)}`);
      expect(wrong.html, line).toMatch(/请填1–\d+的整数。/);
      expect(wrong.html).toContain(`value="${line}"`);
      expect(wrong.html).not.toContain("move_line");
    }
    const save = async (who: typeof desk.office.officer, version: string) =>
      (await desk.browser(who)).visit(rankingPage, "/staff/ranking/C5?calibrated", {
        ...{ params: { call: "C5" }, form: { intent: "move_line", places: "2", version } },
      });
    expect((await save(desk.office.member, "0")).status).toBe(403);
    const saved = await save(desk.office.officer, "0");
    expect([saved.status, saved.location]).toEqual([303, "/staff/ranking/C5?calibrated&done=line"]);
    const stale = await save(desk.office.chair, "0");
    expect(stale.status).toBe(409);
    expect(stale.shows("有人移动过资助线")).toBe(true);
    expect((await ranking()).shows("资助线：前2项")).toBe(true);
    expect((await desk.portal.events()).at(-1)).toMatchObject({ type: "ranking.line_moved" });
  });

  it("shows fifty a page, small enough for a slow line, with the lines on the page they fall on", async () => {
    for (let n = 0; n < 56; n += 1)
      await desk.scored({ state: "panel", title: `满页产线${n}` }, [5, 5, 5].map(all));
    const first = await ranking();
    const next = (html: string) => /href="[^"]*(\?after=[^"]+)" rel="next"/.exec(html)?.[1];
    const second = await ranking(desk.office.officer, next(first.html));
    expect(first.html.match(/data-row-link/g)).toHaveLength(50);
    expect(first.html).not.toContain("入围线 70.00分");
    expect(second.html).toContain("入围线 70.00分");
    expect(next(second.html)).toBeUndefined();
    expect(gzipSync(first.html).length).toBeLessThan(30_000);
    const beyond = await ranking(desk.office.officer, "?after=9_9~zzz");
    expect(beyond.html.match(/data-row-link/g)).toHaveLength(50);
  });
});

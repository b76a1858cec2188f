import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { calibrateCalls } from "#app/features/reviews/calibration/calibrate-calls.ts";
import * as calibrationPage from "#app/routes/staff/ranking/calibration.tsx";
import * as rankingPage from "#app/routes/staff/ranking/ranking.tsx";
import * as scoreRecord from "#app/routes/staff/ranking/score-record.tsx";
import { all, type RankingDesk, rankingDesk } from "./ranking-desk.ts";

describe("calibration on the office's pages", () => {
  let desk: RankingDesk;
  let ids: string[];
  beforeAll(async () => {
    desk = await rankingDesk();
    const { office } = desk;
    const reviewers: PersonActor[] = [];
    for (const name of ["松示例", "平示例", "紧示例"]) reviewers.push(await office.addReviewer(name));
    ids = [];
    for (const [index, worth] of [4, 3.5, 3, 3.5, 2.5, 2].entries()) {
      const application = await office.addApplication({ state: "panel", title: `校准产线${index}` });
      ids.push(application.id);
      for (const [at, more] of [1, 0, -1].entries())
        await office.addReview(
          application,
          reviewers[at]!,
          all(worth + more + ((index + at) % 2) * 0.5 - 0.5),
        );
    }
  });
  afterAll(() => desk.portal.destroy());

  const open = async (who: PersonActor, lang: "zh" | "en" = "zh", query = "") =>
    (await desk.browser(who, lang)).visit(calibrationPage, `/staff/ranking/C5/calibration${query}`, {
      params: { call: "C5" },
    });
  const record = async (who: PersonActor, lang: "zh" | "en" = "zh") =>
    (await desk.browser(who, lang)).visit(scoreRecord, `/staff/ranking/C5/${ids[1]}`, {
      params: { call: "C5", applicationId: ids[1]! },
    });
  const ranking = async (query = "", lang: "zh" | "en" = "zh") =>
    (await desk.browser(desk.office.officer, lang)).visit(rankingPage, `/staff/ranking/C5${query}`, {
      params: { call: "C5" },
    });

  it("says that it is being computed, on every page that will show it", async () => {
    for (const visit of [await open(desk.office.officer), await ranking()])
      expect(visit.shows("正在计算，通常几秒钟")).toBe(true);
    expect((await open(desk.office.officer)).html).not.toContain('<svg class="chart"');
    while (await calibrateCalls(desk.portal.ctx({ kind: "system" })));
    expect((await ranking()).shows("正在计算")).toBe(false);
  });

  it("draws the ranks with their intervals and says the same in a table, without a style of its own", async () => {
    const { html } = await open(desk.office.officer, "zh", "?line=2");
    expect(html).not.toMatch(/ style=/);
    const plot = /<svg class="chart"[\s\S]*?<\/svg>/.exec(html)![0];
    expect(plot.match(/<rect class="s1"/g)).toHaveLength(6);
    expect(plot).toMatch(/<title id="plot-title">[^<]+<\/title><desc id="plot-desc">/);
    const table = /<details>[\s\S]*?<\/details>/.exec(html)![0];
    for (const id of ids) expect(table).toContain(`/staff/ranking/C5/${id}#calibrated`);
    expect(html).toContain("资助线在前2项之后");
  });

  it("tells reviewers' leniency to the office and to nobody else", async () => {
    const page = (await open(desk.office.officer)).html;
    expect(page).toMatch(/id="severity"[\s\S]*松示例[\s\S]{0,200}>\+\d/);
    expect(page).toMatch(/紧示例[\s\S]{0,200}>−\d/);
    expect((await record(desk.office.officer)).html).toMatch(/各专家的松紧[\s\S]*松示例/);
    for (const who of [desk.office.member, desk.office.chair]) {
      expect((await open(who)).html).not.toMatch(/id="severity"|松示例/);
      expect((await record(who)).html).not.toMatch(/松示例|各专家的松紧/);
    }
    expect((await open(desk.office.auditor)).html).not.toContain("松示例");
    for (const who of [desk.office.owner, await desk.office.addReviewer("局外专家")]) {
      expect((await open(who)).status).toBe(404);
      expect((await record(who)).status).toBe(404);
    }
  });

  it("opens the arithmetic of every figure", async () => {
    const { html } = await ranking("?calibrated&sort=-calibrated");
    expect(html.match(new RegExp(`/staff/ranking/C5/${ids[1]}#calibrated`, "g"))?.length).toBe(6);
    expect(html).toContain(`/staff/ranking/C5/${ids[1]}#sums`);
    const sums = /id="calibrated"[\s\S]*?<\/section>/.exec((await record(desk.office.officer)).html)![0];
    const formula = /([\d.]+) \+ ([\d.]+) × \(([\d.]+) ([+−]) ([\d.]+) − ([\d.]+)\) = (?:<b>)?([\d.]+)/.exec(
      sums.replaceAll("<!-- -->", ""),
    )!;
    const [mean, shrinkage, own, , met, again, worth] = formula.slice(1).map(Number);
    const severity = formula[4] === "+" ? -met! : met!;
    expect(mean! + shrinkage! * (own! - severity - again!)).toBeCloseTo(worth!, 1);
  });

  it("speaks English as completely", async () => {
    for (const { html } of [
      await open(desk.office.officer, "en"),
      await ranking("?calibrated", "en"),
      await record(desk.office.officer, "en"),
    ])
      expect(html.replace(/<title>.*?<\/title>/, "")).not.toMatch(/校准分|松紧|期望|概率|资助线/);
  });
});

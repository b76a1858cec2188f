import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gzipSync } from "node:zlib";
import * as bulkPage from "#app/routes/staff/applications/bulk.tsx";
import * as listPage from "#app/routes/staff/applications/list.tsx";
import * as checksPage from "#app/routes/staff/checks.tsx";
import * as homePage from "#app/routes/staff/home.tsx";
import * as layout from "#app/routes/staff/layout.tsx";
import { type RankingDesk, rankingDesk } from "./ranking-desk.ts";

describe("the staff home and the list of applications", () => {
  let desk: RankingDesk;
  beforeAll(async () => {
    desk = await rankingDesk();
    const states = ["formal_review", "submitted", "supplement_required", "expert_review", "panel"];
    for (let n = 0; n < 60; n += 1)
      await desk.office.addApplication({
        ...{
          state: states[n % 5]!,
          stateSince: "2026-11-02T01:00:00.000Z",
          title: `八英寸碳化硅示例产线第${n}期`,
        },
        ...(states[n % 5] === "supplement_required" ? { dueAt: "2026-11-24T09:00:00.000Z", round: 1 } : {}),
      });
  });
  afterAll(() => desk.portal.destroy());

  const visit = async (route: object, path: string, who = desk.office.officer, lang: "zh" | "en" = "zh") =>
    (await desk.browser(who, lang)).visit(route, path);
  const list = (query = "", who = desk.office.officer, lang: "zh" | "en" = "zh") =>
    visit(listPage, `/staff/applications${query}`, who, lang);
  const rows = (html: string) => [...html.matchAll(/data-row-link="open"/g)].length;

  it("counts what needs a hand, and every count links to a list of as many", async () => {
    const home = await visit(homePage, "/staff");
    expect(home.status).toBe(200);
    const links = [
      ...home.html.matchAll(
        /<td class="num"><b class="text-base">(\d+)<\/b>.*?href="(\/staff\/applications[^"]*)"/gs,
      ),
    ];
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const [, count, href] of links) {
      const shown = await list(href!.replace("/staff/applications", "").replaceAll("&amp;", "&"));
      expect([href, rows(shown.html)]).toEqual([href, Number(count)]);
    }
  });

  it("stays within twelve statements a page, with the rail and the session", async () => {
    const pages = [
      [homePage, "/staff"],
      [listPage, "/staff/applications"],
      [listPage, "/staff/applications?call=C5&state=panel&text=碳"],
      [checksPage, "/staff/checks"],
    ] as const;
    const browser = await desk.browser(desk.office.officer);
    const db = desk.portal.db as typeof desk.portal.db & {
      statementsDuring(work: () => Promise<unknown>): Promise<string[]>;
    };
    for (const [page, path] of pages) {
      const statements = await db.statementsDuring(async () => {
        await browser.visit(layout, path);
        await browser.visit(page, path);
      });
      expect([path, statements.length <= 12]).toEqual([path, true]);
    }
  });

  it("keeps a full page under 30 KB gzipped", async () => {
    const page = await list();
    expect(rows(page.html)).toBe(50);
    expect(gzipSync(page.html).length).toBeLessThan(30 * 1024);
  });

  it("keeps the filter in its own links: pages, heads and export", async () => {
    const { html } = await list("?call=C5&state=panel,expert_review&sort=-amount");
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));
    expect(links).toContain(
      "/staff/exports/applications.xlsx?call=C5&state=expert_review%2Cpanel&sort=-amount",
    );
    expect(links).toContain("/staff/applications?call=C5&state=expert_review%2Cpanel&sort=amount");
    expect(html).toContain('aria-sort="descending"');
  });

  it("walks to the second page and back by plain links", async () => {
    const first = await list();
    const next = /href="([^"]+)" rel="next"/.exec(first.html)?.[1]?.replaceAll("&amp;", "&");
    const second = await list(next);
    expect(rows(second.html)).toBe(10);
    const previous = /href="([^"]+)" rel="prev"/.exec(second.html)?.[1]?.replaceAll("&amp;", "&");
    expect(rows((await list(previous)).html)).toBe(50);
  });

  it("gives readers the list without boxes to tick, and outsiders nothing", async () => {
    for (const who of [desk.office.member, desk.office.auditor]) {
      const page = await list("", who, "en");
      expect(page.status).toBe(200);
      expect(page.html).not.toContain('type="checkbox"');
    }
    for (const who of [desk.office.owner, await desk.office.addReviewer("外部专家")]) {
      for (const [route, path] of [
        [listPage, "/staff/applications"],
        [homePage, "/staff"],
        [layout, "/staff"],
      ] as const)
        expect((await visit(route, path, who)).status).toBe(404);
    }
  });

  it("shows what a bulk action would do before it does it, and reports row by row", async () => {
    const { officer, otherOfficer } = desk.office;
    const mine = await desk.office.addApplication({
      state: "panel",
      officerId: otherOfficer.personId,
      title: "已有经办",
    });
    const free = await desk.office.addApplication({ state: "panel", title: "待分派" });
    const query = `?action=assign_officer&officer=${otherOfficer.personId}&id=${mine.id}&id=${free.id}&back=state%3Dpanel`;
    const browser = await desk.browser(officer);
    const preview = await browser.visit(bulkPage, `/staff/applications/bulk${query}`);
    expect(preview.shows("1份可执行，1份不会改动，原因见表。")).toBe(true);
    expect(preview.shows("已由这位经办")).toBe(true);
    const posted = [...preview.html.matchAll(/name="row" value="([^"]+)"/g)].map(([, row]) => row!);
    expect(posted).toEqual([`${free.id}~1`]);
    const report = await browser.visit(bulkPage, `/staff/applications/bulk${query}`, {
      form: { row: posted },
    });
    expect(report.shows("已完成1份。")).toBe(true);
    expect(report.html).toContain('href="/staff/applications?state=panel"');
    const again = await browser.visit(bulkPage, `/staff/applications/bulk${query}`, {
      form: { row: posted },
    });
    expect(again.shows("核对之后有人改动过，请重新核对")).toBe(true);
    const reader = await desk.browser(desk.office.auditor);
    expect((await reader.visit(bulkPage, `/staff/applications/bulk${query}`)).status).toBe(404);
    expect(
      (await reader.visit(bulkPage, `/staff/applications/bulk${query}`, { form: { row: posted } })).status,
    ).toBe(404);
  });

  it("asks for a reason where one is owed, and keeps what was typed", async () => {
    const { id } = await desk.office.addApplication({ state: "panel" });
    const browser = await desk.browser(desk.office.officer);
    const path = `/staff/applications/bulk?action=not_shortlist&id=${id}`;
    const refused = await browser.visit(bulkPage, path, { form: { row: `${id}~1`, reason: "太短" } });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("太短</textarea>");
    expect(refused.html).toContain('href="#reason"');
    const done = await browser.visit(bulkPage, path, {
      form: { row: `${id}~1`, reason: "评审得分低于入围线，暂不具备条件。" },
    });
    expect(done.shows("已完成1份。")).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as exportFile from "#app/routes/staff/exports/export.ts";
import * as overview from "#app/routes/staff/exports/overview.tsx";
import { parseCsv } from "#tests/features/exports/read-back.ts";
import { all, type RankingDesk, rankingDesk } from "./ranking-desk.ts";

describe("taking lists out", () => {
  let desk: RankingDesk;
  beforeAll(async () => {
    desk = await rankingDesk();
    await desk.scored({ state: "panel", title: "已评产线" }, [4, 4, 4].map(all));
    await desk.office.addApplication({ state: "formal_review" });
  });
  afterAll(() => desk.portal.destroy());

  const take = async (file: string, who = desk.office.officer, lang: "zh" | "en" = "zh") =>
    (await desk.browser(who, lang)).visit(exportFile, `/staff/exports/${file}`, {
      params: { file: file.split("?")[0]! },
    });
  const events = async () =>
    (
      await desk.portal.db.read
        .selectFrom("event")
        .select("data")
        .where("type", "=", "export.made")
        .orderBy("seq")
        .execute()
    ).map(({ data }) => JSON.parse(data) as unknown);

  it("sends a file to keep, and puts on record who asked for what", async () => {
    const before = (await events()).length;
    const file = await take("applications.csv?call=C5&state=panel&lang=zh");
    expect(file.status).toBe(200);
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toMatch(
      /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/,
    );
    expect(file.headers.get("cache-control")).toBe("no-store");
    expect(parseCsv(file.html)).toHaveLength(2);
    expect((await events()).slice(before)).toEqual([
      { kind: "applications", format: "csv", locale: "zh", filters: "call=C5&state=panel" },
    ]);
  });

  it("speaks the reader's language", async () => {
    const zh = parseCsv((await take("scores.csv?call=C5")).html);
    const en = parseCsv((await take("scores.csv?call=C5", desk.office.auditor, "en")).html);
    expect([zh[0]![0], zh[1]![2]]).toEqual(["名次", "已评产线"]);
    expect(en[0]![0]).toBe("Rank");
    expect(en).toHaveLength(zh.length);
  });

  it.each([
    ["a kind there is none of", "people.csv", "officer"],
    ["a format there is none of", "applications.pdf", "officer"],
    ["a call there is none of", "scores.csv?call=C9", "officer"],
    ["applications, by the chair", "applications.xlsx", "chair"],
    ["scores, by a member", "scores.csv?call=C5", "member"],
    ["sheets, by a member", "reviews.csv?call=C5", "member"],
    ["decisions, by a company", "decisions.csv", "owner"],
  ] as const)("does not know %s, and records nothing", async (_what, file, who) => {
    const before = (await events()).length;
    expect((await take(file, desk.office[who])).status).toBe(404);
    expect(await events()).toHaveLength(before);
  });

  it("offers each person what they may take", async () => {
    const offered = async (who = desk.office.officer) => {
      const page = await (await desk.browser(who)).visit(overview, "/staff/exports");
      return [...page.html.matchAll(/href="\/staff\/exports\/([^"]+\.csv[^"]*)"/g)].map(([, file]) => file!);
    };
    expect(await offered()).toEqual([
      "applications.csv",
      "scores.csv?call=C5",
      "reviews.csv?call=C5",
      "decisions.csv",
    ]);
    expect(await offered(desk.office.member)).toEqual(["decisions.csv"]);
    for (const file of await offered()) expect((await take(file)).status).toBe(200);
  });
});

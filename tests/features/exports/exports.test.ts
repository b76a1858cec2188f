import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { readListFilter } from "#app/domain/applications/list-filter.ts";
import { exportApplications } from "#app/features/applications/office/export-applications.ts";
import { listApplications } from "#app/features/applications/office/list-applications.ts";
import { resolveFilter } from "#app/features/applications/office/narrow-list.ts";
import { exportDecisions } from "#app/features/decisions/export-decisions.ts";
import { recordDecision } from "#app/features/decisions/record-decision.ts";
import { batchSize } from "#app/features/keyset-batches.ts";
import { readCursor } from "#app/features/keyset.ts";
import { exportReviews } from "#app/features/reviews/office/export-reviews.ts";
import { exportScores } from "#app/features/reviews/office/export-scores.ts";
import { listRanking } from "#app/features/reviews/office/list-ranking.ts";
import { sheetOf } from "#app/http/spreadsheet-response.ts";
import { newId } from "#app/platform/new-id.ts";
import {
  applicationColumns,
  decisionColumns,
  reviewColumns,
  scoreColumns,
} from "#app/routes/staff/exports/columns.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { c5Rubric } from "#tests/features/office/office-calls.ts";
import { DIALECTS, FROZEN_NOW, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { csvOf, xlsxOf } from "./read-back.ts";

const everybodyNamed = ["officer", "administrator", "auditor"] as const;

describe.each(DIALECTS)("exports on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  let hiddenId: string;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
    for (let n = 0; n < 55; n += 1)
      await office.addApplication({
        ...{ state: n % 2 ? "panel" : "formal_review", city: n % 3 ? "140100" : "140900" },
        amountFen: n === 0 ? null : 1_234_567 * n,
        ...(n === 1 ? { title: '=HYPERLINK("http://example.test","点我")', company: '甲,子"示例"公司' } : {}),
      });
    const scores = [
      [4, 4, 4],
      [3, 3, 3],
      [4, 4, 4],
      [2, 2],
    ];
    for (const [index, sheets] of scores.entries()) {
      const application = await office.addApplication({ state: "panel", title: `已评${index}` });
      for (const score of sheets)
        await office.addReview(
          application,
          await office.addReviewer(`评审专家${index}`),
          Array<number>(7).fill(score),
        );
      if (index === 2) hiddenId = application.id;
    }
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{ id: newId(), application_id: hiddenId, person_id: office.otherOfficer.personId, note: "" },
          ...{ state: "confirmed", source: "office", kind: "equity", created_at: FROZEN_NOW.toISOString() },
        })
        .execute(),
    );
    const { id } = await office.addApplication({ state: "ic_review", amountFen: 100_000_000 });
    const recorded = await recordDecision(office.as(office.officer), {
      ...{ applicationId: id, replaces: null, kind: "approve", amountFen: 81_234_500, conditions: "" },
      ...{ reasonCode: null, reasonText: "", meetingOn: "2026-11-20" },
    });
    if (!recorded.ok) throw new Error(recorded.reason);
  });
  afterAll(() => db.destroy());

  const filterOf = (who: PersonActor, query: string) =>
    resolveFilter(office.as(who), readListFilter(new URLSearchParams(query)), [
      { id: office.callId, code: "C5", year: 2026 },
    ]);
  const applications = async (who: PersonActor, query = "", locale: "zh" | "en" = "zh") => {
    const rows = exportApplications(office.as(who), await filterOf(who, query));
    return rows && sheetOf("申报", applicationColumns(locale), rows);
  };
  async function listed(who: PersonActor, query: string): Promise<(string | null)[]> {
    const numbers: (string | null)[] = [];
    for (let at = ""; ;) {
      const page = await listApplications(
        office.as(who),
        await filterOf(who, query),
        readCursor(new URLSearchParams(at)),
      );
      numbers.push(...page.rows.map(({ number }) => number));
      if (page.next === null) return numbers;
      at = `after=${page.next}`;
    }
  }

  it.each([
    "",
    "state=panel",
    "city=140900&sort=-amount",
    "sort=number",
    "text=甲,子",
    "officer=none&state=formal_review",
  ])("takes out exactly the rows of the list, in its order: %s", async (query) => {
    for (const who of [office.officer, office.otherOfficer]) {
      const [, ...records] = await csvOf((await applications(who, query))!);
      expect(records.map(([number]) => number)).toEqual(await listed(who, query));
    }
  });

  it("reads back as it was written: neutral text, plain numbers, Beijing times", async () => {
    const [head, ...records] = await csvOf((await applications(office.officer, "sort=number"))!);
    const record = Object.fromEntries(head!.map((name, index) => [name, records[1]![index]]));
    expect(record).toMatchObject({
      ...{ 申报编号: "SXIC-2026-C5-0002", 项目名称: `'=HYPERLINK("http://example.test","点我")` },
      ...{ 企业名称: '甲,子"示例"公司', "申请出资（万元）": "1.23", 状态: "合议" },
      提交时间: "2026-11-23 16:00:00",
    });
    expect(records[0]![head!.indexOf("申请出资（万元）")]).toBe("");
  });

  it("opens as a workbook with real numbers and dates, in English when asked", async () => {
    const sheet = await xlsxOf((await applications(office.auditor, "sort=number", "en"))!);
    const [head, , second] = [sheet.getRow(1), sheet.getRow(2), sheet.getRow(3)];
    const names = (head.values as string[]).slice(1);
    expect(names).not.toContain("申报编号");
    const cell = (name: RegExp) => second.getCell(names.findIndex((each) => name.test(each)) + 1).value;
    expect(cell(/^(Requested|Asked|Amount)/i)).toBe(1.234567);
    expect(cell(/^State$/i)).toBe("Panel");
    expect(cell(/^Submitted/i)).toEqual(new Date("2026-11-23T16:00:00.000Z"));
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.rowCount).toBe(61);
  });

  it("is for those who may take it, kind by kind", async () => {
    const people = ["officer", "administrator", "auditor", "chair", "member", "owner"] as const;
    const may = async (take: (who: PersonActor) => unknown) => {
      const allowed: string[] = [];
      for (const name of people) if ((await take(office[name])) !== undefined) allowed.push(name);
      return allowed;
    };
    expect(await may((who) => applications(who))).toEqual(everybodyNamed);
    expect(await may((who) => exportScores(office.as(who), "C5", false))).toEqual([
      ...everybodyNamed,
      "chair",
    ]);
    expect(await may((who) => exportReviews(office.as(who), "C5"))).toEqual([...everybodyNamed, "chair"]);
    expect(await may((who) => exportDecisions(office.as(who), { state: null }))).toEqual([
      ...everybodyNamed,
      ...["chair", "member"],
    ]);
    expect(await exportScores(office.as(await office.addReviewer("外部专家")), "C5", false)).toBeUndefined();
  });

  it("takes the ranking out as the page shows it, and counts hidden rows in the ranks", async () => {
    const taken = async (who: PersonActor) => {
      const scores = (await exportScores(office.as(who), "C5", false))!;
      return (await csvOf(sheetOf("评分", scoreColumns("zh", scores.rubric), scores.rows))).slice(1);
    };
    const page = (await listRanking(office.as(office.officer), "C5"))!;
    const records = await taken(office.officer);
    expect(records.map(([rank, number]) => [rank, number])).toEqual(
      page.rows.map(({ rank, number }) => [rank === null ? "" : String(rank), number]),
    );
    expect(records.map(([rank]) => rank)).toEqual(["1", "1", "3", ""]);
    const recused = await taken(office.otherOfficer);
    expect(recused.map(([rank]) => rank)).toEqual(["1", "3", ""]);
    expect(recused).toEqual(records.filter(([, number]) => recused.some((row) => row[1] === number)));
  });

  it("takes every sheet out, with names for the office and codes for the chair", async () => {
    const taken = async (who: PersonActor) => {
      const reviews = (await exportReviews(office.as(who), "C5"))!;
      return csvOf(sheetOf("评审表", reviewColumns("zh", reviews.rubric), reviews.rows));
    };
    const [head, ...named] = await taken(office.auditor);
    expect(named).toHaveLength(11);
    expect(head!.filter((name) => /K\d/.test(name))).toHaveLength(2 * c5Rubric.criteria.length);
    expect(named.some((record) => record.includes("评审专家0"))).toBe(true);
    const coded = (await taken(office.chair)).slice(1);
    expect(coded.some((record) => record.some((cell) => cell.includes("评审专家")))).toBe(false);
    expect(coded.map(([, , code]) => code)).toEqual(
      [3, 3, 3, 2].flatMap((sheets) => ["E-001", "E-002", "E-003"].slice(0, sheets)),
    );
  });

  it("takes decisions out with their amounts as numbers", async () => {
    const rows = exportDecisions(office.as(office.member), { state: "recorded" })!;
    const sheet = await xlsxOf(sheetOf("决定", decisionColumns("zh"), rows));
    expect(sheet.rowCount).toBe(2);
    expect((sheet.getRow(2).values as unknown[]).filter((value) => typeof value === "number")).toEqual([
      100, 81.2345,
    ]);
  });

  it("reads a long list in batches, each row once", async () => {
    const template = await db.read
      .selectFrom("application")
      .selectAll()
      .where("state", "=", "panel")
      .limit(1)
      .executeTakeFirstOrThrow();
    const { reviewers: _, reviews: __, ...fields } = template;
    await db.write(async (trx) => {
      for (let n = 0; n < batchSize + 5; n += 1)
        await trx
          .insertInto("application")
          .values({ ...fields, id: newId(), number: `SXIC-2026-C5-${10_000 + n}`, state: "reserve" })
          .execute();
    });
    let statements: string[] = [];
    const numbers: string[] = [];
    statements = await db.statementsDuring(async () => {
      for (const [number] of (
        await csvOf((await applications(office.auditor, "state=reserve&sort=number"))!)
      ).slice(1))
        numbers.push(number!);
    });
    expect(statements).toHaveLength(2);
    expect(new Set(numbers).size).toBe(batchSize + 5);
    expect(numbers).toEqual(numbers.toSorted());
  }, 60_000);
});

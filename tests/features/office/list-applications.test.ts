import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ListFilter, listSorts, readListFilter } from "#app/domain/applications/list-filter.ts";
import { countApplications } from "#app/features/applications/office/count-applications.ts";
import { countForRail } from "#app/features/applications/office/count-for-rail.ts";
import { listApplications } from "#app/features/applications/office/list-applications.ts";
import { listFormalChecks } from "#app/features/applications/office/list-formal-checks.ts";
import { listStuck } from "#app/features/applications/office/list-stuck.ts";
import { listUpcoming } from "#app/features/applications/office/list-upcoming.ts";
import { readFunnel } from "#app/features/applications/office/read-funnel.ts";
import { resolveFilter } from "#app/features/applications/office/narrow-list.ts";
import { readCursor } from "#app/features/keyset.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

const plain = readListFilter(new URLSearchParams());

describe.each(DIALECTS)("the office's lists on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  let recusedFrom: string;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
    const states = ["formal_review", "expert_review", "supplement_required", "panel"];
    for (let n = 0; n < 120; n += 1)
      await office.addApplication({
        ...{ state: states[n % 4]!, amountFen: n % 7 === 0 ? null : ((n * 37) % 50) * 1_000_000 },
        ...{
          city: n % 3 === 0 ? "140200" : "140100",
          officerId: n % 5 === 0 ? office.officer.personId : null,
        },
        // Many share an instant, so that the id has to decide.
        stateSince: `2026-11-${String(1 + (n % 9)).padStart(2, "0")}T01:00:00.000Z`,
        ...{
          company: n === 11 ? "丙午示例100%公司" : `甲子示例${n}公司`,
          title: n === 12 ? "碳化硅_外延" : `产线${n}`,
        },
      });
    await office.addApplication({ state: "draft" });
    recusedFrom = (await office.addApplication({ state: "formal_review", amountFen: 5_000_000 })).id;
    await db.write((trx) =>
      trx
        .insertInto("conflict")
        .values({
          ...{
            id: newId(),
            application_id: recusedFrom,
            person_id: office.officer.personId,
            state: "confirmed",
          },
          ...{ source: "office", kind: "relative", note: "", created_at: "2026-11-20T00:00:00.000Z" },
        })
        .execute(),
    );
  });
  afterAll(() => db.destroy());

  const resolved = (filter: Partial<ListFilter>, who = office.officer) =>
    resolveFilter(office.as(who), { ...plain, ...filter }, [{ id: office.callId, code: "C5", year: 2026 }]);
  const page = async (filter: Partial<ListFilter>, query = "", who = office.officer) =>
    listApplications(office.as(who), await resolved(filter, who), readCursor(new URLSearchParams(query)));

  async function walk(filter: Partial<ListFilter>, who = office.officer): Promise<string[]> {
    const ids: string[] = [];
    for (let query = "", rounds = 0; rounds < 10; rounds += 1) {
      const { rows, next } = await page(filter, query, who);
      ids.push(...rows.map(({ id }) => id));
      if (next === null) return ids;
      query = `after=${next}`;
    }
    throw new Error("the list does not end");
  }

  it.each(
    listSorts.flatMap((sort) => [
      { sort, descending: false },
      { sort, descending: true },
    ]),
  )(
    "shows every row once by $sort (descending $descending), and the same pages backwards",
    async ({ sort, descending }) => {
      const ids = await walk({ sort, descending });
      expect(ids).toHaveLength(120);
      expect(new Set(ids).size).toBe(120);
      const second = await page({ sort, descending }, `after=${(await page({ sort, descending })).next}`);
      const first = await page({ sort, descending }, `before=${second.previous}`);
      expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 50));
      expect(first.previous).toBeNull();
      const { rows } = await page({ sort, descending });
      const keys = rows.map(
        (row) =>
          ({ number: row.number, submitted: row.submittedAt, since: row.since, amount: row.amountFen ?? -1 })[
            sort
          ]!,
      );
      const sorted = [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(keys).toEqual(descending ? sorted.toReversed() : sorted);
    },
  );

  it.each([
    ["everything", {}],
    ["a call", { call: "C5" }],
    ["no such call", { call: "C9" }],
    ["one state", { states: ["panel"] }],
    ["two states", { states: ["panel", "formal_review"] }],
    ["a city", { city: "140200" }],
    ["mine", { officer: "me" }],
    ["unclaimed", { officer: "none" }],
    ["state and city and officer", { states: ["panel"], city: "140200", officer: "me" }],
    ["text of the company", { text: "100%" }],
    ["text of the title", { text: "硅_外" }],
    ["unclaimed, as a need", { need: "unclaimed" }],
    ["short of reviewers", { need: "short_of_reviewers" }],
    ["overdue checks", { need: "check_overdue" }],
  ] as [string, Partial<ListFilter>][])("counts and sums what it lists: %s", async (_name, filter) => {
    const rows = await db.read.selectFrom("application").select(["id", "amount_requested_fen"]).execute();
    const amounts = new Map(rows.map((row) => [row.id, row.amount_requested_fen ?? 0]));
    for (const who of [office.officer, office.auditor]) {
      const ids = await walk(filter, who);
      expect(await countApplications(office.as(who), await resolved(filter, who))).toEqual({
        count: ids.length,
        amountFen: ids.reduce((sum, id) => sum + (amounts.get(id) ?? 0), 0),
      });
    }
  });

  it("finds text literally, and nothing else", async () => {
    expect(await walk({ text: "100%" })).toHaveLength(1);
    expect(await walk({ text: "硅_外" })).toHaveLength(1);
    expect(await walk({ text: "碳化硅x外延" })).toHaveLength(0);
  });

  it("shows no draft, nothing one is recused from, and nothing at all to outsiders", async () => {
    expect(await walk({}, office.officer)).not.toContain(recusedFrom);
    expect(await walk({}, office.auditor)).toContain(recusedFrom);
    const states = (await page({}, "", office.auditor)).rows.map(({ state }) => state);
    expect(states).not.toContain("draft");
    const outsider = await office.addPerson("外人");
    const reviewer = await office.addReviewer("专家");
    for (const who of [outsider, reviewer, office.owner]) {
      expect((await page({}, "", who)).rows).toEqual([]);
      expect(await countApplications(office.as(who), await resolved({}, who))).toEqual({
        count: 0,
        amountFen: 0,
      });
      expect(await countForRail(office.as(who))).toBeNull();
      expect(await listStuck(office.as(who))).toEqual([]);
      expect(await readFunnel(office.as(who))).toEqual([]);
    }
  });

  it("asks as many statements for one row as for many", async () => {
    const ctx = office.as(office.officer);
    const work = {
      list: () => page({}),
      count: async () => countApplications(ctx, await resolved({})),
      rail: () => countForRail(ctx),
      stuck: () => listStuck(ctx),
      funnel: () => readFunnel(ctx),
      upcoming: () => listUpcoming(ctx),
      checks: () => listFormalChecks(ctx, "formal_review", null),
    };
    const counts = await Promise.all(
      Object.entries(work).map(async ([name, run]) => [name, run] as const),
    ).then(async (entries) => {
      const found: Record<string, number> = {};
      for (const [name, run] of entries) found[name] = (await db.statementsDuring(run)).length;
      return found;
    });
    expect(counts).toEqual({ list: 1, count: 3, rail: 2, stuck: 2, funnel: 2, upcoming: 1, checks: 1 });
  });

  it("counts what is stuck as the list behind it does", async () => {
    const stuck = await listStuck(office.as(office.officer));
    for (const { kind, callId, count } of stuck) {
      if (kind === "conflicts_open" || kind === "decisions_unreleased") continue;
      expect([kind, callId, count]).toEqual([
        kind,
        office.callId,
        (await walk({ call: "C5", need: kind })).length,
      ]);
    }
    expect(stuck.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["check_overdue", "unclaimed", "short_of_reviewers"]),
    );
  });

  it("knows how long the middle one has stood at a step", async () => {
    const funnel = await readFunnel(office.as(office.auditor));
    const panel = funnel.find(({ state }) => state === "panel");
    const rows = await db.read
      .selectFrom("application")
      .select("state_since")
      .where("state", "=", "panel")
      .orderBy("state_since")
      .execute();
    expect(panel).toMatchObject({
      count: rows.length,
      medianSince: rows[Math.floor((rows.length - 1) / 2)]!.state_since,
    });
    expect(funnel[0]).toMatchObject({ state: "draft", count: 1, medianSince: null });
  });
});

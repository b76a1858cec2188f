import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Discipline } from "#app/domain/reviews/coverage.ts";
import { newId } from "#app/platform/new-id.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type FundOffice, fundOffice } from "./fund-office.ts";

describe.each(DIALECTS)("tallies on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const counted = () =>
    sql<{
      call_id: string;
      state: string;
      city_code: string;
      officer_id: string;
      n: number;
      amount_fen: number;
    }>`
      select call_id, state, case when state = 'draft' then '' else city_code end as city_code,
        coalesce(officer_id, '') as officer_id, count(*) as n,
        sum(case when state = 'draft' then 0 else coalesce(amount_requested_fen, 0) end) as amount_fen
      from application group by 1, 2, 3, 4 order by 1, 2, 3, 4`
      .execute(db.read)
      .then(({ rows }) =>
        rows.map((row) => ({ ...row, n: Number(row.n), amount_fen: Number(row.amount_fen) })),
      );

  const tallied = () =>
    db.read
      .selectFrom("application_tally")
      .selectAll()
      .where("n", "!=", 0)
      .orderBy("call_id")
      .orderBy("state")
      .orderBy("city_code")
      .orderBy("officer_id")
      .execute();

  it("equals a count of the table after inserts, moves, claims, edits and deletes", async () => {
    await office.addApplication({ state: "draft", city: "140200" });
    const drafts = [
      await office.addApplication({ state: "draft" }),
      await office.addApplication({ state: "draft" }),
    ];
    const submitted = await office.addApplication({ state: "submitted", city: "140900", amountFen: null });
    const checked = await office.addApplication({ state: "formal_review", amountFen: 7_654_321 });
    const change = (id: string, set: Record<string, unknown>) =>
      db.write((trx) => trx.updateTable("application").set(set).where("id", "=", id).execute());
    await change(drafts[0]!.id, { city_code: "140300", amount_requested_fen: 5 });
    await change(drafts[1]!.id, { state: "submitted", city_code: "140300", amount_requested_fen: 500 });
    await change(submitted.id, { state: "formal_review", officer_id: office.officer.personId });
    await change(checked.id, { amount_requested_fen: 8_000_000 });
    await change(checked.id, { title_zh: "不影响计数" });
    await db.write((trx) => trx.deleteFrom("company_member").execute());
    await db.write((trx) => trx.deleteFrom("application").where("id", "=", drafts[0]!.id).execute());

    const rows = await tallied();
    expect(rows).toEqual(await counted());
    expect(rows.length).toBeGreaterThan(3);
  });

  it("counts standing and submitted assignments on the application, and open ones on the reviewer", async () => {
    const { id } = await office.addApplication({ state: "expert_review" });
    const reviewers = await Promise.all([1, 2, 3].map((n) => office.addReviewer(`专家${n}`)));
    const assignments = reviewers.map(({ personId }) => ({ id: newId(), personId }));
    await db.write(async (trx) => {
      for (const { id: assignmentId, personId } of assignments)
        await trx
          .insertInto("assignment")
          .values({
            ...{ id: assignmentId, application_id: id, reviewer_id: personId, state: "assigned", version: 1 },
            ...{ due_at: "2026-12-01T09:00:00.000Z", assigned_by: office.officer.personId },
            ...{ assigned_at: "2026-11-23T08:00:00.000Z", decline_reason: "" },
          })
          .execute();
    });
    const move = (n: number, state: "accepted" | "submitted" | "declined" | "recused") =>
      db.write((trx) =>
        trx.updateTable("assignment").set({ state }).where("id", "=", assignments[n]!.id).execute(),
      );
    const figures = async () => {
      const application = await db.read
        .selectFrom("application")
        .select(["reviewers", "reviews"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const loads = await db.read.selectFrom("reviewer_profile").select(["person_id", "load"]).execute();
      return [
        application.reviewers,
        application.reviews,
        ...assignments.map(({ personId }) => loads.find((row) => row.person_id === personId)?.load),
      ];
    };
    expect(await figures()).toEqual([3, 0, 1, 1, 1]);
    await move(0, "accepted");
    await move(0, "submitted");
    await move(1, "declined");
    expect(await figures()).toEqual([2, 1, 0, 0, 1]);
    await move(0, "recused");
    expect(await figures()).toEqual([1, 0, 0, 0, 1]);
    await db.write((trx) => trx.deleteFrom("assignment").where("id", "=", assignments[2]!.id).execute());
    expect(await figures()).toEqual([0, 0, 0, 0, 0]);
  });

  it("names the disciplines an application lacks, whoever comes, goes or changes, and whatever its call wants", async () => {
    const { id } = await office.addApplication({ state: "expert_review" });
    const { call_id: callId } = await db.read
      .selectFrom("application")
      .select("call_id")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const missing = async () =>
      (
        await db.read
          .selectFrom("application")
          .select("missing_reviewers")
          .where("id", "=", id)
          .executeTakeFirstOrThrow()
      ).missing_reviewers.trim();
    const assign = async (discipline: Discipline) => {
      const { personId } = await office.addReviewer("专家", { discipline });
      const assignmentId = newId();
      await db.write((trx) =>
        trx
          .insertInto("assignment")
          .values({
            ...{ id: assignmentId, application_id: id, reviewer_id: personId, state: "assigned", version: 1 },
            ...{ due_at: "2026-12-01T09:00:00.000Z", assigned_by: office.officer.personId },
            ...{ assigned_at: "2026-11-23T08:00:00.000Z", decline_reason: "" },
          })
          .execute(),
      );
      return { assignmentId, personId };
    };
    expect(await missing()).toBe("total technology industry finance investment_legal");
    const first = await assign("technology");
    for (const each of ["technology", "technology", "industry"] as const) await assign(each);
    const fifth = await assign("technology");
    expect(await missing()).toBe("finance investment_legal");
    const retrain = (discipline: Discipline) =>
      db.write((trx) =>
        trx
          .updateTable("reviewer_profile")
          .set({ discipline })
          .where("person_id", "=", fifth.personId)
          .execute(),
      );
    await retrain("finance");
    expect(await missing()).toBe("investment_legal");
    const want = (wanted: Partial<Record<"wanted_reviewers" | "wanted_investment_legal", number>>) =>
      db.write((trx) => trx.updateTable("call").set(wanted).where("id", "=", callId).execute());
    await want({ wanted_investment_legal: 0 });
    expect(await missing()).toBe("");
    await want({ wanted_reviewers: 6 });
    expect(await missing()).toBe("total");
    await want({ wanted_reviewers: 5 });
    await db.write((trx) =>
      trx.updateTable("assignment").set({ state: "declined" }).where("id", "=", first.assignmentId).execute(),
    );
    expect(await missing()).toBe("total");
    await db.write((trx) => trx.deleteFrom("assignment").where("id", "=", fifth.assignmentId).execute());
    expect(await missing()).toBe("total finance");
    await want({ wanted_reviewers: 5, wanted_investment_legal: 1 });
  });
});

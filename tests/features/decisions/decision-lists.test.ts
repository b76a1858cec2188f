import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DecisionScope, ListedDecision } from "#app/features/decisions/decision-record.ts";
import { exportDecisions } from "#app/features/decisions/export-decisions.ts";
import { findDecision } from "#app/features/decisions/find-decision.ts";
import { countAwaiting, listAwaiting } from "#app/features/decisions/list-awaiting.ts";
import { listDecisions } from "#app/features/decisions/list-decisions.ts";
import { recordDecision } from "#app/features/decisions/record-decision.ts";
import { type Cursor, pageSize, readCursor } from "#app/features/keyset.ts";
import { type FundOffice, fundOffice } from "#tests/features/office/fund-office.ts";
import { DIALECTS, testDatabase, type TestDatabase } from "#tests/support/database.ts";

describe.each(DIALECTS)("lists of decisions on %s", (dialect) => {
  let db: TestDatabase;
  let office: FundOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await fundOffice(db);
  });
  afterAll(() => db.destroy());

  const ctx = () => office.as(office.officer);
  async function decide(kind: "approve" | "reject") {
    const { id } = await office.addApplication({ state: "ic_review" });
    const approved = { amountFen: 80_000_000, reasonCode: null, reasonText: "" };
    const rejected = {
      amountFen: null,
      reasonCode: "D31",
      reasonText: "用地、环评和备案条件均未落实，建设条件不具备。",
    };
    const result = await recordDecision(ctx(), {
      ...{ applicationId: id, kind, conditions: "", meetingOn: "2026-11-20", replaces: null },
      ...(kind === "approve" ? approved : rejected),
    });
    if (!result.ok) throw new Error(result.reason);
    return { id, decisionId: result.decisionId };
  }
  const cursorOf = (direction: "after" | "before", text: string): Cursor =>
    readCursor(new URLSearchParams({ [direction]: text }))!;

  it("knows what waits for its decision, and only until one is recorded", async () => {
    const waiting = await office.addApplication({ state: "ic_review" });
    const { id } = await decide("approve");
    const { rows } = await listAwaiting(ctx(), null, null);
    expect(rows.map((row) => row.id)).toEqual([waiting.id]);
    expect(await countAwaiting(ctx())).toBe(1);
    expect(rows.map((row) => row.id)).not.toContain(id);
    expect((await listAwaiting(ctx(), "another call", null)).rows).toEqual([]);
    for (const who of [office.owner, await office.addReviewer("专家")]) {
      expect((await listAwaiting(office.as(who), null, null)).rows).toEqual([]);
      expect(await countAwaiting(office.as(who))).toBe(0);
    }
  });

  it("finds one for the fund's people alone", async () => {
    const { decisionId } = await decide("reject");
    expect(await findDecision(office.as(office.auditor), decisionId)).toMatchObject({
      ...{ id: decisionId, kind: "reject", callCode: "C5", applicationState: "ic_review" },
    });
    for (const who of [office.owner, await office.addReviewer("专家")])
      expect(await findDecision(office.as(who), decisionId)).toBeUndefined();
  });

  it("turns pages either way without losing or repeating a row, and exports what it lists", async () => {
    for (let n = 0; n < pageSize + 3; n += 1) await decide(n % 2 === 0 ? "reject" : "approve");
    for (const scope of [
      { state: null },
      { state: "recorded" },
      { state: null, kind: "reject" },
    ] as DecisionScope[]) {
      const first = await listDecisions(ctx(), scope, null);
      const second = first.next && (await listDecisions(ctx(), scope, cursorOf("after", first.next)));
      const listed = [...first.rows, ...(second ? second.rows : [])].map((row) => row.id);
      const exported: ListedDecision[] = [];
      for await (const row of exportDecisions(ctx(), scope)!) exported.push(row);
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed.toSorted()).toEqual(exported.map((row) => row.id).toSorted());
      if (!second) continue;
      const back = await listDecisions(ctx(), scope, cursorOf("before", second.previous!));
      expect(back.rows.map((row) => row.id)).toEqual(first.rows.map((row) => row.id));
    }
    expect(exportDecisions(office.as(office.owner), { state: null })).toBeUndefined();
  });

  it("asks the database once a list, however many rows", async () => {
    expect(await db.statementsDuring(() => listAwaiting(ctx(), null, null))).toHaveLength(1);
    expect(await db.statementsDuring(() => findDecision(ctx(), "none"))).toHaveLength(1);
  });
});

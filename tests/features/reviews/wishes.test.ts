import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { changeMix } from "#app/features/reviews/proposal/change-mix.ts";
import { assignmentMix } from "#app/features/reviews/proposal/assignment-mix.ts";
import { checkConflicts } from "#app/features/reviews/conflicts/check-conflicts.ts";
import {
  countWishes,
  hasWishes,
  listWishes,
  wishesPerPage,
} from "#app/features/reviews/wishes/list-wishes.ts";
import { saveWishes } from "#app/features/reviews/wishes/save-wishes.ts";
import { DIALECTS, type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { type ProposalOffice, proposalOffice } from "./proposal-office.ts";

describe.each(DIALECTS)("what reviewers wish on %s", (dialect) => {
  let db: TestDatabase;
  let office: ProposalOffice;
  beforeAll(async () => {
    db = await testDatabase(dialect);
    office = await proposalOffice(db);
    await office.openWishes();
  });
  afterEach(() => office.clear());
  afterAll(() => db.destroy());

  const search = () => checkConflicts(office.as(system));
  const review = (title: string) =>
    office.addApplication({ state: "expert_review", title, raw: { summary: `${title}的摘要` } });

  it("shows title and public abstract of what no conflict stands before, and nothing else", async () => {
    const reviewer = await office.addReviewer("甲");
    const ctx = office.as(reviewer);
    const open = await review("示例甲");
    const [blocked, dismissed] = [await review("示例乙"), await review("示例丙")];
    const early = await office.addApplication({ state: "formal_review", title: "示例丁" });
    expect(await hasWishes(ctx)).toBe(false);
    await search();
    await office.record(blocked.id, reviewer.personId, "open");
    await office.record(dismissed.id, reviewer.personId, "dismissed");
    const { rows } = await listWishes(ctx, null);
    expect(rows.map(({ titleZh, abstract, wish }) => [titleZh, abstract, wish])).toEqual([
      ["示例甲", "示例甲的摘要", null],
      ["示例丙", "示例丙的摘要", null],
    ]);
    const save = (id: string, wish: string, who = ctx) => saveWishes(who, [{ applicationId: id, wish }]);
    expect(await save(open.id, "keen")).toEqual({ ok: true, changed: 1 });
    expect(await save(open.id, "keen")).toEqual({ ok: true, changed: 0 });
    expect(await save(blocked.id, "keen")).toEqual({ ok: false, reason: "not_found" });
    expect(await save(early.id, "keen")).toEqual({ ok: false, reason: "not_found" });
    expect(await save(open.id, "eager")).toEqual({ ok: false, reason: "unknown_wish" });
    expect(await save(open.id, "keen", office.as(office.officer))).toMatchObject({ reason: "not_found" });
    expect(await countWishes(ctx)).toEqual({ all: 2, said: 1 });
    expect(await save(open.id, "")).toEqual({ ok: true, changed: 1 });
    expect(await countWishes(ctx)).toEqual({ all: 2, said: 0 });
    const colleague = office.as(await office.addReviewer("乙"));
    expect((await listWishes(colleague, null)).rows).toEqual([]);
    await search();
    expect((await listWishes(colleague, null)).rows).toHaveLength(3);
  });

  it("pages through many, forwards and back, in one statement a page", async () => {
    const reviewer = await office.addReviewer("甲");
    const ctx = office.as(reviewer);
    for (let at = 0; at < wishesPerPage + 3; at += 1) await review(`示例${at}`);
    while (await search());
    const first = await listWishes(ctx, null);
    expect(first.rows).toHaveLength(wishesPerPage);
    const at = (text: string) => ({ value: text.split("~")[0]!, id: text.split("~")[1]! });
    const second = await listWishes(ctx, { direction: "after", ...at(first.next!) });
    expect([second.rows.length, second.next]).toEqual([3, null]);
    const back = await listWishes(ctx, { direction: "before", ...at(second.previous!) });
    expect(back.rows).toEqual(first.rows);
    expect(await db.statementsDuring(() => listWishes(ctx, null))).toHaveLength(1);
  });

  it("counts in the proposal", async () => {
    const panel = await office.addPanel();
    const keen = await office.addReviewer("热心", { discipline: "technology" });
    const { id } = await review("示例");
    await search();
    for (const { personId } of panel.slice(0, 2))
      await saveWishes(office.as({ ...panel[0]!, personId }), [{ applicationId: id, wish: "no" }]);
    await saveWishes(office.as(keen), [{ applicationId: id, wish: "keen" }]);
    const run = await office.propose();
    const pairs = await office.pairs(run.id);
    expect(pairs.map(({ reviewer_id }) => reviewer_id)).toContain(keen.personId);
  });

  it("closes again, with a version that only one officer can change", async () => {
    const reviewer = await office.addReviewer("甲");
    await review("示例");
    await search();
    expect(await hasWishes(office.as(reviewer))).toBe(true);
    const { version } = await assignmentMix(db.read, office.callId);
    const close = (who = office.officer, weight = "60") =>
      changeMix(office.as(who), {
        ...{ callId: office.callId, declared: weight, text: "30", wish: "10", wishesOpen: false, version },
      });
    expect(await close(office.auditor)).toEqual({ ok: false, reason: "not_allowed" });
    expect(await close(office.officer, "many")).toEqual({ ok: false, reason: "weights" });
    const both = await Promise.all([close(), close(office.otherOfficer)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "stale" });
    expect(await hasWishes(office.as(reviewer))).toBe(false);
    expect((await assignmentMix(db.read, office.callId)).weights.declared).toBe(60);
    const reopened = { declared: "50", text: "40", wish: "10", wishesOpen: true, version: version + 1 };
    expect(await changeMix(office.as(office.officer), { callId: office.callId, ...reopened })).toEqual({
      ok: true,
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftOf, findDraft } from "#app/features/applications/find-draft.ts";
import type { Write } from "#app/platform/database/database.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type TestPortal, testPortal } from "#tests/support/test-portal.ts";
import { applicationIn, smallWorld } from "#tests/world/world.ts";

describe.each(DIALECTS)("the evaluation of a draft on %s", (dialect) => {
  let portal: TestPortal;
  let ctx: ReturnType<TestPortal["ctx"]>;
  let id: string;
  beforeAll(async () => {
    portal = await testPortal(dialect);
    const world = await smallWorld(portal, portal.now);
    ctx = portal.ctx(world.people.owner);
    ({ id } = await applicationIn(world, "draft", { filled: true }));
  });
  afterAll(() => portal.destroy());

  const find = async (at = ctx) => (await findDraft(at, id))!;
  const setRemarks = (trx: Write, version: number, text: string) =>
    trx
      .updateTable("draft_section")
      .set({ version, answers: JSON.stringify({ finance_remarks: { v: text, n: version, at: "", by: "" } }) })
      .where("application_id", "=", id)
      .where("section_key", "=", "finance")
      .execute();

  it("is the same while nothing of the draft changes", async () => {
    expect((await find()).evaluation).toBe((await find()).evaluation);
  });

  it("is another once a section was saved", async () => {
    const before = await find();
    await portal.db.write((trx) => setRemarks(trx, 50, "营业收入按合并报表填写"));
    const after = await find();
    expect(after.evaluation).not.toBe(before.evaluation);
    expect(after.evaluation.rawOf("finance_remarks")).toBe("营业收入按合并报表填写");
    expect(after.raw).toBe(after.evaluation.raw);
  });

  it("is another on another day in Beijing", async () => {
    const today = await find();
    const tomorrow = await find({ ...ctx, now: new Date(ctx.now.getTime() + 24 * 3_600_000) });
    expect(tomorrow.evaluation).not.toBe(today.evaluation);
    expect(tomorrow.evaluation.today).not.toBe(today.evaluation.today);
  });

  it("keeps nothing that a transaction took back", async () => {
    const { head, role } = await find();
    const failed = portal.db.write(async (trx) => {
      await setRemarks(trx, 60, "never committed");
      const { evaluation } = await draftOf(trx, ctx, head, role);
      expect(evaluation.rawOf("finance_remarks")).toBe("never committed");
      throw new Error("taken back");
    });
    await expect(failed).rejects.toThrow("taken back");
    expect((await find()).evaluation.rawOf("finance_remarks")).not.toBe("never committed");
  });
});

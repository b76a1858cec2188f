import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { listAnswerChanges } from "#app/features/applications/list-answer-changes.ts";
import { restoreAnswer } from "#app/features/applications/restore-answer.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";

describe.each(DIALECTS)("the history of a draft on %s", (dialect) => {
  let world: FilingCompany;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany(dialect);
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.start();
  });

  const save = async (actor: PersonActor, sectionKey: string, ...operations: DraftOperation[]) => {
    world.portal.pass(60_000);
    const saved = await saveAnswers(world.portal.ctx(actor), { applicationId: id, sectionKey, operations });
    expect(saved.ok).toBe(true);
  };
  const list = (actor: PersonActor, sectionKey: string, more: object = {}) =>
    listAnswerChanges(world.portal.ctx(actor), { applicationId: id, sectionKey, ...more });
  const restore = (
    actor: PersonActor,
    sectionKey: string,
    wanted: { path: string; version: number } | { opId: string },
    seen: number,
  ) => {
    world.portal.pass(1_000);
    return restoreAnswer(world.portal.ctx(actor), { applicationId: id, sectionKey, wanted, seen });
  };
  const raw = async () => (await findDraft(world.portal.ctx(world.owner), id))!.raw;

  it("tells the company's people who changed what, newest first, by section or field, in pages", async () => {
    await save(world.owner, "filing", set("summary", "一"));
    await save(world.editor, "filing", set("summary", "一二", 1));
    await save(world.owner, "filing", set("site_park_other", "一号园"));
    for (const reader of [world.owner, world.editor, world.viewer]) {
      const { sittings } = await list(reader, "filing");
      expect(sittings.map(({ path, before, after, by }) => [path, before, after, by])).toEqual([
        ["site_park_other", null, "一号园", world.owner.personId],
        ["summary", "一", "一二", world.editor.personId],
        ["summary", null, "一", world.owner.personId],
      ]);
    }
    expect((await list(world.owner, "filing", { path: "summary" })).sittings).toHaveLength(2);
    expect((await list(world.stranger, "filing")).sittings).toEqual([]);
  });

  it("reads a page in one statement and goes on where the page ended", async () => {
    const texts = Array.from({ length: 230 }, (_, index) => set("site_park_other", `第${index}次`, index));
    for (const [index, operation] of texts.entries())
      await save(index % 2 ? world.owner : world.editor, "filing", operation);
    let page: Awaited<ReturnType<typeof list>> | undefined;
    const statements = await world.portal.db.statementsDuring(async () => {
      page = await list(world.owner, "filing");
    });
    expect(statements).toHaveLength(1);
    expect(page?.sittings).toHaveLength(200);
    const rest = await list(world.owner, "filing", { after: page?.next });
    expect(rest.sittings).toHaveLength(30);
    expect(rest.next).toBeUndefined();
    expect(rest.sittings.at(-1)).toMatchObject({ before: null, after: "第0次" });
  });

  it("brings back an earlier value as a change like any other", async () => {
    await save(world.owner, "filing", set("summary", "第一稿"));
    await save(world.editor, "filing", set("summary", "第二稿", 1));
    expect(await restore(world.editor, "filing", { path: "summary", version: 1 }, 2)).toMatchObject({
      outcomes: [{ status: "saved", version: 3 }],
    });
    expect((await raw())["summary"]).toBe("第一稿");
    const { sittings } = await list(world.owner, "filing");
    expect(sittings[0]).toMatchObject({ by: world.editor.personId, after: "第一稿" });
    await restore(world.owner, "filing", { path: "summary", version: 0 }, 3);
    expect((await raw())["summary"]).toBe("");
  });

  it("does not bring back over what a colleague wrote since", async () => {
    await save(world.owner, "filing", set("chain_segment", "design"));
    await save(world.editor, "filing", set("chain_segment", "manufacturing", 1));
    await save(world.editor, "filing", set("chain_segment", "packaging", 2));
    expect(await restore(world.owner, "filing", { path: "chain_segment", version: 1 }, 2)).toMatchObject({
      outcomes: [{ status: "conflict" }],
    });
    expect((await raw())["chain_segment"]).toBe("packaging");
  });

  it("brings back a removed row with all that was in it, and a text that was turned away", async () => {
    await save(
      world.owner,
      "ownership",
      set("shareholders/a/holder_name", "甲控股"),
      set("shareholders/a/ratio", "60"),
    );
    const remove: DraftOperation = {
      ...{ kind: "remove_row", table: "shareholders", rowId: "a", opId: randomUUID(), baseVersion: 2 },
    };
    await save(world.editor, "ownership", remove);
    expect((await raw())["shareholders"]).toBeUndefined();
    await restore(world.owner, "ownership", { opId: remove.opId }, 0);
    expect((await raw())["shareholders"]).toEqual([
      { id: "a", cells: { holder_name: "甲控股", ratio: "60" } },
    ]);

    await save(world.owner, "ownership", set("capital_currency", "CNY"));
    const refused = set("capital_currency", "USD");
    await save(world.editor, "ownership", refused);
    expect((await raw())["capital_currency"]).toBe("CNY");
    const { sittings } = await list(world.owner, "ownership", { path: "capital_currency" });
    expect(sittings[0]).toMatchObject({ refused: true, typed: "USD", opId: refused.opId });
    await restore(world.editor, "ownership", { opId: refused.opId }, 1);
    expect((await raw())["capital_currency"]).toBe("USD");
  });

  it("is restored by owners and editors alone, within its own section", async () => {
    await save(world.owner, "filing", set("summary", "一"));
    const wanted = { path: "summary", version: 0 };
    expect(await restore(world.viewer, "filing", wanted, 1)).toEqual({ ok: false, reason: "not_editable" });
    expect(await restore(world.stranger, "filing", wanted, 1)).toEqual({ ok: false, reason: "not_found" });
    expect(await restore(world.owner, "ownership", wanted, 1)).toEqual({ ok: false, reason: "not_in_form" });
    expect(await restore(world.owner, "filing", { path: "summary", version: 9 }, 1)).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect((await raw())["summary"]).toBe("一");
  });
});

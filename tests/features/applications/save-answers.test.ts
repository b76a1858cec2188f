import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeMember } from "#app/features/companies/remove-member.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import type { DraftOperation } from "#app/domain/applications/draft/draft-operation.ts";
import type { PersonActor } from "#app/domain/accounts/actor.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";

describe.each(DIALECTS)("saving answers on %s", (dialect) => {
  let world: FilingCompany;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany(dialect);
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.start();
  });

  const save = (actor: PersonActor, sectionKey: string, ...operations: DraftOperation[]) =>
    saveAnswers(world.portal.ctx(actor), { applicationId: id, sectionKey, operations });
  const draft = async () => (await findDraft(world.portal.ctx(world.owner), id))!;
  const history = () =>
    world.portal.db.read
      .selectFrom("answer_change")
      .selectAll()
      .where("application_id", "=", id)
      .where("person_id", "!=", "company-profile")
      .execute();

  it("keeps exactly what was typed, with its version, writer and history", async () => {
    const op = set("project_name_zh", "8英寸  ");
    const saved = await save(world.editor, "filing", op);
    expect(saved).toMatchObject({
      ok: true,
      outcomes: [{ status: "saved", path: "project_name_zh", version: 1 }],
    });
    expect((await draft()).sections.get("filing")?.fields["project_name_zh"]).toEqual({
      v: "8英寸  ",
      n: 1,
      at: world.portal.now.toISOString(),
      by: world.editor.personId,
    });
    expect(await history()).toMatchObject([
      {
        op_id: op.opId,
        path: "project_name_zh",
        before: null,
        after: '"8英寸  "',
        field_version: 1,
        person_id: world.editor.personId,
      },
    ]);
  });

  it("happens once however often it is delivered, alone or among others", async () => {
    const op = set("project_name_zh", "甲");
    await save(world.editor, "filing", op);
    await save(world.editor, "filing", set("project_name_zh", "乙", 1));
    const again = await save(world.editor, "filing", op, set("site_park_other", "一号园"));
    expect(again).toMatchObject({
      ok: true,
      outcomes: [
        { status: "saved", version: 1 },
        { status: "saved", version: 1 },
      ],
    });
    expect((await draft()).raw).toMatchObject({ project_name_zh: "乙", site_park_other: "一号园" });
    expect(await history()).toHaveLength(3);
  });

  it("tells the second of two writers of one field, keeps the first text and loses neither", async () => {
    await save(world.owner, "filing", set("site_park_other", "一号园"));
    const second = await save(
      world.editor,
      "filing",
      set("site_park_other", "二号园"),
      set("project_name_en", "Line"),
    );
    expect(second).toMatchObject({
      ok: true,
      outcomes: [
        {
          status: "conflict",
          path: "site_park_other",
          version: 1,
          theirs: { value: "一号园", by: world.owner.personId },
        },
        { status: "saved", path: "project_name_en" },
      ],
    });
    expect((await draft()).raw).toMatchObject({ site_park_other: "一号园", project_name_en: "Line" });
  });

  it("merges two who race in different fields of a section that nobody had begun", async () => {
    const fields = [
      "project_name_zh",
      "project_name_en",
      "application_fields_other",
      "summary",
      "significance",
      "site_park_other",
    ];
    const results = await Promise.all(
      fields.map((path, index) =>
        save(index % 2 ? world.owner : world.editor, "filing", set(path, `text of ${path}`)),
      ),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    const { raw } = await draft();
    for (const path of fields) expect(raw[path]).toBe(`text of ${path}`);
    expect(await history()).toHaveLength(fields.length);
  });

  it("lets exactly one of many racing writers of one field win; the others are shown what won", async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`);
    const results = await Promise.all(
      texts.map((text, index) =>
        save(index % 2 ? world.owner : world.editor, "filing", set("site_park_other", text)),
      ),
    );
    const outcomes = results.flatMap((result) => (result.ok ? result.outcomes : []));
    expect(outcomes.filter((outcome) => outcome.status === "saved")).toHaveLength(1);
    const standing = (await draft()).raw["site_park_other"];
    for (const outcome of outcomes)
      if (outcome.status === "conflict") expect(outcome.theirs.value).toBe(standing);
  });

  it("applies a batch delivered twice at the same moment once", async () => {
    const operations = [set("project_name_zh", "甲"), set("site_park_other", "一号园")];
    const results = await Promise.all([
      save(world.editor, "filing", ...operations),
      save(world.editor, "filing", ...operations),
    ]);
    for (const result of results)
      expect(result).toMatchObject({
        ok: true,
        outcomes: [
          { status: "saved", version: 1 },
          { status: "saved", version: 1 },
        ],
      });
    expect(await history()).toHaveLength(2);
  });

  it("keeps both rows that two people add at once, and removes one with what it held on record", async () => {
    const row = (rowId: string): DraftOperation => ({
      kind: "add_row",
      table: "shareholders",
      rowId,
      opId: randomUUID(),
      baseVersion: 0,
    });
    await Promise.all([
      save(world.owner, "ownership", row("a"), set("shareholders/a/holder_name", "甲控股")),
      save(world.editor, "ownership", row("b"), set("shareholders/b/holder_name", "乙创投")),
    ]);
    const rows = (await draft()).raw["shareholders"] as { id: string }[];
    expect(rows.map((each) => each.id).sort()).toEqual(["a", "b"]);
    const remove: DraftOperation = {
      kind: "remove_row",
      table: "shareholders",
      rowId: "a",
      opId: randomUUID(),
      baseVersion: 1,
    };
    expect(await save(world.editor, "ownership", remove)).toMatchObject({
      ok: true,
      outcomes: [{ status: "saved" }],
    });
    expect((await history()).find((change) => change.op_id === remove.opId)).toMatchObject({
      before: '{"holder_name":"甲控股"}',
      after: null,
    });
  });

  it("keeps title, place, amounts and progress beside the application in step", async () => {
    await save(world.editor, "filing", set("instrument", ["direct_equity"]));
    const before = (await draft()).head;
    await save(
      world.editor,
      "filing",
      set("project_name_zh", "8英寸碳化硅器件生产线"),
      set("site_address", ["140900", "忻府区", "示例大道18号"]),
    );
    await save(
      world.editor,
      "funding",
      set("total_investment", "86,000.00"),
      set("amount_requested", "12,000"),
    );
    const { head } = await draft();
    expect(head).toMatchObject({
      titleZh: "8英寸碳化硅器件生产线",
      cityCode: "140900",
      totalInvestmentFen: 86_000_000_000,
      amountRequestedFen: 12_000_000_000,
    });
    expect(head.answered).toBe(before.answered + 4);
    await save(world.editor, "filing", set("project_name_zh", "", 1));
    expect((await draft()).head).toMatchObject({ titleZh: "", answered: head.answered - 1 });
  });

  it("takes two statements to read and write while somebody types on in a text", async () => {
    await save(world.editor, "filing", set("summary", "一"));
    const statements = await world.portal.db.statementsDuring(() =>
      save(world.editor, "filing", set("summary", "一二", 1)),
    );
    expect(statements).toHaveLength(3);
    expect(statements.filter((sql) => /^select/i.test(sql))).toHaveLength(1);
    const many = await world.portal.db.statementsDuring(() =>
      save(
        world.editor,
        "filing",
        set("summary", "一二三", 2),
        set("site_park_other", "x"),
        set("site_park_other", "y", 1),
      ),
    );
    expect(many.filter((sql) => /answer_change/.test(sql) && /^insert/i.test(sql))).toHaveLength(1);
  });

  it("keeps characters that a database may dislike, also where they are copied beside the application", async () => {
    const texts = ["甲\u0000乙", "\ud800", "👩‍🔬\u200d", "'; drop table application; --"];
    for (const [version, text] of texts.entries()) {
      const saved = await save(world.editor, "filing", set("project_name_zh", text, version));
      expect(saved).toMatchObject({ ok: true, outcomes: [{ status: "saved" }] });
      expect((await draft()).raw["project_name_zh"]).toBe(text);
    }
  });

  it("refuses what is not in the form, and writes nothing of it", async () => {
    const before = (await draft()).sections.get("filing")?.version;
    for (const operation of [
      set("no_such_question", "x"),
      set("registered_capital", "1"),
      set("shareholders/r1/holder_name", "x"),
      set("__proto__", "x"),
      set("project_name_zh", "x".repeat(30_000)),
    ])
      expect(await save(world.editor, "filing", operation)).toEqual({ ok: false, reason: "not_in_form" });
    expect((await draft()).sections.get("filing")?.version).toBe(before);
  });

  it("is for owners and editors of the company alone", async () => {
    expect(await save(world.viewer, "filing", set("site_park_other", "x"))).toEqual({
      ok: false,
      reason: "not_editable",
    });
    expect(await save(world.stranger, "filing", set("site_park_other", "x"))).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await findDraft(world.portal.ctx(world.stranger), id)).toBeUndefined();
    expect((await draft()).sections.has("filing")).toBe(false);
  });

  it("ends for a member the moment they are removed", async () => {
    const leaver = await world.join("editor");
    expect(await save(leaver, "filing", set("site_park_other", "x"))).toMatchObject({ ok: true });
    const removed = await removeMember(world.portal.ctx(world.owner), {
      companyId: world.companyId,
      personId: leaver.personId,
    });
    expect(removed).toMatchObject({ ok: true });
    const now = { ...leaver, memberships: [] };
    expect(await save(now, "filing", set("site_park_other", "y", 1))).toEqual({
      ok: false,
      reason: "not_found",
    });
  });

  it("reads a draft in a fixed number of statements, whatever is in it", async () => {
    const ctx = world.portal.ctx(world.owner);
    await findDraft(ctx, id);
    const empty = await world.portal.db.statementsDuring(() => findDraft(ctx, id));
    await save(
      world.owner,
      "ownership",
      ...["a", "b", "c"].map((row) => set(`shareholders/${row}/holder_name`, "x")),
    );
    await save(world.owner, "filing", set("site_park_other", "x"));
    const full = await world.portal.db.statementsDuring(() => findDraft(ctx, id));
    expect(full).toHaveLength(empty.length);
    expect(full.length).toBeLessThanOrEqual(3);
  });
});

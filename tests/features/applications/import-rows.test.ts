import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importOperations, type ImportMode } from "#app/domain/applications/draft/import-operations.ts";
import { baseOf } from "#app/domain/applications/draft/rendered-base.ts";
import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import { rowsOf } from "#app/domain/forms/raw-answers.ts";
import type { SheetRow } from "#app/domain/forms/sheet/read-sheet.ts";
import { findDraft } from "#app/features/applications/find-draft.ts";
import { saveAnswers } from "#app/features/applications/save-answers.ts";
import { DIALECTS } from "#tests/support/database.ts";
import { c5Definition } from "#tests/world/example-answers-c5.ts";
import { type FilingCompany, filingCompany, set } from "./filing-company.ts";

describe.each(DIALECTS)("importing rows on %s", (dialect) => {
  let world: FilingCompany;
  let id: string;
  beforeAll(async () => {
    world = await filingCompany(dialect);
  });
  afterAll(() => world.portal.destroy());
  beforeEach(async () => {
    id = await world.start();
  });

  const draft = async () => (await findDraft(world.portal.ctx(world.owner), id))!;
  const tableOf = (key: string) => {
    const question = compileForm(c5Definition).questionByKey.get(key)!.field;
    if (!isTable(question)) throw new Error(`${key} is no table`);
    return question;
  };
  const names = async (table: string, column: string) =>
    rowsOf((await draft()).raw, table).map(({ cells }) => cells[column]);
  const typed = (section: string, ...operations: Parameters<typeof set>[]) =>
    saveAnswers(world.portal.ctx(world.owner), {
      applicationId: id,
      sectionKey: section,
      operations: operations.map((each) => set(...each)),
    });

  /** What a preview shows, to be sent when its button is pressed. */
  async function preview(section: string, table: string, rows: SheetRow[], mode: ImportMode) {
    const shown = await draft();
    const operations = importOperations({
      question: tableOf(table),
      rows,
      mode,
      base: baseOf(shown.sections.get(section)?.fields ?? {}),
      standing: rowsOf(shown.raw, table),
      importId: randomUUID(),
    });
    return () =>
      saveAnswers(world.portal.ctx(world.editor), { applicationId: id, sectionKey: section, operations });
  }

  const milestones = (...all: string[]): SheetRow[] =>
    all.map((milestone, index) => ({ line: index + 2, cells: { milestone, investment: "约200" } }));

  it("puts rows behind those that stand, wrong cells as they are, once however often it is sent", async () => {
    await typed("plan", ["milestones/r1/milestone", "甲"]);
    const press = await preview("plan", "milestones", milestones("乙", "丙"), "append");
    await press();
    expect(await press()).toMatchObject({ ok: true });
    expect(await names("milestones", "milestone")).toEqual(["甲", "乙", "丙"]);
    expect(await names("milestones", "investment")).toEqual([undefined, "约200", "约200"]);
    const history = await world.portal.db.read
      .selectFrom("answer_change")
      .select(["path", "person_id"])
      .where("application_id", "=", id)
      .where("path", "like", "milestones/s%/milestone")
      .execute();
    expect(history.map((change) => change.person_id)).toEqual([world.editor.personId, world.editor.personId]);
  });

  it("takes the place of the rows that were shown, but not of what a colleague typed meanwhile", async () => {
    await typed("plan", ["milestones/r1/milestone", "甲"], ["milestones/r2/milestone", "乙"]);
    const press = await preview("plan", "milestones", milestones("丙"), "replace");
    await typed("plan", ["milestones/r2/milestone", "乙改", 1], ["milestones/r3/milestone", "丁"]);
    const saved = await press();
    expect(await names("milestones", "milestone")).toEqual(["乙改", "丁", "丙"]);
    expect(saved.ok && saved.outcomes.filter(({ status }) => status === "conflict")).toMatchObject([
      { path: "milestones/r2", theirs: { value: "乙改" } },
    ]);
  });

  it("takes an empty row that was begun for no row", async () => {
    const operation = {
      kind: "add_row",
      table: "milestones",
      rowId: "r1",
      opId: randomUUID(),
      baseVersion: 0,
    };
    await saveAnswers(world.portal.ctx(world.owner), {
      applicationId: id,
      sectionKey: "plan",
      operations: [operation as never],
    });
    await (
      await preview("plan", "milestones", milestones("甲"), "append")
    )();
    expect(await names("milestones", "milestone")).toEqual(["甲"]);
  });

  it("fills the empty cells of given rows, or overwrites them, against what was shown", async () => {
    const [first] = tableOf("jobs").fixedRows!;
    const at = (column: string) => `jobs/${first!.id}/${column}`;
    await typed("impact", [at("y2027"), "10"]);
    const rows: SheetRow[] = [{ line: 2, rowId: first!.id, cells: { y2027: "11", y2028: "12" } }];
    await (
      await preview("impact", "jobs", rows, "append")
    )();
    expect((await draft()).sections.get("impact")?.fields[at("y2027")]?.v).toBe("10");
    expect((await draft()).sections.get("impact")?.fields[at("y2028")]?.v).toBe("12");
    rows[0]!.cells["y2028"] = "13";
    const press = await preview("impact", "jobs", rows, "replace");
    await typed("impact", [at("y2028"), "99", 1]);
    const saved = await press();
    expect(saved.ok && saved.outcomes.map(({ status }) => status)).toEqual(["saved", "conflict"]);
    expect((await draft()).sections.get("impact")?.fields[at("y2028")]?.v).toBe("99");
  });

  it("takes the longest table with every cell filled", async () => {
    const question = tableOf("equipment");
    const cells = Object.fromEntries(
      question.columns.filter(({ type }) => type !== "computed").map(({ key }) => [key, "1"]),
    );
    const rows = Array.from({ length: question.maxRows }, (_, index) => ({ line: index + 2, cells }));
    expect(await (await preview("equipment", "equipment", rows, "append"))()).toMatchObject({ ok: true });
    expect(await names("equipment", "model")).toHaveLength(200);
  });
});

import { describe, expect, it } from "vitest";
import type { FormDefinition } from "#app/domain/forms/definition.ts";
import { fundProgramme } from "#app/cli/fund-programme.ts";
import { findNode } from "#app/domain/forms/edit/find-node.ts";
import { tablesOf } from "#app/domain/forms/edit/condition-subject.ts";
import { countryCodes } from "#app/domain/shared/countries.ts";
import { currencyCodes } from "#app/domain/shared/currencies.ts";
import { codeChoices, codeWords, readCode } from "#app/routes/staff/forms/code-list.ts";
import { EditPage } from "#app/routes/staff/forms/edit-page.tsx";
import type { EditorPlace, Typed } from "#app/routes/staff/forms/editor-place.ts";
import type { PropertyEditor } from "#app/routes/staff/forms/node-properties.ts";
import { withPickedCells } from "#app/routes/staff/forms/picked-cells.ts";
import { readProblemWords } from "#app/routes/staff/forms/read-problem-words.ts";
import { readProperty } from "#app/routes/staff/forms/read-property.ts";
import { SubjectOptions } from "#app/routes/staff/forms/subject-options.ts";
import { writeProperty } from "#app/routes/staff/forms/write-property.ts";
import { render } from "../ui/render.tsx";

const c5 = fundProgramme.find(({ code }) => code === "C5")!.form as FormDefinition;
const at = { kind: "question", key: "summary" } as const;
const place: EditorPlace = { definition: c5, at, node: findNode(c5, at)!.node };
const large = tablesOf(c5).filter(({ fixedRows = [], columns }) => fixedRows.length * columns.length > 60);
const condition: PropertyEditor = { as: "condition" };

describe("a single cell of a large table", () => {
  const subjects = new SubjectOptions(c5, "zh");
  const english = new SubjectOptions(c5, "en");
  const [table] = large;
  const [row, column] = [table!.fixedRows!.at(-1)!, table!.columns.at(-1)!];
  const token = `at:${table!.key}/${row.id}/${column.key}`;
  const label = subjects.cells().find((cell) => cell.token === token)!.label;
  const compared = (cell: string): Typed => ({
    ...writeProperty("visibleWhen", condition, undefined, place),
    "visibleWhen.t.0.cell": cell,
    "visibleWhen.t.0.operator": "answered",
  });
  const read = (typed: Typed, from = subjects) =>
    readProperty("visibleWhen", condition, withPickedCells(typed, from), place);

  it("is offered by name, every one of every such table, and each name finds its own cell", () => {
    const cells = large.reduce((sum, each) => sum + each.fixedRows!.length * each.columns.length, 0);
    expect(large.length).toBeGreaterThan(0);
    for (const options of [subjects, english]) {
      expect(options.cells()).toHaveLength(cells);
      for (const { label: words } of options.cells())
        expect(words.match(/[“"]/g)?.length, words).toBeGreaterThan(1);
      for (const cell of options.cells()) expect(options.cellNamed(cell.label)).toBe(cell.token);
    }
  });

  it("becomes what the condition is about, picked or by words that fit no other", () => {
    const expression = { answered: { at: { of: table!.key, row: row.id, column: column.key } } };
    expect(read(compared(label))).toEqual({ ok: true, value: expression });
    expect(read(compared(`  ${label.toUpperCase()} `))).toEqual({ ok: true, value: expression });
    const words = english.cells().find((cell) => cell.token === token)!.label;
    expect(read(compared(words), english)).toEqual({ ok: true, value: expression });
    const other = { ...compared(""), "visibleWhen.t.0.subject": "ref:total_investment" };
    const beside = { ...other, "visibleWhen.t.0.operator": "gt", "visibleWhen.t.0.other": "?" };
    expect(read({ ...beside, "visibleWhen.t.0.otherCell": label })).toEqual({
      ...{ ok: true },
      value: { gt: [{ ref: "total_investment" }, expression.answered] },
    });
  });

  it("that is none, or several, is told beside its field and stays there", () => {
    for (const typed of ["no such cell", label.slice(0, 2)]) {
      const result = read(compared(typed));
      expect(result).toEqual({ ok: false, problem: { code: "unknown_cell", field: "visibleWhen.t.0.cell" } });
      expect(withPickedCells(compared(typed), subjects)["visibleWhen.t.0.cell"]).toBe(typed);
      if (!result.ok) expect(readProblemWords(result.problem, "zh")).toContain("请从列表里选");
    }
  });

  it("is a native list on the page, once for all its conditions", () => {
    const page = render(
      <EditPage
        {...{ draftId: "d", place, preview: undefined, present: [], locale: "zh" }}
        typed={compared("x")}
        refused={undefined}
      />,
    );
    expect(page.split("<datalist").length).toBe(2);
    expect(page).toContain('list="table-cells"');
    expect(page.split("<option").length).toBeGreaterThan(subjects.cells().length);
  });
});

describe.each([
  ["currencies", currencyCodes, ["USD", "美元", "US Dollar", "usd", "美元 US Dollar (USD)", "ＵＳＤ"]],
  ["countries", countryCodes, ["DE", "德国", "germany", "Germany 德国 (DE)", "德国 Germany（DE）"]],
] as const)("a list of %s", (of, codes, same) => {
  it("has every one by its name in both languages, and each name reads back", () => {
    for (const locale of ["zh", "en"] as const) {
      const choices = codeChoices(of, locale);
      expect(choices).toHaveLength(codes.length);
      expect(new Set(choices.map((words) => readCode(of, words)))).toEqual(new Set(codes));
    }
    for (const typed of same) expect(readCode(of, typed), typed).toBe(same[0]);
    expect(codeWords(of, same[0], "en")).toMatch(/^[A-Z].* \p{Script=Han}+ \([A-Z]+\)$/u);
  });

  it("is written row by row and read again, without the empty ones and repetitions", () => {
    const editor: PropertyEditor = { as: "codes", of };
    const typed = writeProperty(of, editor, codes.slice(0, 2), place);
    expect(readProperty(of, editor, typed, place)).toEqual({ ok: true, value: codes.slice(0, 2) });
    const rows = { [`${of}.count`]: "4", [`${of}.0`]: "", [`${of}.1`]: same[1], [`${of}.2`]: same[2] };
    expect(readProperty(of, editor, rows, place)).toEqual({ ok: true, value: [same[0]] });
    expect(readProperty(of, editor, { [`${of}.count`]: "1", [`${of}.0`]: " " }, place)).toEqual({ ok: true });
    const wrong = readProperty(of, editor, { ...rows, [`${of}.3`]: "银元券" }, place);
    expect(wrong).toEqual({ ok: false, problem: { code: of, field: `${of}.3`, word: "银元券" } });
    if (!wrong.ok) expect(readProblemWords(wrong.problem, "zh")).toContain("“银元券”");
  });
});

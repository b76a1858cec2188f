import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileForm, isTable } from "#app/domain/forms/compile-form.ts";
import type { TableColumn, TableQuestion } from "#app/domain/forms/definition.ts";
import { type EvaluatedRow, evaluateForm } from "#app/domain/forms/form-evaluation.ts";
import { compositeOf } from "#app/domain/forms/composite-field.ts";
import { optionsOf } from "#app/domain/forms/format-answer.ts";
import type { RawRow, RawValue } from "#app/domain/forms/raw-answers.ts";
import { readSheet, type SheetReading } from "#app/domain/forms/sheet/read-sheet.ts";
import { splitDelimited } from "#app/domain/forms/sheet/split-delimited.ts";
import { profileForm } from "#app/features/profile-form.ts";
import { decodeText } from "#app/platform/spreadsheet/decode-text.ts";
import { readXlsx } from "#app/platform/spreadsheet/read-xlsx.ts";
import { writeCsv } from "#app/platform/spreadsheet/write-csv.ts";
import { writeXlsx } from "#app/platform/spreadsheet/write-xlsx.ts";
import { tableSheet } from "#app/routes/applicant/tables/table-sheet.ts";
import { type ExampleApplication, exampleApplications } from "#tests/world/example-applications.ts";
import { outsideApplications } from "#tests/world/outside-forms/outside-applications.ts";

const profile: ExampleApplication = {
  code: "profile",
  strand: "profile",
  definition: profileForm,
  answers: exampleApplications[0]!.answers,
  env: exampleApplications[0]!.env,
};

/** Every table of every form of the programme; calls that share one share its test. */
const tables = new Map(
  [...exampleApplications, ...outsideApplications, profile].flatMap((example) =>
    [...compileForm(example.definition).questionByKey.values()].flatMap(({ field }) =>
      isTable(field)
        ? [[JSON.stringify(field), [`${example.code} ${field.key}`, example, field] as const] as const]
        : [],
    ),
  ),
);

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const throughCsv = async (question: TableQuestion, rows: readonly EvaluatedRow[], locale: "zh" | "en") =>
  readSheet(
    question,
    splitDelimited(decodeText(await bytesOf(writeCsv(tableSheet(question, rows, locale))))),
  );

async function throughXlsx(question: TableQuestion, rows: readonly EvaluatedRow[], locale: "zh" | "en") {
  const book = await readXlsx(await bytesOf(writeXlsx([tableSheet(question, rows, locale)])));
  if (!book.ok) throw new Error(book.reason);
  return readSheet(question, book.sheets[0]?.rows ?? []);
}

/** Typed text of a column: right, wrong, and what spreadsheets stumble over. */
function typedIn(column: TableColumn): fc.Arbitrary<RawValue> {
  const odd = fc.constantFrom(
    "约200",
    "=1+1",
    "'=x",
    "''-1",
    "@甲",
    "a\tb",
    'say "so"',
    "一，二;三\n四",
    "12,5",
    "",
  );
  const codes = optionsOf(column).map(({ code }) => code);
  switch (column.type) {
    case "multi_choice":
      return fc.oneof(
        fc.subarray(codes),
        fc.subarray(codes).map((all) => [...all, "别的"]),
      );
    case "choice":
      return fc.oneof(fc.constantFrom(...codes), odd);
    case "yes_no":
      return fc.constantFrom("yes", "no", "");
    case "declaration":
      return fc.constantFrom("yes", "");
    case "date":
      return fc.constantFrom("2026-01-05", "2026年1月5日", "2026/13/1", "20261122", "");
    case "month":
      return fc.constantFrom("2026-03", "2026年11月", "2026-13", "");
    case "money":
      return fc.oneof(
        fc.integer({ min: -1_000, max: 99_999_999 }).map((wan) => (wan / 100).toFixed(2)),
        fc.constantFrom("11,600.00", "0.01", "12.345", "86,000"),
        odd,
      );
    case "percent":
    case "decimal":
      return fc.oneof(
        fc.integer({ min: 0, max: 1_000_000 }).map((all) => (all / 10_000).toFixed(4)),
        fc.constantFrom("30%", "33.34", "0.1", "100"),
        odd,
      );
    case "amount":
      if (!compositeOf(column)) break;
      return fc.oneof(
        fc.constantFrom<RawValue>(
          ["1,200.50", "EUR"],
          ["1200", ""],
          ["", "USD"],
          ["约200", "GBP"],
          ["1200.505", "EUR"],
        ),
        fc.constant<RawValue>([]),
      );
    case "address":
      return fc.constantFrom<RawValue>(
        ["140100", "小店区", "学府街1号"],
        ["140100", "", "一楼"],
        ["140100"],
        [],
      );
    case "foreign_address":
      return fc.constantFrom<RawValue>(
        ["1 Example Road", "", "Cardiff", "Wales", "CF10 3AT"],
        ["Cardiff"],
        [],
      );
    case "person":
      return fc.constantFrom<RawValue>(
        ["甲", "经理", "", "a@b.example"],
        ["甲", "", "13800000001"],
        ["甲"],
        [],
      );
    case "integer":
      return fc.oneof(fc.integer({ min: -5, max: 10_000_000 }).map(String), fc.constant("1,200"), odd);
  }
  return fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom("2026-01-05", "00123"), odd);
}

const rowsOfTable = (question: TableQuestion): fc.Arbitrary<RawRow[]> => {
  const editable = question.columns.filter(({ type }) => type !== "computed");
  const cells = fc.record(Object.fromEntries(editable.map((column) => [column.key, typedIn(column)])));
  if (question.fixedRows)
    return fc.tuple(
      ...question.fixedRows.map(({ id }) => cells.map((each): RawRow => ({ id, cells: each }))),
    );
  return fc
    .array(cells, { maxLength: 4 })
    .map((all) => all.map((each, index): RawRow => ({ id: `r${index}`, cells: each })));
};

/** What the answers mean; where they mean nothing, how they were typed, without blanks at the ends. */
function meanings(question: TableQuestion, rows: readonly EvaluatedRow[]) {
  return rows
    .map((row) =>
      Object.fromEntries(
        question.columns
          .filter(({ type }) => type !== "computed")
          .map((column) => [column.key, meaning(row, column.key)]),
      ),
    )
    .filter((row) => Object.values(row).some((value) => value !== ""));
}

function meaning(row: EvaluatedRow, column: string) {
  const value = row.parsed(column).value ?? plain(row.rawOf(column));
  return typeof value === "string" ? written(value) : value;
}

const plain = (raw: RawValue | undefined): string =>
  [raw ?? ""]
    .flat()
    .map((text) => written(text))
    .filter(Boolean)
    .join("|");
/** Neither format keeps characters that are none, nor line ends of other systems. */
const written = (text: string): string => text.toWellFormed().replace(/\r\n?/g, "\n").trim();

function readAgain(question: TableQuestion, reading: SheetReading, { definition, env }: ExampleApplication) {
  const rows = reading.rows.map(({ rowId, cells }, index) => ({ id: rowId ?? `n${index}`, cells }));
  return evaluateForm(definition, { [question.key]: rows }, env).allRows(question.key);
}

/** A workbook of each table in one language, of its neighbour in the other: what differs are the heads, as in CSV. */
const workbookLanguage = (name: string) =>
  [...tables.values()].findIndex(([each]) => each === name) % 2 === 0 ? ("zh" as const) : ("en" as const);

describe.each([...tables.values()])("the table %s leaves and comes back", (name, example, question) => {
  const { definition, answers, env } = example;
  const evaluated = (rows: RawRow[]) =>
    evaluateForm(definition, { [question.key]: rows }, env).allRows(question.key);

  test.each(["zh", "en"] as const)("as a CSV file in %s, whatever was typed", async (locale) => {
    await fc.assert(
      fc.asyncProperty(rowsOfTable(question), async (typed) => {
        const rows = evaluated(typed);
        const reading = await throughCsv(question, rows, locale);
        const filled = question.fixedRows ? rows : rows.filter((row) => !row.isBlank);
        const again = readAgain(question, reading, example);
        expect(meanings(question, again)).toEqual(meanings(question, filled));
        expect(reading).toMatchObject({ headLine: 1, strangeLines: [] });
      }),
      { numRuns: 6 },
    );
  });

  test("as a workbook, with the example's rows", async () => {
    const rows = evaluateForm(definition, answers, env).allRows(question.key);
    const again = readAgain(question, await throughXlsx(question, rows, workbookLanguage(name)), example);
    expect(meanings(question, again)).toEqual(meanings(question, rows));
  });

  test("empty, as a sheet whose every column is recognised", async () => {
    const reading = await throughCsv(question, evaluated([]), "zh");
    expect(reading.columns.map(({ key }) => key).filter((key) => key !== "#row")).toEqual(
      question.columns.map(({ key }) => key),
    );
  });
});

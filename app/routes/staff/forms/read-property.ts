import { CurrencyReader } from "#app/domain/forms/expression-currency.ts";
import {
  conditionExpression,
  type ConditionProblem,
  saysSomething,
} from "#app/domain/forms/edit/condition-tree.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import { type FormulaProblem, readFormula } from "#app/domain/forms/formula/read-formula.ts";
import { type ExpressionProblem, ExpressionReader } from "#app/domain/forms/infer-type.ts";
import { parseDecimal } from "#app/domain/shared/decimal.ts";
import { namesOf } from "#app/i18n/expression-words.ts";
import { type EditorPlace, rowTableOf, scopeOf, type Typed } from "./editor-place.ts";
import { readCode } from "./code-list.ts";
import type { CodeList, NameList, NodeProperties, PropertyEditor } from "./node-properties.ts";
import { rowsFromLines } from "./row-lines.ts";
import { cellFieldsOf } from "./picked-cells.ts";
import { readTree } from "./typed-condition.ts";

export type ReadProblem =
  /** `field` is the control it is told beside. */
  | { code: "number" | "options" | "twice" | "unknown_cell"; field: string }
  /** A name that is no currency or no country. */
  | { code: "currencies" | "countries"; field: string; word: string }
  | { code: "formula"; field: string; problem: FormulaProblem }
  /** A formula that reads well and means nothing: a name that is not there, kinds that do not fit. */
  | { code: "meaning"; field: string; word: string; problem: ExpressionProblem }
  | { code: "condition"; field: string; problem: Exclude<ConditionProblem, { code: "formula" }> };

/** What was typed for one property; absent for nothing. */
export type ReadProperty = { ok: true; value?: unknown } | { ok: false; problem: ReadProblem };

const nothing = { ok: true } as const;

/** The property a page's fields describe; what cannot be read says why and stays as typed. */
export function readProperty(
  name: string,
  editor: PropertyEditor,
  typed: Typed,
  place: EditorPlace,
): ReadProperty {
  const value = (typed[name] ?? "").trim();
  switch (editor.as) {
    case "text":
      return readText(typed[`${name}.zh`] ?? "", typed[`${name}.en`] ?? "");
    case "number":
      return value === "" ? nothing : readNumber(name, value);
    case "flag":
      return value === "on" ? { ok: true, value: true } : nothing;
    case "word":
    case "one_of":
    case "name":
      return value === "" ? nothing : { ok: true, value };
    case "words":
      return listed(value.split(/[,，、\s]+/));
    case "some_of":
      return listed(
        inOrder(editor.values, place.node[name]).filter((one) => typed[`${name}.${one}`] === "on"),
      );
    case "names":
      return listed(rowsOf(name, typed).map((row) => nameIn(editor.of, (typed[row] ?? "").trim(), typed)));
    case "codes":
      return readCodes(name, editor.of, typed);
    case "lined":
      return typed[`${name}.lines`] === undefined
        ? readRows(name, editor.of, undefined, typed, place)
        : readLines(`${name}.lines`, typed[`${name}.lines`] ?? "", editor.code);
    case "limits":
      return readLimits(name, typed);
    case "formula":
      return value === "" ? nothing : readWritten(name, value, typed, place);
    case "rows":
      return readRows(name, editor.of, editor.keyed, typed, place);
    case "condition":
    case "required":
      return readCondition(name, typed, place);
  }
}

/** Each once, in the order they stand. */
function readCodes(name: string, of: CodeList, typed: Typed): ReadProperty {
  const codes: string[] = [];
  for (const field of rowsOf(name, typed)) {
    const word = (typed[field] ?? "").trim();
    if (word === "") continue;
    const code = readCode(of, word);
    if (code === undefined) return { ok: false, problem: { code: of, field, word } };
    if (!codes.includes(code)) codes.push(code);
  }
  return listed(codes);
}

/** A check of every row names its columns alone, also where one was picked before the table was. */
function nameIn(of: NameList, picked: string, typed: Typed): string {
  const table = (typed["forEach"] ?? "").trim();
  return of === "places" && table !== "" && picked.startsWith(`${table}/`)
    ? picked.slice(table.length + 1)
    : picked;
}

const listed = (words: readonly string[]): ReadProperty => {
  const list = words.filter((word) => word !== "");
  return list.length === 0 ? nothing : { ok: true, value: list };
};

/** Those that stand keep their order. */
function inOrder(values: readonly string[], standing: unknown): readonly string[] {
  const first = Array.isArray(standing) ? standing.filter((one) => values.includes(one as string)) : [];
  return [...new Set([...(first as string[]), ...values])];
}

/** A text in one language only stands in both until it is translated. */
function readText(zh: string, en: string): ReadProperty {
  const [inChinese, inEnglish] = [normal(zh), normal(en)];
  if (inChinese === "" && inEnglish === "") return nothing;
  return { ok: true, value: { zh: inChinese || inEnglish, en: inEnglish || inChinese } };
}

/** Browsers send line breaks as CRLF. */
const normal = (text: string): string => text.replaceAll("\r\n", "\n").trim();

const readNumber = (field: string, text: string): ReadProperty =>
  parseDecimal(text) === null
    ? { ok: false, problem: { code: "number", field } }
    : { ok: true, value: Number(text) };

function readLines(field: string, text: string, code: string): ReadProperty {
  const rows = rowsFromLines(text, code);
  if (!rows) return { ok: false, problem: { code: "options", field } };
  return rows.length === 0 ? nothing : { ok: true, value: rows };
}

function readLimits(name: string, typed: Typed): ReadProperty {
  const read: Record<string, string | Record<string, number>> = {};
  const unit = (typed[`${name}.unit`] ?? "").trim();
  for (const language of ["zh", "en"]) {
    const bounds: Record<string, number> = {};
    for (const bound of ["min", "max"]) {
      const field = `${name}.${language}.${bound}`;
      const text = (typed[field] ?? "").trim();
      if (text === "") continue;
      if (!/^\d{1,6}$/.test(text)) return { ok: false, problem: { code: "number", field } };
      bounds[bound] = Number(text);
    }
    if (Object.keys(bounds).length > 0) read[language] = bounds;
  }
  if (Object.keys(read).length === 0) return nothing;
  return { ok: true, value: { ...(unit !== "" && { unit }), ...read } };
}

/** The names of the rows that stand on the page: `options.0`, `options.1` … */
export const rowsOf = (name: string, typed: Typed): string[] =>
  Array.from(
    { length: Math.min(Number(typed[`${name}.count`] ?? 0) || 0, 300) },
    (_, row) => `${name}.${row}`,
  );

/** Rows that say nothing are left out. */
function readRows(
  name: string,
  of: "text" | NodeProperties,
  keyed: string | undefined,
  typed: Typed,
  place: EditorPlace,
): ReadProperty {
  const rows: unknown[] = [];
  for (const row of rowsOf(name, typed)) {
    const read =
      of === "text" ? readProperty(row, { as: "text" }, typed, place) : readRow(row, of, typed, place);
    if (!read.ok) return read;
    if (read.value !== undefined) rows.push(read.value);
  }
  if (rows.length === 0) return nothing;
  if (keyed === undefined) return { ok: true, value: rows };
  const entries = (rows as Record<string, unknown>[]).map(({ [keyed]: key, ...rest }) => [
    String(key ?? ""),
    rest,
  ]);
  const record = Object.fromEntries(entries) as Record<string, unknown>;
  return Object.keys(record).length === rows.length
    ? { ok: true, value: record }
    : { ok: false, problem: { code: "twice", field: `${name}.0.${keyed}` } };
}

function readRow(row: string, of: NodeProperties, typed: Typed, place: EditorPlace): ReadProperty {
  const read: Record<string, unknown> = {};
  for (const [property, editor] of Object.entries(of)) {
    const result = readProperty(`${row}.${property}`, editor, typed, place);
    if (!result.ok) return result;
    if (result.value !== undefined) read[property] = result.value;
  }
  return Object.keys(read).length === 0 ? nothing : { ok: true, value: read };
}

/** As picked, or as a formula. */
function readCondition(name: string, typed: Typed, place: EditorPlace): ReadProperty {
  const mode = typed[`${name}.mode`];
  if (mode === "always") return { ok: true, value: true };
  if (mode === "never") return { ok: true, value: false };
  if (mode === "formula") {
    const text = (typed[`${name}.formula`] ?? "").trim();
    return text === "" ? nothing : readWritten(`${name}.formula`, text, typed, place);
  }
  if (mode !== "picked") return nothing;
  const lost = cellFieldsOf(`${name}.t`, typed).find((cell) => (typed[cell] ?? "").trim() !== "");
  if (lost !== undefined) return { ok: false, problem: { code: "unknown_cell", field: lost } };
  const tree = readTree(name, typed);
  if (!saysSomething(tree)) return nothing;
  const result = conditionExpression(tree, scopeOf(place, typed));
  if (result.ok) return { ok: true, value: result.expression };
  const { problem } = result;
  const field = `${name}.t${problem.path === "" ? "" : `.${problem.path}`}`;
  return problem.code === "formula"
    ? { ok: false, problem: { code: "formula", field: `${field}.text`, problem: problem.problem } }
    : { ok: false, problem: { code: "condition", field, problem } };
}

function readWritten(field: string, text: string, typed: Typed, place: EditorPlace): ReadProperty {
  const read = readFormula(text);
  if (!read.ok) return { ok: false, problem: { code: "formula", field, problem: read.problem } };
  const [problem] = meaningless(read.expression, typed, place);
  if (!problem) return { ok: true, value: read.expression };
  return { ok: false, problem: { code: "meaning", field, word: read.wordAt(problem.inside), problem } };
}

function meaningless(expression: Expression, typed: Typed, place: EditorPlace): readonly ExpressionProblem[] {
  const reader = new ExpressionReader();
  const currencies = new CurrencyReader();
  const names = namesOf(place.definition, rowTableOf(place, typed));
  reader.read(expression, names);
  currencies.read(expression, names);
  return [...reader.problems, ...currencies.problems];
}

import { formatDecimal } from "#app/domain/shared/decimal.ts";
import type { LocalText, TableColumn, TableQuestion } from "../definition.ts";
import { compositeOf, partsMark } from "../composite-field.ts";
import { optionsOf, rawFromAnswer } from "../format-answer.ts";
import type { EvaluatedRow } from "../form-evaluation.ts";
import { decimalOfMinor, onlyCurrency } from "../parse-amount.ts";
import type { AnswerValue } from "../parse-answer.ts";
import type { RawValue } from "../raw-answers.ts";
import { guardedAgain } from "./guarded-cell.ts";

/** A cell as spreadsheets have types: text, a number, a day, or nothing. */
export type SheetCell = string | number | null | { readonly day: string };

/** A cell of a table for a spreadsheet. Read again by `readCell` it gives the same answer. */
export function sheetCell(row: EvaluatedRow, column: TableColumn, language: keyof LocalText): SheetCell {
  // What is hidden now is still what somebody typed.
  const { value } = row.parsed(column.key);
  if (compositeOf(column)) return partsCell(column, value, row.rawOf(column.key));
  return value === null
    ? asTyped(column, row.rawOf(column.key), language)
    : typedCell(column, value, language);
}

/** USD 1,200.50; the boxes of other answers one behind the other, as `readCell` takes them apart again. */
function partsCell(column: TableColumn, value: AnswerValue | null, raw: RawValue | undefined): SheetCell {
  const parts = [value === null ? (raw ?? []) : rawFromAnswer(column, value)].flat();
  if (parts.every((part) => part.trim() === "")) return null;
  const [amount = "", currency = ""] = parts;
  const text = column.type === "amount" ? `${currency} ${amount}`.trim() : parts.join(partsMark);
  return guardedAgain(text);
}

function typedCell(column: TableColumn, value: AnswerValue, language: keyof LocalText): SheetCell {
  const kind = column.type === "computed" ? column.result : column.type;
  if (Array.isArray(value)) return value.map((code) => labelOf(column, code, language)).join("；");
  if (typeof value === "boolean") return yesNo[value ? "yes" : "no"][language];
  if (typeof value === "number") return numberCell(column, kind, value);
  switch (kind) {
    case "date":
      return { day: value };
    case "decimal":
    case "percent":
      return exactNumber(value) ?? value;
    default:
      return guardedAgain(labelOf(column, value, language));
  }
}

function numberCell(column: TableColumn, kind: string, value: number): SheetCell {
  if (column.type === "amount") {
    const text = formatDecimal(decimalOfMinor(value, onlyCurrency(column) ?? ""));
    return exactNumber(text) ?? text;
  }
  return kind === "money" ? value / 1_000_000 : value;
}

function asTyped(column: TableColumn, raw: RawValue | undefined, language: keyof LocalText): SheetCell {
  if (raw === undefined || raw === "" || raw.length === 0) return null;
  const labels = [raw].flat().map((text) => labelOf(column, text, language));
  return guardedAgain(labels.join("；"));
}

const yesNo = { yes: { zh: "是", en: "Yes" }, no: { zh: "否", en: "No" } };

const labelOf = (column: TableColumn, code: string, language: keyof LocalText): string => {
  if (column.type === "yes_no" && (code === "yes" || code === "no")) return yesNo[code][language];
  return optionsOf(column).find((option) => option.code === code)?.label[language] ?? code;
};

/** As a number only where a spreadsheet keeps every digit of it. */
function exactNumber(text: string): number | null {
  const number = Number(text);
  return text.replace(/[-.]/g, "").length <= 15 && Number.isFinite(number) ? number : null;
}

/** How a column of figures is shown. */
export type SheetFormat = "text" | "integer" | "figure" | "money" | "percent" | "day";

export function sheetFormat(column: TableColumn): SheetFormat {
  switch (column.type === "computed" ? column.result : column.type) {
    case "money":
      return "money";
    case "integer":
    case "scale":
      return "integer";
    case "amount":
    case "decimal":
      return "figure";
    case "percent":
      return "places" in column && (column.places ?? 0) > 2 ? "figure" : "percent";
    case "date":
      return "day";
    default:
      return "text";
  }
}

/** Whether a table is written with its columns down the page, as accounts are read. */
export const isTurned = ({ layout, fixedRows }: TableQuestion): boolean =>
  layout === "statement" && fixedRows !== undefined;

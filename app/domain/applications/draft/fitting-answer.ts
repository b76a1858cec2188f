import { type CompiledQuestion, isField, isTable } from "#app/domain/forms/compile-form.ts";
import { compositeOf, partsAsTyped } from "#app/domain/forms/composite-field.ts";
import type { Field, Question, TableColumn } from "#app/domain/forms/definition.ts";
import { optionsOf } from "#app/domain/forms/format-answer.ts";
import { onlyCurrency } from "#app/domain/forms/parse-amount.ts";
import { onlyCountry, readCountry } from "#app/domain/forms/parse-foreign-address.ts";
import { isBlank, isRows, type RawRow, type RawValue } from "#app/domain/forms/raw-answers.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { cityOf } from "#app/domain/shared/regions.ts";

export type CarriedAnswer = RawValue | RawRow[];

/** An answer to another question as an answer to this one; undefined where it would say something else here. */
export function fittingAnswer(
  question: CompiledQuestion,
  theirs: Question,
  value: CarriedAnswer,
): CarriedAnswer | undefined {
  const { field, columns, fixedRows } = question;
  if (isTable(field)) {
    if (!isTable(theirs) || !isRows(value)) return undefined;
    const fixed = fixedRows && new Set(fixedRows.map(({ row }) => row.id));
    const given = new Map(theirs.columns.map((column) => [column.key, column]));
    return value
      .filter((row) => !fixed || fixed.has(row.id))
      .map(({ id, cells }) => ({ id, cells: fittingCells(columns, given, cells) }))
      .filter(({ cells }) => Object.keys(cells).length > 0);
  }
  if (!isField(field) || !isField(theirs) || isRows(value)) return undefined;
  return fittingValue(field, theirs, value as RawValue);
}

function fittingCells(
  columns: CompiledQuestion["columns"],
  given: ReadonlyMap<string, TableColumn>,
  cells: RawRow["cells"],
): RawRow["cells"] {
  const kept = columns.flatMap(({ field }) => {
    const theirs = given.get(field.key);
    const value = Object.hasOwn(cells, field.key) ? cells[field.key] : undefined;
    const fits = theirs && value !== undefined ? fittingValue(field, theirs, value) : undefined;
    return fits === undefined || isBlank(fits) ? [] : [[field.key, fits] as const];
  });
  return Object.fromEntries(kept);
}

const texts = new Set<Field["type"]>(["short_text", "long_text"]);

/** Of the same kind, in the boxes that are here, and of its choices only those that are offered here. */
function fittingValue(field: Field, theirs: Field, value: RawValue): RawValue | undefined {
  if (texts.has(field.type) && texts.has(theirs.type)) return value;
  switch (field.type) {
    case "computed":
      return undefined;
    case "amount":
      return theirs.type === "amount" ? fittingAmount(field, theirs, value) : undefined;
    case "money":
      return theirs.type === "money" ? fittingMoney(field, value) : undefined;
    case "scale":
      return theirs.type === "scale" && stepsOf(field) === stepsOf(theirs) ? value : undefined;
    case "address":
      return theirs.type === "address" && isWithin(field, value) ? value : undefined;
    case "foreign_address":
      return theirs.type === "foreign_address" ? fittingForeignAddress(field, theirs, value) : undefined;
    default:
      return field.type === theirs.type ? fittingChoice(field, value) : undefined;
  }
}

function fittingChoice(field: Field, value: RawValue): RawValue | undefined {
  const options = optionsOf(field);
  if (options.length === 0) return value;
  const offered = [value].flat().filter((code) => options.some((option) => option.code === code));
  if (field.type === "multi_choice") return offered.length > 0 ? offered : undefined;
  return offered.at(-1);
}

type AmountField = Extract<Field, { type: "amount" }>;

/** With the currency that was meant there; a figure in a currency that is not taken here is none. */
function fittingAmount(field: AmountField, theirs: AmountField, value: RawValue): RawValue | undefined {
  const [typed = "", named = ""] = [value].flat();
  const currency = onlyCurrency(theirs) ?? named;
  if (currency !== "" && !field.currencies.some((code) => code === currency)) return undefined;
  if (compositeOf(field)) return partsAsTyped([typed, currency]);
  return currency === "" ? undefined : typed;
}

/** Where only 万元 are taken, a sum in another currency is none: nobody has typed what it is worth here. */
function fittingMoney(field: Extract<Field, { type: "money" }>, value: RawValue): RawValue | undefined {
  const [typed = "", currency = ""] = [value].flat();
  if (!compositeOf(field)) return currency === "" || currency === "CNY" ? typed : undefined;
  const taken: readonly string[] = ("currencies" in field && field.currencies) || [];
  return currency === "" || currency === "CNY" || taken.includes(currency)
    ? partsAsTyped([value].flat())
    : undefined;
}

/** A 4 means the same only on the same scale. */
const stepsOf = ({ from, to, labels }: Extract<Field, { type: "scale" }>): string =>
  canonicalJson([from, to, labels ?? []]);

function isWithin({ province }: Extract<Field, { type: "address" }>, value: RawValue): boolean {
  const [city = ""] = [value].flat();
  return city === "" || province === undefined || cityOf(city)?.province.code === province;
}

type ForeignField = Extract<Field, { type: "foreign_address" }>;

/** An address that names no country is in the only one that was meant there. */
function fittingForeignAddress(
  field: ForeignField,
  theirs: ForeignField,
  value: RawValue,
): RawValue | undefined {
  const parts = [value].flat();
  const country = parts[5]?.trim() || (onlyCountry(theirs) ?? "");
  if (country === "") return value;
  if (readCountry(field, country) === null) return undefined;
  return Object.assign(["", "", "", "", "", ""], parts, { 5: country });
}

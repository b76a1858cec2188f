import { optionsOf } from "#app/domain/forms/format-answer.ts";
import type { Field, LocalText, Question, TableColumn } from "#app/domain/forms/definition.ts";
import type { Expression } from "#app/domain/forms/expression.ts";
import { formatGrouped, formatMoney } from "#app/domain/forms/format-figure.ts";
import { fieldOf, type Names } from "#app/domain/forms/infer-type.ts";
import { dateText } from "#app/domain/forms/parse-answer.ts";
import { onlyCurrency } from "#app/domain/forms/parse-amount.ts";
import { currencyName } from "#app/domain/shared/currencies.ts";
import { decimal } from "#app/domain/shared/decimal.ts";
import { fenFromWan } from "#app/domain/shared/money.ts";
import { expressionMessages, type ExpressionWords } from "./messages/expressions.ts";
import type { Locale } from "./locale.ts";

export type Operation = Exclude<Expression, string | number | boolean>;

/** What the speaker needs to know of the form, and how a condition inside a term is said. */
export type Speech = {
  locale: Locale;
  /** Of a computed choice: what its results are called. */
  result?: Field | undefined;
  names: Names;
  /** Inside sum, any …: a cell is "its" and not "this row's". */
  gathered: boolean;
  clause: (e: Expression, speech: Speech) => string;
};

export const wordsOf = ({ locale }: Speech): ExpressionWords => expressionMessages[locale];

/** A thing or a figure: “Total investment”, the sum of …, RMB 5 million. `like` tells how a literal is written. */
export function term(e: Expression, speech: Speech, like?: Expression): string {
  if (typeof e !== "object")
    return literal(e, speech, like === undefined ? undefined : kindOf(like, speech.names));
  return (
    namedTerm(e, speech) ?? tableTerm(e, speech) ?? figureTerm(e, speech, like) ?? speech.clause(e, speech)
  );
}

function namedTerm(e: Operation, speech: Speech): string | undefined {
  const w = wordsOf(speech);
  if ("ref" in e) return quoted(speech.names.question(e.ref), e.ref, speech);
  if ("cell" in e) {
    if (e.cell === "id") return w.rowItself;
    const column = speech.names.table?.columns.find(({ key }) => key === e.cell);
    return speech.gathered ? quoted(column, e.cell, speech) : w.ofThisRow(quoted(column, e.cell, speech));
  }
  if ("at" in e) {
    const table = speech.names.question(e.at.of);
    const row = table?.type === "table" ? table.fixedRows?.find(({ id }) => id === e.at.row) : undefined;
    return w.at({
      table: quoted(table, e.at.of, speech),
      row: w.quote(row?.label[speech.locale] ?? e.at.row),
      column: quoted(fieldOf(e, speech.names), e.at.column, speech),
    });
  }
  if ("files" in e) return w.files(quoted(speech.names.question(e.files), e.files, speech));
  return "today" in e ? w.today : undefined;
}

function tableTerm(e: Operation, speech: Speech): string | undefined {
  const w = wordsOf(speech);
  if ("count" in e) return w.count(tableName(e.count.of, speech), whereOf(e.count, speech));
  for (const operator of ["sum", "min", "max"] as const) {
    const found = (e as Record<string, { of: string; value: Expression; where?: Expression } | undefined>)[
      operator
    ];
    if (!found) continue;
    const inside = within(found.of, speech);
    const isDate = kindOf(found.value, inside.names)?.kind === "date";
    const say = w[isDate && operator !== "sum" ? (`${operator}Date` as const) : operator];
    return say({
      table: tableName(found.of, speech),
      value: bracketed(found.value, term(found.value, inside), w),
      where: whereOf(found, speech),
    });
  }
  return undefined;
}

function figureTerm(e: Operation, speech: Speech, like?: Expression): string | undefined {
  const w = wordsOf(speech);
  const part = (operand: Expression, all: readonly Expression[]) =>
    bracketed(operand, term(operand, speech, all.find((other) => typeof other === "object") ?? like), w);
  if ("add" in e) return e.add.map((operand) => part(operand, e.add)).join(" + ");
  if ("subtract" in e) return e.subtract.map((operand) => part(operand, e.subtract)).join(" − ");
  const share = "multiply" in e ? shareOf(e.multiply) : undefined;
  if (share) return w.share(bracketed(share.of, term(share.of, speech), w), share.percent);
  // A factor is a plain figure, whatever it multiplies.
  if ("multiply" in e)
    return e.multiply.map((operand) => bracketed(operand, term(operand, speech), w)).join(" × ");
  if ("divide" in e)
    return e.divide.map((operand) => bracketed(operand, term(operand, speech), w)).join(" ÷ ");
  if ("abs" in e) return w.abs(term(e.abs, speech, like));
  if ("round" in e) return w.round(bracketed(e.round[0], term(e.round[0], speech, like), w), e.round[1]);
  if ("length" in e) return w.length(term(e.length, speech));
  if ("year" in e) return w.year(term(e.year, speech));
  if ("add_months" in e) return w.addMonths(term(e.add_months[0], speech), e.add_months[1]);
  if ("coalesce" in e) {
    const [first = "", ...others] = e.coalesce.map((operand) => term(operand, speech, e.coalesce[0]));
    return others.length === 0 ? first : w.coalesce(first, others);
  }
  return "if" in e ? cases(e, speech, like) : undefined;
}

/** If, else if, else: one line a case. */
function cases(e: Extract<Operation, { if: unknown }>, speech: Speech, like?: Expression): string {
  const list: [string, string][] = [];
  let rest: Expression = e;
  while (typeof rest === "object" && "if" in rest) {
    list.push([speech.clause(rest.if[0], speech), term(rest.if[1], speech, like ?? rest.if[2])]);
    rest = rest.if[2];
  }
  return wordsOf(speech).cases(list, term(rest, speech, like ?? e.if[1]));
}

/** A factor below one beside one other operand is its percentage; one of 0.001 converts units. */
function shareOf([first, second, ...others]: readonly Expression[]) {
  if (second === undefined || others.length > 0) return undefined;
  const [factor, of] = typeof first === "number" ? [first, second] : [second, first!];
  if (typeof factor !== "number" || !(factor >= 0.01 && factor < 1) || typeof of === "number")
    return undefined;
  const percent = Number((factor * 100).toFixed(2));
  // A third is no figure of percents to be read out.
  return Math.abs(percent / 100 - factor) < 1e-12 ? { of, percent: String(percent) } : undefined;
}

/** What is put together keeps its brackets inside something else. */
export const bracketed = (e: Expression, text: string, w: ExpressionWords): string =>
  typeof e === "object" && ["add", "subtract", "multiply", "divide", "if"].some((key) => key in e)
    ? w.brackets(text)
    : text;

export const tableName = (key: string, speech: Speech): string =>
  quoted(speech.names.question(key), key, speech);

/** The same speech among the rows of a table. */
export function within(key: string, speech: Speech): Speech {
  const table = speech.names.question(key);
  return {
    ...speech,
    gathered: true,
    names: { ...speech.names, table: table?.type === "table" ? table : undefined },
  };
}

const whereOf = ({ of, where }: { of: string; where?: Expression | undefined }, speech: Speech) =>
  where === undefined || where === true ? undefined : speech.clause(where, within(of, speech));

const quoted = (field: Question | TableColumn | undefined, key: string, speech: Speech): string => {
  const label: LocalText | undefined =
    (field && "shortLabel" in field ? field.shortLabel : undefined) ?? field?.label;
  return wordsOf(speech).quote(label?.[speech.locale] ?? key);
};

type Kind = { kind: string; field?: Question | TableColumn };

/** What a figure is a figure of, found by the first answer it comes from. */
export function kindOf(e: Expression, names: Names): Kind | undefined {
  if (typeof e !== "object") return undefined;
  const field = fieldOf(e, names);
  if (field) return { kind: field.type === "computed" ? field.result : field.type, field };
  if ("cell" in e && e.cell === "id") return { kind: "row" };
  if ("today" in e) return { kind: "date" };
  if ("year" in e) return { kind: "year" };
  if ("count" in e || "files" in e || "length" in e) return { kind: "integer" };
  // A quotient has no unit that could be known here.
  if ("divide" in e) return undefined;
  for (const operator of ["sum", "min", "max"] as const) {
    const found = (e as Record<string, { of: string; value: Expression } | undefined>)[operator];
    if (!found) continue;
    const table = names.question(found.of);
    return kindOf(found.value, { ...names, table: table?.type === "table" ? table : undefined });
  }
  const operands = Object.values(e).flat() as Expression[];
  for (const operand of "if" in e ? e.if.slice(1) : operands) {
    const kind = kindOf(operand, names);
    if (kind) return kind;
  }
  return undefined;
}

function literal(value: string | number | boolean, speech: Speech, kind: Kind | undefined): string {
  const w = wordsOf(speech);
  if (typeof value === "boolean") return w.quote(value ? w.yes : w.no);
  if (typeof value === "string") return textLiteral(value, speech, kind);
  const field = kind?.field;
  if (value === 0) return w.figure("0", undefined);
  switch (kind?.kind) {
    case "money":
      return formatMoney(fenFromWan(value), speech.locale);
    case "percent":
      return `${formatGrouped(decimal(value))}%`;
    case "amount": {
      const currency = field?.type === "amount" ? onlyCurrency(field) : undefined;
      const figure = formatGrouped(decimal(value));
      if (currency === undefined) return figure;
      return speech.locale === "zh" ? `${figure}${currencyName(currency, "zh")}` : `${currency} ${figure}`;
    }
    case "year":
      return w.yearFigure(value);
    default: {
      // English units stand in the plural.
      const hasUnit = field !== undefined && "unit" in field && !(speech.locale === "en" && value === 1);
      const unit = hasUnit ? field.unit?.[speech.locale] : undefined;
      return w.figure(formatGrouped(decimal(value)), unit);
    }
  }
}

function textLiteral(value: string, speech: Speech, kind: Kind | undefined): string {
  const { locale, names } = speech;
  const w = wordsOf(speech);
  if (kind?.kind === "row") {
    const row = names.table?.fixedRows?.find(({ id }) => id === value);
    return w.quote(row?.label[locale] ?? value);
  }
  const choice = kind?.field ?? speech.result;
  if (choice && ("options" in choice || choice.type === "country")) {
    const option = optionsOf(choice as Field).find(({ code }) => code === value);
    return w.quote(option?.label[locale] ?? value);
  }
  return /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/.test(value) ? dateText(value)[locale] : w.quote(value);
}

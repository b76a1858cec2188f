import {
  addDecimals,
  compareDecimals,
  decimal,
  divideDecimals,
  multiplyDecimals,
  negateDecimal,
  roundDecimal,
  subtractDecimals,
  zero,
  type Decimal,
} from "#app/domain/shared/decimal.ts";
import { addMonths } from "./calendar-date.ts";
import type { Expression } from "./expression.ts";

export type Value = null | boolean | string | Decimal | readonly string[];

/** Where names find their values. A row is a scope whose `cell` answers. */
export type Scope = {
  readonly today: string;
  ref(key: string): Value;
  cell(column: string): Value;
  files(key: string): number;
  rows(table: string): readonly Scope[];
  row(table: string, rowId: string): Scope | undefined;
};

export type Compiled = (scope: Scope) => Value;

/** Digits kept by a division; more than any figure of a form needs. */
const quotientPlaces = 10;

/** A product of products grows without end; beyond this it is no figure of a form, and cannot be told. */
const largest = { units: 10n ** 150n, scale: 150 };

/** Turns an expression into a closure that never throws. */
export function compileExpression(expression: Expression): Compiled {
  if (typeof expression === "string" || typeof expression === "boolean") return () => expression;
  if (typeof expression === "number") {
    const literal = decimal(expression);
    return () => literal;
  }
  return (
    compileNames(expression) ??
    compileLogic(expression) ??
    compileTables(expression) ??
    compileFigures(expression)
  );
}

type Operation = Exclude<Expression, string | number | boolean>;

function compileNames(e: Operation): Compiled | undefined {
  if ("ref" in e) return (scope) => scope.ref(e.ref);
  if ("cell" in e) return (scope) => scope.cell(e.cell);
  if ("at" in e) return (scope) => scope.row(e.at.of, e.at.row)?.cell(e.at.column) ?? null;
  if ("files" in e) return (scope) => ({ units: BigInt(scope.files(e.files)), scale: 0 });
  if ("today" in e) return (scope) => scope.today;
  return undefined;
}

function compileLogic(e: Operation): Compiled | undefined {
  if ("and" in e) return junction(e.and, false);
  if ("or" in e) return junction(e.or, true);
  if ("not" in e) return applied(e.not, (value) => (typeof value === "boolean" ? !value : null));
  if ("eq" in e) return comparison(e.eq, (order) => order === 0);
  if ("ne" in e) return comparison(e.ne, (order) => order !== 0);
  if ("lt" in e) return comparison(e.lt, (order) => order < 0);
  if ("le" in e) return comparison(e.le, (order) => order <= 0);
  if ("gt" in e) return comparison(e.gt, (order) => order > 0);
  if ("ge" in e) return comparison(e.ge, (order) => order >= 0);
  if ("in" in e) return applied(e.in[0], (value) => isAmong(value, e.in[1]));
  if ("includes" in e) return applied(e.includes[0], (value) => isAmong(value, [e.includes[1]]));
  if ("mentions" in e) return applied(e.mentions[0], (value) => mentionsAny(value, e.mentions[1]));
  if ("answered" in e) return applied(e.answered, (value) => isAnswered(value));
  if ("coalesce" in e) return coalesced(e.coalesce.map(compileExpression));
  if ("if" in e) return conditional(e.if);
  return undefined;
}

function compileTables(e: Operation): Compiled | undefined {
  if ("count" in e) {
    const where = compileWhere(e.count.where);
    return (scope) => ({ units: BigInt(chosen(scope, e.count.of, where).length), scale: 0 });
  }
  if ("sum" in e) return summed(e.sum);
  if ("min" in e) return extreme(e.min, -1);
  if ("max" in e) return extreme(e.max, 1);
  if ("any" in e) return quantified(e.any, true);
  if ("all" in e) return quantified(e.all, false);
  return undefined;
}

function compileFigures(e: Operation): Compiled {
  if ("add" in e) return folded(e.add, addDecimals);
  if ("multiply" in e) return folded(e.multiply, multiplyDecimals);
  if ("subtract" in e) return folded(e.subtract, subtractDecimals);
  if ("divide" in e)
    return folded(e.divide, (a, b) => (b.units === 0n ? null : divideDecimals(a, b, quotientPlaces)));
  if ("abs" in e)
    return applied(e.abs, (value) =>
      isDecimal(value) && value.units < 0n ? negateDecimal(value) : figure(value),
    );
  if ("round" in e)
    return applied(e.round[0], (value) => (isDecimal(value) ? roundDecimal(value, e.round[1]) : null));
  if ("length" in e) return applied(e.length, (value) => lengthOf(value));
  if ("year" in e) return applied(e.year, (value) => (isDateText(value) ? decimal(value.slice(0, 4)) : null));
  if ("add_months" in e) {
    return applied(e.add_months[0], (value) =>
      isDateText(value) ? addMonths(value, e.add_months[1]) : null,
    );
  }
  return () => null;
}

export const isDecimal = (value: Value): value is Decimal =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isAnswered = (value: Value): boolean =>
  value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

const isDateText = (value: Value): value is string =>
  typeof value === "string" && /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/.test(value);

const figure = (value: Value): Decimal | null => (isDecimal(value) ? value : null);

function applied(expression: Expression, change: (value: Value) => Value): Compiled {
  const operand = compileExpression(expression);
  return (scope) => change(operand(scope));
}

/** Three-valued and/or: the deciding value wins, else null if anything is unknown. */
function junction(expressions: Expression[], deciding: boolean): Compiled {
  const operands = expressions.map(compileExpression);
  return (scope) => {
    let unknown = false;
    for (const operand of operands) {
      const value = operand(scope);
      if (value === deciding) return deciding;
      if (typeof value !== "boolean") unknown = true;
    }
    return unknown ? null : !deciding;
  };
}

function comparison([left, right]: [Expression, Expression], test: (order: number) => boolean): Compiled {
  const a = compileExpression(left);
  const b = compileExpression(right);
  return (scope) => {
    const order = orderOf(a(scope), b(scope));
    return order === null ? null : test(order);
  };
}

/** Values of different kinds have no order; a month and a day are compared by month. */
function orderOf(a: Value, b: Value): number | null {
  if (isDecimal(a) && isDecimal(b)) return compareDecimals(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (typeof a !== "string" || typeof b !== "string") return null;
  const length = isDateText(a) && isDateText(b) ? Math.min(a.length, b.length) : undefined;
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function isAmong(value: Value, codes: readonly string[]): Value {
  if (typeof value === "string") return codes.includes(value);
  return Array.isArray(value) ? value.some((item) => codes.includes(item)) : null;
}

function mentionsAny(value: Value, words: readonly string[]): Value {
  if (typeof value !== "string") return null;
  const text = value.toLowerCase();
  return words.some((word) => text.includes(word.toLowerCase()));
}

function coalesced(operands: Compiled[]): Compiled {
  return (scope) => {
    for (const operand of operands) {
      const value = operand(scope);
      if (isAnswered(value)) return value;
    }
    return null;
  };
}

function conditional([test, yes, no]: [Expression, Expression, Expression]): Compiled {
  const [condition, then, otherwise] = [
    compileExpression(test),
    compileExpression(yes),
    compileExpression(no),
  ];
  return (scope) => {
    const decided = condition(scope);
    return typeof decided === "boolean" ? (decided ? then(scope) : otherwise(scope)) : null;
  };
}

function folded(
  expressions: readonly Expression[],
  combine: (a: Decimal, b: Decimal) => Decimal | null,
): Compiled {
  const operands = expressions.map(compileExpression);
  return (scope) => {
    let total: Decimal | null = null;
    for (const [index, operand] of operands.entries()) {
      const value = figure(operand(scope));
      if (!value) return null;
      total = index === 0 || !total ? value : combine(total, value);
      if (!total || isBeyondFigures(total)) return null;
    }
    return total;
  };
}

const isBeyondFigures = ({ units, scale }: Decimal): boolean =>
  scale > largest.scale || units > largest.units || units < -largest.units;

const compileWhere = (where: Expression | undefined): Compiled | undefined =>
  where === undefined ? undefined : compileExpression(where);

const chosen = (scope: Scope, table: string, where: Compiled | undefined): readonly Scope[] =>
  where ? scope.rows(table).filter((row) => where(row) === true) : scope.rows(table);

type Aggregation = { of: string; value: Expression; where?: Expression | undefined };

/** Rows without a figure are passed over: they are reported where they stand. */
function summed({ of, value, where }: Aggregation): Compiled {
  const operand = compileExpression(value);
  const filter = compileWhere(where);
  return (scope) =>
    chosen(scope, of, filter).reduce((total, row) => addDecimals(total, figure(operand(row)) ?? zero), zero);
}

/** The least (-1) or greatest (1) figure or date. */
function extreme({ of, value, where }: Aggregation, side: -1 | 1): Compiled {
  const operand = compileExpression(value);
  const filter = compileWhere(where);
  return (scope) => {
    let best: Value = null;
    for (const row of chosen(scope, of, filter)) {
      const found = operand(row);
      if (best === null || orderOf(found, best) === side) best = found;
    }
    return best;
  };
}

function quantified({ of, where }: { of: string; where: Expression }, deciding: boolean): Compiled {
  const test = compileExpression(where);
  return (scope) => {
    let unknown = false;
    for (const row of scope.rows(of)) {
      const value = test(row);
      if (value === deciding) return deciding;
      if (typeof value !== "boolean") unknown = true;
    }
    return unknown ? null : !deciding;
  };
}

const lengthOf = (value: Value): Decimal | null => {
  if (typeof value === "string") return decimal([...value.trim()].length);
  return Array.isArray(value) ? decimal(value.length) : null;
};

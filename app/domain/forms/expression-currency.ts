import type { Field } from "./definition.ts";
import type { Expression } from "./expression.ts";
import { type ExpressionProblem, fieldOf, type Names } from "./infer-type.ts";
import { onlyCurrency } from "./parse-amount.ts";

type Currency = string | undefined;
type Node = Record<string, unknown>;
type Gathering = { of: string; value?: Expression; where?: Expression };

/**
 * In which currency the figure of an expression is, and every place where two of them are added up or compared.
 * Undefined for plain figures, which go with each. A product of a sum and a plain figure keeps the currency; of two
 * sums there is none, as an exchange rate shows.
 */
export class CurrencyReader {
  readonly problems: ExpressionProblem[] = [];
  /** Of computed answers, each read once; one on the way has none yet, and a ring is refused elsewhere. */
  readonly #known = new Map<Field, Currency>();

  read(e: Expression, names: Names, at = ""): Currency {
    if (typeof e !== "object") return undefined;
    const field = fieldOf(e, names);
    if (field && "type" in field) return this.#ofField(field as Field, e, names);
    const [[operator = "", operand] = []] = Object.entries(e as Node);
    switch (operator) {
      case "add":
      case "subtract":
      case "eq":
      case "ne":
      case "lt":
      case "le":
      case "gt":
      case "ge":
      case "coalesce":
        return this.#common(operand as Expression[], names, step(at, operator), !comparing.has(operator));
      case "if": {
        const [condition, ...branches] = operand as Expression[];
        this.read(condition!, names, `${step(at, "if")}.0`);
        return this.#common(branches, names, step(at, "if"), true, 1);
      }
      case "multiply":
      case "divide":
        return this.#scaled(operand as Expression[], names, step(at, operator));
      case "abs":
        return this.read(operand as Expression, names, step(at, operator));
      case "round":
        return this.read((operand as Expression[])[0]!, names, `${step(at, operator)}.0`);
      case "sum":
      case "min":
      case "max":
      case "any":
      case "all":
      case "count":
        return this.#gathered(operator, operand as Gathering, names, step(at, operator));
      default:
        this.#inside(operand, names, step(at, operator));
        return undefined;
    }
  }

  #ofField(field: Field, e: Expression, names: Names): Currency {
    if (field.type === "money") return "CNY";
    if (field.type === "amount") return onlyCurrency(field);
    if (field.type !== "computed") return undefined;
    if (field.result === "money") return "CNY";
    if (this.#known.has(field)) return this.#known.get(field);
    this.#known.set(field, undefined);
    // What is wrong in there is reported there.
    const reported = this.problems.length;
    const currency = this.read(field.value, namesWithin(e, names));
    this.problems.length = reported;
    this.#known.set(field, currency);
    return currency;
  }

  #common(list: readonly Expression[], names: Names, at: string, keeps: boolean, from = 0): Currency {
    let known: Currency;
    list.forEach((operand, index) => {
      const found = this.read(operand, names, `${at}.${index + from}`);
      if (found !== undefined && known !== undefined && found !== known)
        this.problems.push({ code: "currencies_mixed", inside: at, params: { one: known, other: found } });
      known ??= found;
    });
    return keeps ? known : undefined;
  }

  #scaled(list: readonly Expression[], names: Names, at: string): Currency {
    const found = list.map((operand, index) => this.read(operand, names, `${at}.${index}`));
    const known = found.filter((currency) => currency !== undefined);
    // A plain figure divided by a sum is no sum.
    const isOverSum = at.endsWith("divide") && found[0] === undefined;
    return known.length === 1 && !isOverSum ? known[0] : undefined;
  }

  #gathered(operator: string, { of, value, where }: Gathering, names: Names, at: string): Currency {
    const question = names.question(of);
    const inside: Names = { ...names, table: question?.type === "table" ? question : undefined };
    if (where !== undefined) this.read(where, inside, `${at}.where`);
    const currency = value === undefined ? undefined : this.read(value, inside, `${at}.value`);
    return operator === "sum" || operator === "min" || operator === "max" ? currency : undefined;
  }

  #inside(operand: unknown, names: Names, at: string): void {
    if (Array.isArray(operand)) operand.forEach((each, index) => this.#inside(each, names, `${at}.${index}`));
    else if (typeof operand === "object" && operand !== null) this.read(operand as Expression, names, at);
  }
}

const comparing = new Set(["eq", "ne", "lt", "le", "gt", "ge"]);

const step = (at: string, operator: string): string => (at === "" ? operator : `${at}.${operator}`);

/** A formula of a column is about its own row, one of a question about no row. */
function namesWithin(e: Expression, names: Names): Names {
  if (typeof e !== "object" || "ref" in e) return { ...names, table: undefined };
  if (!("at" in e)) return names;
  const table = names.question(e.at.of);
  return { ...names, table: table?.type === "table" ? table : undefined };
}

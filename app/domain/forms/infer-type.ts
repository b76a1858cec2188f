import type { DefinitionProblemCode } from "./definition-problem.ts";
import type { Field, Question, TableColumn } from "./definition.ts";
import type { Expression } from "./expression.ts";
import { optionsOf } from "./format-answer.ts";

/** What an expression can yield, as far as the definition tells. `null` fits everywhere. */
export type ValueType = "number" | "text" | "date" | "boolean" | "list";

/** The names an expression may use, and what they are. */
export type Names = {
  question(key: string): Question | undefined;
  /** The table whose row the expression is asked about. */
  table: Extract<Question, { type: "table" }> | undefined;
  /** Inside sum, any, all … of a table, where no other may stand. */
  aggregated?: boolean;
};

export type Reference = { question: string; column?: string };
export type ExpressionProblem = {
  code: DefinitionProblemCode;
  /** Where in the expression: `and.0.eq.1`. */
  inside: string;
  params: Record<string, string>;
};

type Operation = Exclude<Expression, string | number | boolean>;
type Aggregation = { of: string; value?: Expression; where?: Expression };

/** Finds what is wrong with an expression and which answers it reads. */
export class ExpressionReader {
  readonly problems: ExpressionProblem[] = [];
  readonly references: Reference[] = [];

  read(expression: Expression, names: Names, wanted?: ValueType, at = ""): ValueType | null {
    const type = this.#typeOf(expression, names, at);
    const fits = type === wanted || (wanted === "text" && type === "date" && typeof expression === "string");
    if (wanted !== undefined && type !== null && !fits)
      this.#report("wrong_kind", at, { found: type, wanted });
    return type;
  }

  #typeOf(e: Expression, names: Names, at: string): ValueType | null {
    if (typeof e === "string") return isDateText(e) ? "date" : "text";
    if (typeof e === "number") return "number";
    if (typeof e === "boolean") return "boolean";
    return (
      this.#typeOfName(e, names, at) ?? this.#typeOfLogic(e, names, at) ?? this.#typeOfFigure(e, names, at)
    );
  }

  #typeOfName(e: Operation, names: Names, at: string): ValueType | null {
    if ("ref" in e) return this.#reference(e.ref, names, at);
    if ("cell" in e) return this.#cell(names.table, e.cell, at);
    if ("at" in e) {
      const table = this.#table(e.at.of, names, at);
      if (!table) return null;
      if (!table.fixedRows?.some((row) => row.id === e.at.row))
        this.#report("unknown_row", at, { table: table.key, row: e.at.row });
      return this.#cell(table, e.at.column, at);
    }
    if ("files" in e) {
      if (names.question(e.files)?.type !== "file")
        this.#report("unknown_file_question", at, { name: e.files });
      this.references.push({ question: e.files });
      return "number";
    }
    return "today" in e ? "date" : null;
  }

  #typeOfLogic(e: Operation, names: Names, at: string): ValueType | null {
    if ("and" in e) return this.#every(e.and, names, "boolean", join(at, "and"));
    if ("or" in e) return this.#every(e.or, names, "boolean", join(at, "or"));
    if ("not" in e) return this.#operand(e.not, names, "boolean", "boolean", join(at, "not"));
    if ("eq" in e) return this.#comparison(e.eq, names, join(at, "eq"));
    if ("ne" in e) return this.#comparison(e.ne, names, join(at, "ne"));
    for (const operator of ["lt", "le", "gt", "ge"] as const) {
      const sides = (e as Record<string, [Expression, Expression] | undefined>)[operator];
      if (sides) return this.#comparison(sides, names, join(at, operator), true);
    }
    if ("in" in e) return this.#choice(e.in[0], e.in[1], names, join(at, "in"));
    if ("includes" in e) return this.#choice(e.includes[0], [e.includes[1]], names, join(at, "includes"));
    if ("mentions" in e)
      return this.#operand(e.mentions[0], names, "text", "boolean", join(at, "mentions.0"));
    if ("answered" in e) return this.#operand(e.answered, names, undefined, "boolean", join(at, "answered"));
    if ("any" in e) return this.#aggregated(e.any, names, join(at, "any"), () => "boolean");
    if ("all" in e) return this.#aggregated(e.all, names, join(at, "all"), () => "boolean");
    if ("coalesce" in e) return this.#common(e.coalesce, names, join(at, "coalesce"), 0);
    if ("if" in e) {
      this.read(e.if[0], names, "boolean", join(at, "if.0"));
      return this.#common(e.if.slice(1), names, join(at, "if"), 1);
    }
    return null;
  }

  #typeOfFigure(e: Operation, names: Names, at: string): ValueType | null {
    if ("count" in e) return this.#aggregated(e.count, names, join(at, "count"), () => "number");
    for (const operator of ["sum", "min", "max"] as const) {
      const found = (e as Record<string, { of: string; value: Expression; where?: Expression } | undefined>)[
        operator
      ];
      if (!found) continue;
      return this.#aggregated(found, names, join(at, operator), (inside, place) =>
        operator === "sum"
          ? this.read(found.value, inside, "number", place)
          : this.#ordered(found.value, inside, place),
      );
    }
    if ("add" in e) return this.#every(e.add, names, "number", join(at, "add"));
    if ("multiply" in e) return this.#every(e.multiply, names, "number", join(at, "multiply"));
    if ("subtract" in e) return this.#every(e.subtract, names, "number", join(at, "subtract"));
    if ("divide" in e) return this.#every(e.divide, names, "number", join(at, "divide"));
    if ("abs" in e) return this.#operand(e.abs, names, "number", "number", join(at, "abs"));
    if ("round" in e) return this.#operand(e.round[0], names, "number", "number", join(at, "round.0"));
    if ("length" in e) return this.#lengthOf(e.length, names, join(at, "length"));
    if ("year" in e) return this.#operand(e.year, names, "date", "number", join(at, "year"));
    if ("add_months" in e)
      return this.#operand(e.add_months[0], names, "date", "date", join(at, "add_months.0"));
    return null;
  }

  #every(list: readonly Expression[], names: Names, wanted: ValueType, at: string): ValueType {
    list.forEach((operand, index) => this.read(operand, names, wanted, join(at, index)));
    return wanted;
  }

  #operand(e: Expression, names: Names, wanted: ValueType | undefined, result: ValueType, at: string) {
    this.read(e, names, wanted, at);
    return result;
  }

  #ordered(e: Expression, names: Names, at: string): ValueType | null {
    const type = this.read(e, names, undefined, at);
    if (type === "boolean" || type === "list") this.#report("kinds_have_no_order", at, { kind: type });
    return type;
  }

  #lengthOf(e: Expression, names: Names, at: string): ValueType {
    const type = this.read(e, names, undefined, at);
    if (type === "number" || type === "boolean")
      this.#report("wrong_kind", at, { found: type, wanted: "text" });
    return "number";
  }

  #reference(key: string, names: Names, at: string): ValueType | null {
    const question = names.question(key);
    if (!question) {
      this.#report("unknown_question", at, { name: key });
      return null;
    }
    this.references.push({ question: key });
    if (question.type === "static") this.#report("no_answer", at, { name: key });
    return typeOfQuestion(question);
  }

  #cell(table: Names["table"], column: string, at: string): ValueType | null {
    if (table && column === "id") return "text";
    const found = table?.columns.find((candidate) => candidate.key === column);
    if (!table) this.#report("cell_outside_table", at, { name: column });
    else if (!found) this.#report("unknown_column", at, { table: table.key, name: column });
    else this.references.push({ question: table.key, column });
    return found ? typeOfField(found) : null;
  }

  #table(key: string, names: Names, at: string): Names["table"] {
    const question = names.question(key);
    if (question?.type === "table") {
      this.references.push({ question: key });
      return question;
    }
    this.#report("unknown_table", at, { name: key });
    return undefined;
  }

  /** A cell always belongs to the nearest table, so one table's rows are not gone through inside another's. */
  #aggregated(
    { of, where }: Aggregation,
    names: Names,
    at: string,
    result: (inside: Names, place: string) => ValueType | null,
  ): ValueType | null {
    if (names.aggregated) this.#report("nested_table", at, { table: of });
    const inside: Names = { ...names, table: this.#table(of, names, at), aggregated: true };
    if (where !== undefined) this.read(where, inside, "boolean", join(at, "where"));
    return result(inside, join(at, "value"));
  }

  #comparison(sides: [Expression, Expression], names: Names, at: string, ordering = false): ValueType {
    const [left, right] = sides;
    const a = this.read(left, names, undefined, join(at, 0));
    const b = this.read(right, names, undefined, join(at, 1));
    const unlike = a !== null && b !== null && a !== b && !isDateLiteralAgainstText(sides, a, b);
    const kind = [a, b].find((type) => type === "list" || (ordering && type === "boolean"));
    if (unlike) this.#report("kinds_not_compared", at, { left: a, right: b });
    else if (kind) this.#report("kinds_have_no_order", at, { kind });
    if (typeof right === "string") this.#checkCodes(left, [right], names, at);
    return "boolean";
  }

  #choice(subject: Expression, codes: string[], names: Names, at: string): ValueType {
    const type = this.read(subject, names, undefined, join(at, 0));
    if (type === "number" || type === "boolean") this.#report("kind_has_no_options", at, { kind: type });
    this.#checkCodes(subject, codes, names, at);
    return "boolean";
  }

  /** A condition on an option that does not exist could never hold. */
  #checkCodes(subject: Expression, codes: string[], names: Names, at: string): void {
    if (typeof subject !== "object") return;
    if ("cell" in subject && subject.cell === "id") {
      const rows = names.table?.fixedRows;
      for (const code of codes)
        if (rows && !rows.some(({ id }) => id === code))
          this.#report("unknown_row", at, { table: names.table?.key ?? "", row: code });
      return;
    }
    const field = fieldOf(subject, names);
    if (!field || field.type === "table" || field.type === "file" || field.type === "static") return;
    const options = optionsOf(field);
    if (options.length === 0) return;
    for (const code of codes) {
      if (!options.some((option) => option.code === code))
        this.#report("unknown_option", at, { name: field.key, option: code });
    }
  }

  #common(expressions: Expression[], names: Names, at: string, from: number): ValueType | null {
    const found = expressions.map((e, index) => this.read(e, names, undefined, join(at, index + from)));
    const types = new Set(found.filter((type) => type !== null));
    if (types.size > 1) this.#report("branches_differ", at, { kinds: [...types].join(" ") });
    return [...types][0] ?? null;
  }

  #report(code: DefinitionProblemCode, inside: string, params: Record<string, string>): void {
    this.problems.push({ code, inside, params });
  }
}

const join = (at: string, step: string | number): string => (at === "" ? String(step) : `${at}.${step}`);

const isDateText = (text: string): boolean => /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/.test(text);

/** A text that happens to look like a date may be compared with a text. */
const isDateLiteralAgainstText = (sides: readonly Expression[], a: ValueType, b: ValueType): boolean =>
  (a === "date" && b === "text" && typeof sides[0] === "string") ||
  (a === "text" && b === "date" && typeof sides[1] === "string");

/** The question or column an expression plainly names. */
export function fieldOf(e: Expression, names: Names): Question | TableColumn | undefined {
  if (typeof e !== "object") return undefined;
  if ("ref" in e) return names.question(e.ref);
  if ("cell" in e) return names.table?.columns.find((column) => column.key === e.cell);
  if (!("at" in e)) return undefined;
  const table = names.question(e.at.of);
  return table?.type === "table" ? table.columns.find((column) => column.key === e.at.column) : undefined;
}

const typeOfQuestion = (question: Question): ValueType | null =>
  question.type === "table" || question.type === "file"
    ? "list"
    : question.type === "static"
      ? null
      : typeOfField(question);

export function typeOfField(field: Field): ValueType {
  switch (field.type === "computed" ? field.result : field.type) {
    case "integer":
    case "decimal":
    case "money":
    case "percent":
    case "scale":
      return "number";
    case "amount":
      return field.type === "amount" && field.currencies.length > 1 ? "list" : "number";
    case "yes_no":
    case "declaration":
      return "boolean";
    case "multi_choice":
    case "address":
    case "foreign_address":
    case "person":
      return "list";
    case "date":
    case "month":
      return "date";
    default:
      return "text";
  }
}

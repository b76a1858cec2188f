import type { Field, Question } from "./definition.ts";
import type { Expression } from "./expression.ts";

/** What an expression can yield, as far as the definition tells. `null` fits everywhere. */
export type ValueType = "number" | "text" | "date" | "boolean" | "list";

/** The names an expression may use, and what they are. */
export type Names = {
  question(key: string): Question | undefined;
  /** The table whose row the expression is asked about. */
  table: Extract<Question, { type: "table" }> | undefined;
};

export type Reference = { question: string; column?: string };

/** Finds what is wrong with an expression and which answers it reads. */
export class ExpressionReader {
  readonly problems: string[] = [];
  readonly references: Reference[] = [];

  read(expression: Expression, names: Names, wanted?: ValueType): ValueType | null {
    const type = this.#typeOf(expression, names);
    if (wanted !== undefined && type !== null && type !== wanted && !(wanted === "text" && type === "date")) {
      this.problems.push(`${JSON.stringify(expression)} gives ${type} where ${wanted} is needed`);
    }
    return type;
  }

  #typeOf(e: Expression, names: Names): ValueType | null {
    if (typeof e === "string") return /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/.test(e) ? "date" : "text";
    if (typeof e === "number") return "number";
    if (typeof e === "boolean") return "boolean";
    return this.#typeOfName(e, names) ?? this.#typeOfLogic(e, names) ?? this.#typeOfFigure(e, names);
  }

  #typeOfName(e: Exclude<Expression, string | number | boolean>, names: Names): ValueType | null {
    if ("ref" in e) return this.#reference(e.ref, names);
    if ("cell" in e) return this.#cell(names.table, e.cell);
    if ("at" in e) {
      const table = this.#table(e.at.of, names);
      if (table && !table.fixedRows?.some((row) => row.id === e.at.row)) {
        this.problems.push(`table ${e.at.of} has no fixed row ${e.at.row}`);
      }
      return this.#cell(table, e.at.column);
    }
    if ("files" in e) {
      const question = names.question(e.files);
      if (question?.type !== "file") this.problems.push(`${e.files} is not a file question`);
      this.references.push({ question: e.files });
      return "number";
    }
    return "today" in e ? "date" : null;
  }

  #typeOfLogic(e: Exclude<Expression, string | number | boolean>, names: Names): ValueType | null {
    if ("and" in e || "or" in e) {
      for (const operand of "and" in e ? e.and : e.or) this.read(operand, names, "boolean");
      return "boolean";
    }
    if ("not" in e) return this.#operand(e.not, names, "boolean", "boolean");
    for (const operator of ["eq", "ne", "lt", "le", "gt", "ge"] as const) {
      if (operator in e)
        return this.#comparison((e as Record<string, [Expression, Expression]>)[operator]!, names);
    }
    if ("in" in e) return this.#choice(e.in[0], e.in[1], names);
    if ("includes" in e) return this.#choice(e.includes[0], [e.includes[1]], names);
    if ("mentions" in e) return this.#operand(e.mentions[0], names, "text", "boolean");
    if ("answered" in e) return this.#operand(e.answered, names, undefined, "boolean");
    if ("any" in e || "all" in e) {
      const { of, where } = "any" in e ? e.any : e.all;
      this.read(where, this.#inside(of, names), "boolean");
      return "boolean";
    }
    if ("coalesce" in e) return this.#common(e.coalesce, names);
    if ("if" in e) {
      this.read(e.if[0], names, "boolean");
      return this.#common(e.if.slice(1), names);
    }
    return null;
  }

  #typeOfFigure(e: Exclude<Expression, string | number | boolean>, names: Names): ValueType | null {
    if ("count" in e) {
      const inside = this.#inside(e.count.of, names);
      if (e.count.where !== undefined) this.read(e.count.where, inside, "boolean");
      return "number";
    }
    for (const operator of ["sum", "min", "max"] as const) {
      const found = (e as Record<string, { of: string; value: Expression; where?: Expression } | undefined>)[
        operator
      ];
      if (!found) continue;
      const inside = this.#inside(found.of, names);
      if (found.where !== undefined) this.read(found.where, inside, "boolean");
      return this.read(found.value, inside, operator === "sum" ? "number" : undefined);
    }
    if ("add" in e || "multiply" in e) {
      for (const operand of "add" in e ? e.add : e.multiply) this.read(operand, names, "number");
      return "number";
    }
    if ("subtract" in e || "divide" in e) {
      for (const operand of "subtract" in e ? e.subtract : e.divide) this.read(operand, names, "number");
      return "number";
    }
    if ("abs" in e) return this.#operand(e.abs, names, "number", "number");
    if ("round" in e) return this.#operand(e.round[0], names, "number", "number");
    if ("length" in e) return this.#operand(e.length, names, undefined, "number");
    if ("year" in e) return this.#operand(e.year, names, "date", "number");
    if ("add_months" in e) return this.#operand(e.add_months[0], names, "date", "date");
    return null;
  }

  #operand(e: Expression, names: Names, wanted: ValueType | undefined, result: ValueType): ValueType {
    this.read(e, names, wanted);
    return result;
  }

  #reference(key: string, names: Names): ValueType | null {
    const question = names.question(key);
    if (!question) {
      this.problems.push(`no question ${key}`);
      return null;
    }
    this.references.push({ question: key });
    if (question.type === "static") this.problems.push(`${key} has no answer`);
    return typeOfQuestion(question);
  }

  #cell(table: Names["table"], column: string): ValueType | null {
    if (table && column === "id") return "text";
    const found = table?.columns.find((candidate) => candidate.key === column);
    if (!table) this.problems.push(`cell ${column} outside a table`);
    else if (!found) this.problems.push(`table ${table.key} has no column ${column}`);
    else this.references.push({ question: table.key, column });
    return found ? typeOfField(found) : null;
  }

  #table(key: string, names: Names): Names["table"] {
    const question = names.question(key);
    if (question?.type === "table") {
      this.references.push({ question: key });
      return question;
    }
    this.problems.push(`no table ${key}`);
    return undefined;
  }

  #inside(key: string, names: Names): Names {
    return { ...names, table: this.#table(key, names) };
  }

  #comparison([left, right]: [Expression, Expression], names: Names): ValueType {
    const a = this.read(left, names);
    const b = this.read(right, names);
    const textual = (type: ValueType) => type === "text" || type === "date";
    if (a !== null && b !== null && a !== b && !(textual(a) && textual(b))) {
      this.problems.push(`${a} is compared with ${b}`);
    }
    if (typeof right === "string") this.#checkCodes(left, [right], names);
    return "boolean";
  }

  #choice(subject: Expression, codes: string[], names: Names): ValueType {
    const type = this.read(subject, names);
    if (type === "number" || type === "boolean") this.problems.push(`${type} has no options to be among`);
    this.#checkCodes(subject, codes, names);
    return "boolean";
  }

  /** A condition on an option that does not exist could never hold. */
  #checkCodes(subject: Expression, codes: string[], names: Names): void {
    if (typeof subject !== "object") return;
    const field =
      "ref" in subject
        ? names.question(subject.ref)
        : "cell" in subject
          ? names.table?.columns.find((column) => column.key === subject.cell)
          : undefined;
    const options = field && "options" in field ? field.options : undefined;
    if (!field || !options) return;
    for (const code of codes) {
      if (!options.some((option) => option.code === code)) {
        this.problems.push(`${field.key} has no option ${code}`);
      }
    }
  }

  #common(expressions: Expression[], names: Names): ValueType | null {
    const types = new Set(expressions.map((e) => this.read(e, names)).filter((type) => type !== null));
    if (types.size > 1) this.problems.push(`branches differ: ${[...types].join(", ")}`);
    return [...types][0] ?? null;
  }
}

const typeOfQuestion = (question: Question): ValueType | null =>
  question.type === "table" || question.type === "file"
    ? "list"
    : question.type === "static"
      ? null
      : typeOfField(question);

function typeOfField(field: Field): ValueType {
  switch (field.type === "computed" ? field.result : field.type) {
    case "integer":
    case "decimal":
    case "money":
    case "percent":
      return "number";
    case "yes_no":
    case "declaration":
      return "boolean";
    case "multi_choice":
      return "list";
    case "date":
    case "month":
      return "date";
    default:
      return "text";
  }
}

import type { Field, FormDefinition, Option, Question, TableQuestion } from "../definition.ts";
import { compositeOf } from "../composite-field.ts";
import type { Expression } from "../expression.ts";
import { optionsOf } from "../format-answer.ts";

/** What a comparison is about, as picked from one list: `ref:capital`, `cell:ratio`, `sum:owners/ratio` … */
export type SubjectToken = string;

const gathering = ["sum", "min", "max"] as const;

export function subjectToken(expression: Expression): SubjectToken | undefined {
  if (typeof expression !== "object") return undefined;
  if ("ref" in expression) return `ref:${expression.ref}`;
  if ("cell" in expression) return `cell:${expression.cell}`;
  if ("files" in expression) return `files:${expression.files}`;
  if ("today" in expression) return "today:";
  if ("year" in expression && typeof expression.year === "object" && "ref" in expression.year)
    return `year:${expression.year.ref}`;
  if ("at" in expression) return `at:${expression.at.of}/${expression.at.row}/${expression.at.column}`;
  if ("count" in expression && expression.count.where === undefined) return `count:${expression.count.of}`;
  for (const operator of gathering) {
    const inner = (expression as Record<string, { of: string; value: Expression; where?: Expression }>)[
      operator
    ];
    if (!inner || inner.where !== undefined || typeof inner.value !== "object" || !("cell" in inner.value))
      continue;
    return `${operator}:${inner.of}/${inner.value.cell}`;
  }
  return undefined;
}

export function subjectExpression(token: SubjectToken): Expression | undefined {
  const [kind, rest = ""] = split(token, ":");
  const [of, column = ""] = split(rest, "/");
  switch (kind) {
    case "ref":
      return { ref: rest };
    case "cell":
      return { cell: rest };
    case "files":
      return { files: rest };
    case "year":
      return { year: { ref: rest } };
    case "today":
      return { today: true };
    case "count":
      return { count: { of: rest } };
    case "at": {
      const [row, cell = ""] = split(column, "/");
      return { at: { of, row, column: cell } };
    }
    case "sum":
    case "min":
    case "max":
      return { [kind]: { of, value: { cell: column } } } as unknown as Expression;
    default:
      return undefined;
  }
}

const split = (text: string, sign: string): [string, string?] => {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};

export type SubjectKind = "number" | "text" | "date" | "boolean" | "choice" | "list" | "rows";

export interface Subject {
  token: SubjectToken;
  kind: SubjectKind;
  /** What it can be compared with, where that is a list. */
  options: readonly Option[];
}

/** What can be picked at one place, and in a row of a table asked about there. */
export interface SubjectScope {
  list: readonly Subject[];
  within(table: string): SubjectScope;
}

/** What can be picked for a condition of the form, or of a row of one of its tables. */
export function subjectsOf(definition: FormDefinition, table?: TableQuestion): SubjectScope {
  const tables = tablesOf(definition);
  const shared: Subject[] = [
    ...questionsOf(definition).flatMap(subjectsOfQuestion),
    { token: "today:", kind: "date", options: [] },
  ];
  const scope = (row: TableQuestion | undefined): SubjectScope => ({
    list: [...(row ? cellsOf(row) : []), ...shared],
    within: (key) => scope(tables.find((candidate) => candidate.key === key)),
  });
  return scope(table);
}

export const tablesOf = (definition: FormDefinition): TableQuestion[] =>
  questionsOf(definition).filter((question): question is TableQuestion => question.type === "table");

const cellsOf = (table: TableQuestion): Subject[] => [
  ...table.columns.map((column) => ({ token: `cell:${column.key}`, ...kindOf(column) })),
  {
    ...{ token: "cell:id", kind: table.fixedRows ? ("choice" as const) : ("text" as const) },
    options: (table.fixedRows ?? []).map(({ id, label }) => ({ code: id, label })),
  },
];

function subjectsOfQuestion(question: Question): Subject[] {
  const { key } = question;
  if (question.type === "static") return [];
  if (question.type === "file") return [{ token: `files:${key}`, kind: "number", options: [] }];
  if (question.type !== "table") {
    const own = { token: `ref:${key}`, ...kindOf(question) };
    return own.kind === "date" ? [own, { token: `year:${key}`, kind: "number", options: [] }] : [own];
  }
  const numbers = question.columns.filter((column) => ["number", "date"].includes(kindOf(column).kind));
  return [
    { token: `ref:${key}`, kind: "rows", options: [] },
    { token: `count:${key}`, kind: "number", options: [] },
    ...numbers.flatMap((column) => {
      const { kind } = kindOf(column);
      return gathering
        .filter((operator) => operator !== "sum" || kind === "number")
        .map((operator) => ({ token: `${operator}:${key}/${column.key}`, kind, options: [] }));
    }),
    ...(question.fixedRows ?? []).flatMap(({ id }) =>
      question.columns.map((column) => ({ token: `at:${key}/${id}/${column.key}`, ...kindOf(column) })),
    ),
  ];
}

const kinds: Record<string, SubjectKind> = {
  ...{ integer: "number", decimal: "number", money: "number", percent: "number" },
  ...{ amount: "number", scale: "number", country: "choice" },
  ...{ date: "date", month: "date", yes_no: "boolean", declaration: "boolean" },
  ...{ choice: "choice", city: "choice", gb4754: "choice", park: "choice", multi_choice: "list" },
};

function kindOf(field: Field): Pick<Subject, "kind" | "options"> {
  // Amounts of several currencies have nothing in common but being there.
  if (compositeOf(field) === "amount") return { kind: "list", options: [] };
  const type = field.type === "computed" ? field.result : field.type;
  return { kind: kinds[type] ?? "text", options: optionsOf(field) };
}

export const questionsOf = (definition: FormDefinition): Question[] =>
  definition.parts
    .flatMap(({ sections }) => sections)
    .flatMap(({ groups }) => groups)
    .flatMap(({ questions }) => questions);

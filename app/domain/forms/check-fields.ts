import { compositeOf } from "./composite-field.ts";
import type { DefinitionPlace, DefinitionProblemCode } from "./definition-problem.ts";
import type { Question, TableColumn, TableQuestion } from "./definition.ts";

/** A problem that stands within one question or column. */
export type OwnProblem = {
  code: DefinitionProblemCode;
  place: Pick<DefinitionPlace, "column" | "row" | "option" | "attribute">;
  params: Record<string, string>;
};

/** What a question or column says about itself that cannot be: limits crossed, options twice. */
export function fieldProblems(field: Question | TableColumn): OwnProblem[] {
  return [
    ...crossedLimits(field),
    ...optionProblems(field),
    ...scaleProblems(field),
    ...pageProblems(field),
    ...("restricted" in field && field.restricted && "public" in field && field.public
      ? [own("public_and_restricted", { attribute: "public" })]
      : []),
  ];
}

export function tableProblems(table: TableQuestion): OwnProblem[] {
  const columns = table.columns.map((column) => column.key);
  const { fixedRows, minRows = 0, maxRows } = table;
  const problems: OwnProblem[] = repeated(columns).map((name) =>
    own("duplicate_column", { column: name }, { name }),
  );
  for (const name of repeated((fixedRows ?? []).map((row) => row.id)))
    problems.push(own("duplicate_row", { row: name }, { name }));
  if (columns.includes("id")) problems.push(own("column_called_id", { column: "id" }));
  if (minRows > maxRows) problems.push(crossed("minRows", minRows, maxRows, "rows_crossed"));
  if ((fixedRows?.length ?? 0) > maxRows)
    problems.push(crossed("fixedRows", fixedRows?.length ?? 0, maxRows, "fixed_rows_exceed"));
  if (table.layout === "statement" && !fixedRows)
    problems.push(own("statement_needs_rows", { attribute: "layout" }));
  return [
    ...problems,
    ...totalProblems(table),
    ...table.columns.flatMap((column) => columnProblems(column, columns, table.layout)),
  ];
}

function totalProblems(table: TableQuestion): OwnProblem[] {
  return (table.totals ?? []).flatMap((name) => {
    const column = table.columns.find(({ key }) => key === name);
    if (!column) return [own("unknown_column", { attribute: "totals" }, { table: table.key, name })];
    return isFigure(column) ? [] : [own("total_not_number", { attribute: "totals" }, { name })];
  });
}

const isFigure = (column: TableColumn): boolean =>
  compositeOf(column) === undefined &&
  ["integer", "decimal", "money", "amount", "scale", "percent"].includes(
    column.type === "computed" ? column.result : column.type,
  );

function columnProblems(
  column: TableColumn,
  columns: readonly string[],
  layout: TableQuestion["layout"],
): OwnProblem[] {
  const problems = fieldProblems(column).map((problem) => ({
    ...problem,
    place: { ...problem.place, column: column.key },
  }));
  if (layout !== "cards" && ["address", "foreign_address", "person"].includes(column.type))
    problems.push(own("boxes_need_cards", { column: column.key }) as (typeof problems)[number]);
  if (column.type === "ip_number" && !columns.includes(column.kindColumn)) {
    const place = { column: column.key, attribute: "kindColumn" };
    problems.push(own("unknown_column", place, { name: column.kindColumn }) as (typeof problems)[number]);
  }
  return problems;
}

function crossedLimits(field: Question | TableColumn): OwnProblem[] {
  const pairs: [attribute: string, least: number | string | undefined, most: number | string | undefined][] =
    [];
  switch (field.type) {
    case "short_text":
    case "long_text":
      pairs.push(["limits.zh", field.limits.zh.min, field.limits.zh.max]);
      pairs.push(["limits.en", field.limits.en?.min, field.limits.en?.max]);
      break;
    case "integer":
    case "decimal":
    case "money":
    case "amount":
      pairs.push(["min", field.min, field.max]);
      break;
    case "scale":
      pairs.push(["to", field.from + 1, field.to]);
      break;
    case "percent":
      pairs.push(["min", field.min ?? 0, field.max ?? 100]);
      break;
    case "date":
      if (field.notBefore !== "today" && field.notAfter !== "today")
        pairs.push(["notBefore", field.notBefore, field.notAfter]);
      break;
    case "multi_choice":
      pairs.push(["min", field.min, field.max]);
      break;
    case "file":
      pairs.push(["minCount", field.minCount, field.maxCount]);
  }
  return pairs.flatMap(([attribute, least, most]) =>
    least !== undefined && most !== undefined && least > most ? [crossed(attribute, least, most)] : [],
  );
}

function scaleProblems(field: Question | TableColumn): OwnProblem[] {
  if (field.type !== "scale" || field.labels === undefined) return [];
  const steps = field.to - field.from + 1;
  const given = field.labels.length;
  return given === 2 || given === steps
    ? []
    : [own("scale_labels", { attribute: "labels" }, { given: String(given), steps: String(steps) })];
}

const pageProblems = (field: Question | TableColumn): OwnProblem[] =>
  field.type === "file" && field.maxPages !== undefined && field.accept.some((type) => type !== "pdf")
    ? [own("pages_of_pdf_only", { attribute: "maxPages" })]
    : [];

function optionProblems(field: Question | TableColumn): OwnProblem[] {
  if (!("options" in field) || !field.options) return [];
  const codes = field.options.map((option) => option.code);
  const problems = repeated(codes).map((name) => own("duplicate_option", { option: name }, { name }));
  if (field.type !== "multi_choice") return problems;
  if (field.exclusive !== undefined && !codes.includes(field.exclusive))
    problems.push(
      own("unknown_option", { attribute: "exclusive" }, { name: field.key, option: field.exclusive }),
    );
  if ((field.min ?? 0) > codes.length)
    problems.push(crossed("min", field.min ?? 0, codes.length, "options_too_few"));
  return problems;
}

export const repeated = (keys: readonly string[]): string[] => [
  ...new Set(keys.filter((candidate, index) => keys.indexOf(candidate) !== index)),
];

const own = (
  code: DefinitionProblemCode,
  place: OwnProblem["place"],
  params: Record<string, string> = {},
): OwnProblem => ({ code, place, params });

const crossed = (
  attribute: string,
  least: number | string,
  most: number | string,
  code: DefinitionProblemCode = "limits_crossed",
): OwnProblem => own(code, { attribute }, { least: String(least), most: String(most) });

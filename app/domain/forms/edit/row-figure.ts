import type { Expression } from "../expression.ts";
import { subjectToken, type Subject, type SubjectScope } from "./condition-subject.ts";

export const gatherings = ["count", "sum", "min", "max"] as const;
export type Gathering = (typeof gatherings)[number];

export const comparisons = ["eq", "ne", "lt", "le", "gt", "ge"] as const;

/** A figure over the rows of a table that meet conditions, compared with something: as it is picked. */
export interface RowFigure<Part> {
  kind: "figure";
  table?: string;
  gather: Gathering;
  /** Empty for a count. */
  column: string;
  operator: string;
  /** As typed. */
  value: string;
  /** Another subject in place of the value; empty for none. */
  other: string;
  /** What a row must meet, all of it. */
  parts: Part[];
}

interface Gathered {
  of: string;
  value?: Expression;
  where?: Expression;
}

/** The figure that an expression compares, and what its rows must meet; undefined for whatever is no such thing. */
export function figureOf(e: Expression): { figure: RowFigure<never>; where: Expression } | undefined {
  if (typeof e !== "object") return undefined;
  for (const operator of comparisons) {
    const sides = (e as Record<string, [Expression, Expression] | undefined>)[operator];
    const [left, right] = sides ?? [];
    if (typeof left !== "object" || right === undefined) continue;
    const other = subjectToken(right);
    if (other === undefined && typeof right !== "number" && typeof right !== "string") continue;
    for (const gather of gatherings) {
      const inner = (left as Record<string, Gathered | undefined>)[gather];
      const column = gather === "count" ? "" : cellIn(inner?.value);
      if (!inner || inner.where === undefined || column === undefined) continue;
      const compared = other === undefined ? { value: String(right), other: "" } : { value: "", other };
      const figure = { kind: "figure", table: inner.of, gather, column, operator, ...compared } as const;
      return { figure: { ...figure, parts: [] }, where: inner.where };
    }
  }
  return undefined;
}

const cellIn = (value: Expression | undefined): string | undefined =>
  typeof value === "object" && "cell" in value ? value.cell : undefined;

/** The figure itself; undefined while its table or its column is not picked. */
export function gatheredExpression(
  { table, gather, column }: Pick<RowFigure<unknown>, "table" | "gather" | "column">,
  where: Expression | undefined,
): Expression | undefined {
  if (!table || (gather !== "count" && column === "")) return undefined;
  const inner: Gathered = {
    of: table,
    ...(gather !== "count" && { value: { cell: column } }),
    ...(where !== undefined && { where }),
  };
  return { [gather]: inner } as unknown as Expression;
}

/** What the figure is, for the value it is compared with. */
export function figureSubject(
  { table, gather, column }: RowFigure<unknown>,
  scope: SubjectScope,
): Pick<Subject, "kind"> {
  if (gather !== "min" && gather !== "max") return { kind: "number" };
  const cells = scope.within(table ?? "").list;
  return { kind: cells.find(({ token }) => token === `cell:${column}`)?.kind ?? "number" };
}

/** Columns that a figure can be taken of: sums of numbers, the earliest and latest of dates too. */
export const figureColumns = (table: string, gather: Gathering, scope: SubjectScope): string[] =>
  gather === "count"
    ? []
    : scope
        .within(table)
        .list.filter(
          ({ token, kind }) => token.startsWith("cell:") && token !== "cell:id" && isFigure(kind, gather),
        )
        .map(({ token }) => token.slice("cell:".length));

const isFigure = (kind: Subject["kind"], gather: Gathering): boolean =>
  kind === "number" || (kind === "date" && gather !== "sum");

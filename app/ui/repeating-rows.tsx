import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { classNames } from "./class-names.ts";
import { usePage } from "./page-context.tsx";

export interface RowColumn {
  label: string;
  numeric?: boolean;
  width?: "xs" | "sm" | "md" | "lg";
}

export type RepeatingRow = { key: string } & (RowContent | KeptRow);

export interface RowContent {
  /** One control a column, each with its RowLabel. */
  cells: readonly ReactNode[];
  /** Under the cells: further controls in `.own-pair`s, errors, who changed what. */
  extra?: ReactNode;
}

/** Markup of `RowLines`, as it was drawn before. */
export interface KeptRow {
  markup: string;
}

export interface RowsTotal {
  id?: string;
  label: string;
  /** One a column, without those that the label spans. */
  cells: readonly ({ value: ReactNode; bad?: boolean } | null)[];
}

interface RepeatingRowsProps {
  caption: string;
  columns: readonly RowColumn[];
  rows: readonly RepeatingRow[];
  total?: RowsTotal;
}

const widths = { xs: "own-xs", sm: "own-sm", md: "own-md", lg: "own-lg" } as const;
const widthClass = (column: RowColumn | undefined) => column?.width && widths[column.width];

/** A table of controls; a card for each row on a phone, where the labels show. */
export function RepeatingRows({ caption, columns, rows, total }: RepeatingRowsProps) {
  const t = shellMessages[usePage().locale];
  return (
    <table className="own">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="own-n">
            <span className="sr-only">{t.rowNumber}</span>
          </th>
          {columns.map((column) => (
            <th
              key={column.label}
              scope="col"
              className={classNames(column.numeric && "num", widthClass(column))}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row, index) =>
        "markup" in row ? (
          <tbody key={row.key} className="own-row" dangerouslySetInnerHTML={{ __html: row.markup }} />
        ) : (
          <tbody key={row.key} className="own-row">
            <RowLines row={row} number={index + 1} columns={columns} />
          </tbody>
        ),
      )}
      {total && <TotalRow total={total} columns={columns} />}
    </table>
  );
}

interface RowLinesProps {
  row: RowContent;
  number: number;
  /** Columns of the table, without that of the row's number. */
  columns: readonly RowColumn[];
}

/** A row's cells, and under them what has no column. */
export function RowLines({ row, number, columns }: RowLinesProps) {
  return (
    <>
      <tr>
        <td className="own-n" rowSpan={row.extra ? 2 : undefined}>
          {number}
        </td>
        {row.cells.map((cell, index) => (
          <td key={index} className={widthClass(columns[index])}>
            {cell}
          </td>
        ))}
      </tr>
      {row.extra && (
        <tr className="own-2">
          <td colSpan={columns.length}>{row.extra}</td>
        </tr>
      )}
    </>
  );
}

function TotalRow({ total, columns }: { total: RowsTotal; columns: readonly RowColumn[] }) {
  const spanned = columns.length - total.cells.length;
  return (
    <tfoot id={total.id}>
      <tr>
        {/* Its word runs over the empty cells, so that every row has the same cells and aligns without the others. */}
        <th scope="row" className="own-n">
          {total.label}
        </th>
        {columns.map((column, index) => {
          const cell = total.cells[index - spanned];
          return (
            <td
              key={column.label}
              className={classNames(column.numeric && "num", widthClass(column), cell?.bad && "st-bad")}
              data-l={cell ? column.label : undefined}
            >
              {cell?.value}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

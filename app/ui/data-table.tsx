import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { Column } from "./table-column.ts";
import { TableHead } from "./table-head.tsx";

export type { Column };

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** For staff. */
  dense?: boolean;
  /** What becomes of it on a phone: rows stack, the table scrolls, or each row is a card. */
  layout?: "stack" | "scroll" | "cards";
  rowState?: (row: Row) => { selected?: boolean; cursor?: boolean };
  foot?: ReactNode;
  showCaption?: boolean;
  className?: string;
}

const layoutClass = { stack: "tbl--stack", scroll: undefined, cards: "q-cards" } as const;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, dense, rowState, foot, showCaption, className } = props;
  const layout = props.layout ?? (dense ? "scroll" : "stack");
  const table = (
    <table className={classNames("tbl", dense && "tbl--dense", layoutClass[layout], className)}>
      <caption className={showCaption ? undefined : "sr-only"}>{caption}</caption>
      <TableHead columns={columns} />
      <tbody>
        {rows.map((row) => (
          <TableRow key={rowKey(row)} row={row} columns={columns} layout={layout} state={rowState?.(row)} />
        ))}
      </tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
  if (layout === "stack") return table;
  return (
    // Who has no mouse scrolls it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll-x" tabIndex={0} role="group" aria-label={caption}>
      {table}
    </div>
  );
}

interface TableRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  layout: keyof typeof layoutClass;
  state: { selected?: boolean; cursor?: boolean } | undefined;
}

function TableRow<Row>({ row, columns, layout, state }: TableRowProps<Row>) {
  return (
    <tr
      className={state?.cursor ? "cursor" : undefined}
      aria-current={state?.cursor ? "true" : undefined}
      data-selected={state?.selected ? "" : undefined}
    >
      {columns.map((column, index) => {
        const Cell = column.rowHeader ? "th" : "td";
        return (
          <Cell
            key={column.id}
            scope={column.rowHeader ? "row" : undefined}
            className={classNames(column.numeric && "num", column.className)}
            data-l={layout === "stack" && index > 0 ? stackLabel(column) : undefined}
            data-card={layout === "cards" ? column.card : undefined}
          >
            {column.cell(row)}
          </Cell>
        );
      })}
    </tr>
  );
}

const stackLabel = <Row,>({ label, head }: Column<Row>): string | undefined =>
  (label ?? (typeof head === "string" ? head : undefined)) || undefined;

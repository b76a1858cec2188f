import type { ReactNode } from "react";
import type { TableColumn } from "#app/domain/forms/definition.ts";
import type { EvaluatedRow } from "#app/domain/forms/form-evaluation.ts";

interface ShownCellProps {
  row: EvaluatedRow;
  column: TableColumn;
  className?: string;
  children: ReactNode;
}

/** A cell that may depend on others of its row keeps its place and can be shown without asking the server. */
export function ShownCell({ row, column, className, children }: ShownCellProps) {
  if (column.visibleWhen === undefined && className === undefined) return children;
  const conditional = column.visibleWhen !== undefined;
  return (
    <span
      className={className ?? "block"}
      data-cell={conditional ? column.key : undefined}
      hidden={conditional && !row.isVisible(column.key)}
    >
      {children}
    </span>
  );
}

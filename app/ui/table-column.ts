import type { ReactNode } from "react";

export interface Column<Row> {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** At the end of its cell, as figures are compared. The unit belongs in the head. */
  numeric?: boolean;
  /** The head is for screen readers only. */
  hideHead?: boolean;
  /** Before the value where the table stacks; the head, when that is plain text. Empty for none. */
  label?: string;
  sort?: "ascending" | "descending";
  sortHref?: string;
  /** The cell names its row. */
  rowHeader?: boolean;
  /** Place on a phone in the `cards` layout; columns without one are left out there. */
  card?: "state" | "id" | "corner" | "title" | "note" | "end";
  className?: string;
}

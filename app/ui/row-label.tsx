import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { classNames } from "./class-names.ts";
import { usePage } from "./page-context.tsx";

interface RowLabelProps {
  htmlFor: string;
  /** Counted from 1. */
  row: number;
  /** In the second line of a row, where no head stands over the control. */
  visible?: boolean;
  /** Whether an error describes the control besides. */
  described?: boolean;
  children: ReactNode;
}

/** Of a label that does not show on wide screens; its control must refer to it. */
export const rowLabelId = (controlId: string): string => `${controlId}-l`;

/** Names the row too, for who hears only this one control. */
export function RowLabel({ htmlFor, row, visible, described, children }: RowLabelProps) {
  return (
    <label
      className={visible ? undefined : classNames("own-l", described && "own-l--described")}
      id={visible ? undefined : rowLabelId(htmlFor)}
      htmlFor={htmlFor}
    >
      <span className="sr-only">{shellMessages[usePage().locale].row({ row })} </span>
      {children}
    </label>
  );
}

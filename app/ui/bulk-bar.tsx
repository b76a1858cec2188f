import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { usePage } from "./page-context.tsx";

interface BulkBarProps {
  selected: number;
  /** What the chosen rows add up to. */
  sum?: ReactNode;
  /** What would be refused, said before anything runs. */
  warning?: ReactNode;
  children: ReactNode;
}

export function BulkBar({ selected, sum, warning, children }: BulkBarProps) {
  const t = shellMessages[usePage().locale];
  return (
    <div className="bulk" role="region" aria-label={t.bulkActions} data-bulk-bar="">
      <b data-bulk-count="">{t.selected({ count: selected })}</b>
      {sum && <span data-bulk-sum="">{sum}</span>}
      {children}
      {warning && <span className="bulk-end">{warning}</span>}
    </div>
  );
}

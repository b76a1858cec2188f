import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { classNames } from "./class-names.ts";
import { usePage } from "./page-context.tsx";

export interface SummaryRow {
  key?: string;
  term: string;
  value: ReactNode;
  /** Smaller, under the value. */
  note?: ReactNode;
  action?: { href: string; label?: string };
}

interface SummaryListProps {
  rows: readonly SummaryRow[];
  /** Short terms, no actions. */
  narrow?: boolean;
  className?: string;
}

export function SummaryList({ rows, narrow, className }: SummaryListProps) {
  const t = shellMessages[usePage().locale];
  return (
    <dl className={classNames("sum", narrow && "sum--2", "rule", className)}>
      {rows.map(({ key, term, value, note, action }) => (
        <div key={key ?? term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {note && <span className="muted block text-sm">{note}</span>}
          </dd>
          {action && (
            <dd className="act">
              <a href={action.href}>
                {action.label ?? t.change}
                <span className="sr-only">{t.changeOf({ subject: term })}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

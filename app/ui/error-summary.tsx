import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { usePage } from "./page-context.tsx";

export interface SummarisedError {
  /** "#" and the id of the control to change. */
  href: string;
  text: string;
}

interface ErrorSummaryProps {
  errors: readonly SummarisedError[];
  title?: string;
  /** What became of the rest, such as that everything is saved. */
  note?: ReactNode;
}

/** Above the form; takes focus when the page opens, without any script. */
export function ErrorSummary({ errors, title, note }: ErrorSummaryProps) {
  const t = shellMessages[usePage().locale];
  if (errors.length === 0) return null;
  return (
    <div className="esum" role="alert" tabIndex={-1} aria-labelledby="error-summary-title" autoFocus>
      <h2 id="error-summary-title">{title ?? t.errorSummary({ count: errors.length })}</h2>
      <ul>
        {errors.map(({ href, text }) => (
          <li key={`${href} ${text}`}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      {note && <p className="muted mt-2 text-sm">{note}</p>}
    </div>
  );
}

import type { ReactNode } from "react";
import { shellMessages } from "#app/i18n/messages/shell.ts";
import { LinkButton } from "./link-button.tsx";
import { usePage } from "./page-context.tsx";

interface PaginationProps {
  previous?: string;
  next?: string;
  /** Where the next page begins. */
  nextNote?: string;
  summary?: ReactNode;
}

/** By key, not by number: a page begins after the last row of the one before. */
export function Pagination({ previous, next, nextNote, summary }: PaginationProps) {
  const t = shellMessages[usePage().locale];
  if (!previous && !next && !summary) return null;
  return (
    <div className="my-3 flex flex-wrap items-center gap-4">
      {summary && <span className="muted">{summary}</span>}
      {(previous || next) && (
        <nav className="ms-auto flex flex-wrap gap-2" aria-label={t.pages}>
          {previous && (
            <LinkButton size="sm" href={previous} rel="prev">
              {t.previousPage}
            </LinkButton>
          )}
          {next && (
            <LinkButton size="sm" href={next} rel="next">
              {t.nextPage({ note: nextNote })}
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import { ErrorSummary, type SummarisedError } from "#app/ui/error-summary.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

/** Fields of a narrow form stand closer together than those of an application. */
export const entryForm = "mt-6 [&_.field]:my-5";

interface EntryPageProps {
  title: string;
  errors?: readonly SummarisedError[];
  lead?: ReactNode;
  /** What stands beside the form. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The pages before one is in: one narrow form, and beside it what somebody in the wrong place needs. */
export function EntryPage({ title, errors = [], lead, aside, children }: EntryPageProps) {
  return (
    <div className="wrap pt-10 lg:pt-16">
      <PageTitle hasErrors={errors.length > 0}>{title}</PageTitle>
      <div className="mx-auto grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-x-20 gap-y-12 lg:grid-cols-[25rem_minmax(0,1fr)]">
        <section>
          <ErrorSummary errors={errors} />
          <h1>{title}</h1>
          {lead && <p className="measure mt-3">{lead}</p>}
          {children}
        </section>
        {aside && (
          <section className="lg:border-base-300 [&>h2]:mt-10 [&>h2:first-child]:mt-0 lg:border-l lg:pt-3 lg:pl-12">
            {aside}
          </section>
        )}
      </div>
    </div>
  );
}

/** A sentence and a way on, where there is nothing to fill in. */
export function EntryMessage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="wrap pt-10 lg:pt-16">
      <PageTitle>{title}</PageTitle>
      <div className="mx-auto max-w-5xl">
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  );
}

import type { ReactNode } from "react";
import type { Locale } from "#app/i18n/locale.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { ErrorSummary, type SummarisedError } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

interface CompanyPageProps {
  title: string;
  back?: { href: string; label: string };
  lead?: ReactNode;
  errors?: readonly SummarisedError[];
  /** What was just done. */
  done?: string | undefined;
  children: ReactNode;
}

/** Frame of a company's pages. */
export function CompanyPage({ title, back, lead, errors = [], done, children }: CompanyPageProps) {
  return (
    <div className="wrap pt-8">
      <PageTitle hasErrors={errors.length > 0}>{title}</PageTitle>
      {back && <BackLink href={back.href}>{back.label}</BackLink>}
      <ErrorSummary errors={errors} />
      <h1 className="mt-2">{title}</h1>
      {lead && <p className="measure mt-3">{lead}</p>}
      {done && (
        <Notice tone="ok" role="status" className="mt-6">
          {done}
        </Notice>
      )}
      {children}
    </div>
  );
}

/** The name in the reader's language where there is one. */
export const companyName = (locale: Locale, company: { nameZh: string; nameEn: string }): string =>
  (locale === "en" && company.nameEn) || company.nameZh;

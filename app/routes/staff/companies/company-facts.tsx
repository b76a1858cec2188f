import type { CompanyDetails } from "#app/features/companies/find-company.ts";
import type { MemberRow } from "#app/features/companies/list-members.ts";
import { formatDateTime, formatFileSize } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { SummaryList, type SummaryRow } from "#app/ui/summary-list.tsx";
import { UsccStateTag } from "#app/ui/uscc-state-tag.tsx";

interface CompanyFactsProps {
  company: CompanyDetails;
  members: readonly MemberRow[];
  mayReadLicence: boolean;
  locale: Locale;
}

export function CompanyFacts({ company, members, mayReadLicence, locale }: CompanyFactsProps) {
  const t = peopleMessages[locale].company;
  const { companyRole } = accountMessages[locale];
  const rows: SummaryRow[] = [
    { term: t.name, value: company.nameZh },
    ...(company.nameEn ? [{ term: t.nameEn, value: company.nameEn }] : []),
    { term: t.uscc, value: <span className="num-id">{company.uscc}</span> },
    {
      term: t.state,
      value: <UsccStateTag state={company.usccState} locale={locale} />,
      note: company.usccNote ? t.refusedReason({ reason: company.usccNote }) : undefined,
    },
    ...(mayReadLicence ? [licenceRow(company, locale)] : []),
    { term: t.created, value: formatDateTime(locale, company.createdAt) },
    {
      term: t.membersTitle,
      value: (
        <ul>
          {members.map((member) => (
            <li key={member.personId}>
              {member.name} <span className="muted">{`${companyRole[member.role]} · ${member.email}`}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return <SummaryList rows={rows} className="max-w-3xl" />;
}

function licenceRow({ id, licence }: CompanyDetails, locale: Locale): SummaryRow {
  const t = peopleMessages[locale].company;
  if (!licence) return { term: t.licence, value: <span className="muted">{t.licenceNone}</span> };
  return {
    term: t.licence,
    value: <a href={`/staff/companies/${id}/licence?inline=1`}>{t.licenceOpen}</a>,
    note: `${licence.name} · ${formatFileSize(licence.size)} · ${formatDateTime(locale, licence.uploadedAt)}`,
  };
}

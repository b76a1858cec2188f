import type { PersonDetails as Details } from "#app/features/accounts/find-person.ts";
import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { SummaryList } from "#app/ui/summary-list.tsx";

export function PersonDetails({ person, locale }: { person: Details; locale: Locale }) {
  const t = peopleMessages[locale];
  const { role, comma } = accountMessages[locale];
  const { roles, companies, secondFactorAt } = person;
  const note = companies.length > 0 ? t.person.applicantNote : t.person.plainNote;
  return (
    <SummaryList
      narrow
      className="max-w-2xl"
      rows={[
        { term: t.email, value: person.email },
        roles.length > 0
          ? { term: t.roles, value: roles.map((each) => role[each]).join(comma) }
          : { term: t.companies, value: <CompanyLinks companies={companies} locale={locale} />, note },
        {
          term: t.second,
          value: secondFactorAt
            ? accountMessages[locale].second.on({ since: formatDate(locale, secondFactorAt) })
            : t.secondOff,
        },
        { term: t.person.sessions, value: t.person.sessionsCount({ count: person.sessions }) },
        { term: t.person.language, value: t.person.languageName[person.locale] },
        { term: t.person.registered, value: formatDateTime(locale, person.createdAt) },
      ]}
    />
  );
}

function CompanyLinks({ companies, locale }: { companies: Details["companies"]; locale: Locale }) {
  if (companies.length === 0) return <span className="muted">–</span>;
  return (
    <ul>
      {companies.map(({ id, nameZh, nameEn }) => (
        <li key={id}>
          <a href={`/staff/companies/${id}`}>{(locale === "en" && nameEn) || nameZh}</a>
        </li>
      ))}
    </ul>
  );
}

import { beijingDay, daysBetween } from "#app/domain/shared/beijing-time.ts";
import { cityName } from "#app/domain/shared/shanxi-cities.ts";
import type { FoundApplication } from "#app/features/applications/find-application.ts";
import type { OfficerChoice } from "#app/features/applications/office/list-choices.ts";
import { formatDate, formatDateTime, formatMoney } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { staffApplicationMessages } from "#app/i18n/messages/staff-application.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { SummaryList } from "#app/ui/summary-list.tsx";

interface FactsProps {
  locale: Locale;
  now: Date;
  head: FoundApplication;
  officers: readonly OfficerChoice[];
}

/** What the office looks up first. */
export function ApplicationFacts({ locale, now, head, officers }: FactsProps) {
  const t = staffApplicationMessages[locale];
  const days = daysBetween(beijingDay(head.stateSince), beijingDay(now));
  const money = (fen: number | null) => (fen === null ? "–" : formatMoney(locale, fen));
  const officer = officers.find(({ id }) => id === head.officerId)?.name;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t.facts}</h2>
      <SummaryList
        narrow
        rows={[
          { term: t.company, value: <a href={`/staff/companies/${head.companyId}`}>{head.companyNameZh}</a> },
          { term: t.uscc, value: <span className="num-id">{head.uscc}</span> },
          {
            term: t.call,
            value: `${head.callCode} ${locale === "zh" ? head.callTitleZh : head.callTitleEn}`,
          },
          { term: t.place, value: cityName(head.cityCode, locale) },
          { term: t.requested, value: money(head.amountRequestedFen) },
          { term: t.total, value: money(head.totalInvestmentFen) },
          { term: t.submitted, value: head.submittedAt ? formatDateTime(locale, head.submittedAt) : "–" },
          { term: t.since, value: t.sinceText(formatDate(locale, head.stateSince), days) },
          { term: t.officer, value: officer ?? staffMessages[locale].unclaimed },
        ]}
      />
    </section>
  );
}

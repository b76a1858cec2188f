import { countWorkingDays } from "#app/domain/shared/holiday-year.ts";
import { daysBetween } from "#app/domain/shared/beijing-time.ts";
import type { HolidayYear } from "#app/domain/shared/working-days.ts";
import { formatDate, formatDateWithWeekday } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { workingDayMessages } from "#app/i18n/messages/working-days.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { Tag } from "#app/ui/tag.tsx";

interface YearTableProps {
  year: HolidayYear;
  years: readonly HolidayYear[];
  locale: Locale;
  mayChange: boolean;
}

/** One year as everybody of the office reads it. */
export function YearTable({ year, years, locale, mayChange }: YearTableProps) {
  const t = workingDayMessages[locale];
  const id = `year-${year.year}`;
  return (
    <section aria-labelledby={id} className="rule mt-8 pt-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={id}>{t.yearTitle(year.year)}</h2>
        <Tag tone={year.provisional ? "warn" : "ok"}>{year.provisional ? t.provisional : t.final}</Tag>
        <span className="muted">{t.count(countWorkingDays(year.year, years))}</span>
        {mayChange && (
          <LinkButton size="sm" className="ms-auto" href={`/staff/working-days/${year.year}`}>
            {t.edit(year.year)}
          </LinkButton>
        )}
      </div>
      {year.provisional && <p className="measure muted mt-1">{t.provisionalNote(year.year)}</p>}
      <HolidayFacts year={year} locale={locale} />
    </section>
  );
}

/** Source, holidays and make-up days. */
export function HolidayFacts({ year, locale }: { year: HolidayYear; locale: Locale }) {
  const t = workingDayMessages[locale];
  const worked = year.workedWeekendDays.map((day) => formatDateWithWeekday(locale, day));
  return (
    <>
      <SummaryList
        narrow
        className="my-3 max-w-3xl"
        rows={[
          { term: t.source, value: year.source[locale] },
          { term: t.noticeOn, value: year.noticeOn ? formatDate(locale, year.noticeOn) : t.noNotice },
          {
            term: t.worked,
            value: worked.length > 0 ? worked.join(locale === "zh" ? "、" : "; ") : t.noWorked,
          },
        ]}
      />
      <DataTable
        dense
        className="max-w-3xl"
        caption={`${t.rows} ${year.year}`}
        rows={year.holidays}
        rowKey={({ from }) => from}
        columns={columns(locale)}
      />
    </>
  );
}

function columns(locale: Locale): Column<HolidayYear["holidays"][number]>[] {
  const t = workingDayMessages[locale];
  return [
    { id: "name", head: t.holiday, rowHeader: true, cell: ({ name }) => name[locale] },
    {
      id: "from",
      head: t.from,
      className: "nowrap",
      cell: ({ from }) => formatDateWithWeekday(locale, from),
    },
    { id: "to", head: t.to, className: "nowrap", cell: ({ to }) => formatDateWithWeekday(locale, to) },
    {
      id: "days",
      head: t.days,
      numeric: true,
      cell: ({ from, to }) => t.dayCount(daysBetween(from, to) + 1),
    },
  ];
}

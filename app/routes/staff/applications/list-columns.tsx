import { beijingDay, daysBetween } from "#app/domain/shared/beijing-time.ts";
import { type ListFilter, listQuery, type ListSort } from "#app/domain/applications/list-filter.ts";
import { formatWan } from "#app/domain/shared/money.ts";
import { cityName } from "#app/domain/shared/shanxi-cities.ts";
import type { ListedApplication } from "#app/features/applications/office/list-applications.ts";
import { formatShortDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { staffListMessages } from "#app/i18n/messages/staff-list.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { missingDisciplines } from "../missing-disciplines.ts";
import { StateName } from "../state-name.tsx";
import type { Column } from "#app/ui/data-table.tsx";

export type ListRow = ListedApplication & {
  /** In its present state. */
  days: number;
};

interface ListView {
  locale: Locale;
  now: Date;
  filter: ListFilter;
  /** Whether rows can be ticked to do something with them. */
  selectable: boolean;
}

export function listColumns({ locale, now, filter, selectable }: ListView): Column<ListRow>[] {
  const t = staffListMessages[locale];
  const sorted = (key: ListSort, firstDescending: boolean) => sorting(filter, key, firstDescending);
  return [
    ...(selectable ? [selectColumn(locale)] : []),
    {
      id: "number",
      head: t.number,
      card: "id",
      className: "num-id nowrap",
      ...sorted("number", false),
      cell: ({ number }) => shortNumber(number),
    },
    {
      id: "project",
      head: t.project,
      card: "title",
      className: "lim max-md:max-w-none max-md:whitespace-normal",
      cell: (row) => (
        <a href={`/staff/applications/${row.id}`} title={titleOf(row, locale)} data-row-link="open">
          <b>{titleOf(row, locale)}</b>
        </a>
      ),
    },
    {
      id: "company",
      head: t.company,
      card: "note",
      className: "lim muted",
      cell: (row) => <span title={companyOf(row, locale)}>{companyOf(row, locale)}</span>,
    },
    {
      id: "city",
      head: t.city,
      className: "muted nowrap",
      cell: ({ city }) =>
        locale === "zh" ? cityName(city, locale).replace(/市$/, "") : cityName(city, locale),
    },
    {
      id: "amount",
      head: t.amount,
      numeric: true,
      ...sorted("amount", true),
      cell: ({ amountFen }) => (amountFen === null ? "–" : formatWan(amountFen)),
    },
    {
      id: "state",
      head: t.state,
      card: "state",
      cell: (row) => <StateName state={row.state} overdue={isOverdue(row, now)} />,
    },
    {
      id: "days",
      head: t.days,
      numeric: true,
      card: "corner",
      ...sorted("since", false),
      cell: (row) => (isOverdue(row, now) ? <b className="st-bad">{row.days}</b> : row.days),
    },
    {
      id: "officer",
      head: t.officer,
      card: "end",
      className: "muted nowrap",
      cell: ({ officer }) => officer ?? staffMessages[locale].unclaimed,
    },
    { id: "marks", head: t.marks, className: "muted nowrap", cell: (row) => marks(row, locale, now) },
  ];
}

/** `C5-0063`: the year and the fund's letters are the same on every row. */
export const shortNumber = (number: string | null): string => (number ?? "").replace(/^SXIC-\d{4}-/, "");

export const titleOf = (row: { titleZh: string; titleEn: string }, locale: Locale): string =>
  (locale === "en" && row.titleEn) || row.titleZh;

export const companyOf = (row: { companyZh: string; companyEn: string }, locale: Locale): string =>
  (locale === "en" && row.companyEn) || row.companyZh;

const selectColumn = (locale: Locale): Column<ListRow> => {
  const t = staffListMessages[locale];
  return {
    id: "select",
    className: "w-8",
    head: (
      <label className="hit">
        {/* Of use to a script only, which shows it. */}
        <input type="checkbox" className="checkbox" aria-label={t.selectAll} data-select-all="" hidden />
      </label>
    ),
    cell: (row) => (
      <label className="hit">
        <input
          type="checkbox"
          className="checkbox"
          name="id"
          value={row.id}
          aria-label={t.select(shortNumber(row.number))}
          data-amount={row.amountFen ?? 0}
        />
      </label>
    ),
  };
};

/** A second click on the same head turns the order round. */
function sorting(filter: ListFilter, sort: ListSort, firstDescending: boolean) {
  const current = filter.sort === sort;
  const descending = current ? !filter.descending : firstDescending;
  const sortHref = `/staff/applications?${listQuery({ ...filter, sort, descending })}`;
  // Long in a state means entered early: what is shown falls as the instant rises.
  const shownDescending = sort === "since" ? !filter.descending : filter.descending;
  const direction = shownDescending ? ("descending" as const) : ("ascending" as const);
  return current ? { sortHref, sort: direction } : { sortHref };
}

/** More than a week in the formal check, or a correction past its day. */
function isOverdue(row: ListRow, now: Date): boolean {
  if (row.state === "supplement_required") return row.dueAt !== null && row.dueAt <= now.toISOString();
  return row.state === "formal_review" && row.days > 7;
}

function marks(row: ListRow, locale: Locale, now: Date): string {
  const t = staffListMessages[locale].marksText;
  if (row.state === "supplement_required" && row.dueAt) {
    const left = daysBetween(beijingDay(now), beijingDay(row.dueAt));
    return left === 0 ? t.dueToday : left === 1 ? t.dueTomorrow : t.dueOn(formatShortDate(locale, row.dueAt));
  }
  if (row.state === "formal_review" && row.round > 0) return t.returned;
  const progress = row.reviewers > 0 ? t.reviews(row.reviews, row.reviewers) : "";
  const missing = row.state === "expert_review" ? missingDisciplines(row.missing, locale) : "";
  return [progress, missing].filter(Boolean).join(locale === "zh" ? "，" : ", ");
}

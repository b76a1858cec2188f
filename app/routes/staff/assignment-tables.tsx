import { readMissing } from "#app/domain/reviews/coverage.ts";
import type { ListedApplication } from "#app/features/applications/office/list-applications.ts";
import type { LateReview } from "#app/features/reviews/office/list-late-reviews.ts";
import { formatOverdue, formatShortDate, formatShortDateWithWeekday } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { companyOf, shortNumber, titleOf } from "./applications/list-columns.tsx";
import { missingDisciplines } from "./missing-disciplines.ts";

export type Named = { number: string | null; titleZh: string; titleEn: string };

export const numberColumn = <Row extends Named>(locale: Locale): Column<Row> => ({
  id: "number",
  head: assignMessages[locale].desk.number,
  card: "id",
  className: "num-id nowrap",
  cell: ({ number }) => shortNumber(number),
});

export const projectColumn = <Row extends Named>(
  locale: Locale,
  applicationId: (row: Row) => string,
): Column<Row> => ({
  id: "project",
  head: assignMessages[locale].desk.project,
  card: "title",
  className: "lim max-md:max-w-none max-md:whitespace-normal",
  cell: (row) => (
    <a
      href={`/staff/applications/${applicationId(row)}/reviewers`}
      title={titleOf(row, locale)}
      data-row-link="open"
    >
      <b>{titleOf(row, locale)}</b>
    </a>
  ),
});

interface ShortProps {
  rows: readonly ListedApplication[];
  locale: Locale;
}

/** Applications in review with too few reviewers. */
export function ShortTable({ rows, locale }: ShortProps) {
  const t = assignMessages[locale].desk;
  if (rows.length === 0) return <EmptyState title={t.emptyShort} />;
  return (
    <DataTable
      caption={t.short}
      dense
      layout="cards"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        numberColumn(locale),
        projectColumn<ListedApplication>(locale, ({ id }) => id),
        {
          id: "company",
          head: t.company,
          card: "note",
          className: "lim muted",
          cell: (row) => companyOf(row, locale),
        },
        {
          id: "since",
          head: t.since,
          className: "muted nowrap",
          cell: ({ since }) => formatShortDate(locale, since),
        },
        {
          id: "reviewers",
          head: t.reviewers,
          numeric: true,
          card: "corner",
          cell: ({ reviewers, wanted, missing }) => (
            <>
              <b className={readMissing(missing).total ? "st-warn" : undefined}>{t.of(reviewers, wanted)}</b>
              <span className="st-warn block text-xs">{missingDisciplines(missing, locale)}</span>
            </>
          ),
        },
        { id: "submitted", head: t.submitted, numeric: true, cell: ({ reviews }) => reviews },
        {
          id: "act",
          head: t.assign,
          hideHead: true,
          numeric: true,
          card: "end",
          cell: ({ id }) => (
            <LinkButton size="sm" href={`/staff/applications/${id}/reviewers`}>
              {t.assign}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

interface LateProps {
  rows: readonly LateReview[];
  locale: Locale;
  now: Date;
}

/** Reviews that should be in. */
export function LateTable({ rows, locale, now }: LateProps) {
  const { desk: t, states } = assignMessages[locale];
  if (rows.length === 0) return <EmptyState title={t.emptyLate} />;
  return (
    <DataTable
      caption={t.late}
      dense
      layout="cards"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        numberColumn(locale),
        projectColumn<LateReview>(locale, ({ applicationId }) => applicationId),
        { id: "reviewer", head: t.reviewer, card: "note", cell: ({ reviewer }) => <b>{reviewer}</b> },
        {
          id: "state",
          head: t.state,
          card: "state",
          cell: ({ state }) => <Tag tone={state === "accepted" ? "accent" : "plain"}>{states[state]}</Tag>,
        },
        {
          id: "due",
          head: t.due,
          className: "nowrap",
          cell: ({ dueAt }) => formatShortDateWithWeekday(locale, dueAt),
        },
        {
          id: "overdue",
          head: t.overdue,
          card: "corner",
          className: "nowrap",
          cell: ({ dueAt }) => <b className="st-bad">{formatOverdue(locale, now, dueAt)}</b>,
        },
      ]}
    />
  );
}

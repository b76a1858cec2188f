import { beijingDay, daysBetween } from "#app/domain/shared/beijing-time.ts";
import type { ListedApplication } from "#app/features/applications/office/list-applications.ts";
import type { ListedConflict } from "#app/features/reviews/office/list-conflicts.ts";
import type { LateReview } from "#app/features/reviews/office/list-late-reviews.ts";
import { formatOverdue, formatShortDate, formatShortDateWithWeekday } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { assignMessages } from "#app/i18n/messages/assign.ts";
import { conflictKindMessages } from "#app/i18n/messages/conflict-kinds.ts";
import { staffMessages } from "#app/i18n/messages/staff.ts";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { companyOf, shortNumber, titleOf } from "./applications/list-columns.tsx";

type Named = { number: string | null; titleZh: string; titleEn: string };

const numberColumn = <Row extends Named>(locale: Locale): Column<Row> => ({
  id: "number",
  head: assignMessages[locale].desk.number,
  card: "id",
  className: "num-id nowrap",
  cell: ({ number }) => shortNumber(number),
});

const projectColumn = <Row extends Named>(
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
          cell: ({ reviewers, wanted }) => <b className="st-warn">{t.of(reviewers, wanted)}</b>,
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

interface ConflictProps {
  rows: readonly ListedConflict[];
  locale: Locale;
  now: Date;
  mayJudge: boolean;
}

/** Conflicts nobody has judged yet, each with its two answers. */
export function ConflictTable({ rows, locale, now, mayJudge }: ConflictProps) {
  const { desk: t, page, sources } = assignMessages[locale];
  if (rows.length === 0) return <EmptyState title={t.emptyConflicts} />;
  const columns: Column<ListedConflict>[] = [
    numberColumn(locale),
    projectColumn<ListedConflict>(locale, ({ applicationId }) => applicationId),
    {
      id: "person",
      head: t.person,
      card: "note",
      cell: ({ person, affiliation }) => (
        <>
          <b>{person}</b>
          {affiliation && <span className="muted block text-xs">{affiliation}</span>}
        </>
      ),
    },
    {
      id: "kind",
      head: t.kind,
      cell: ({ kind, note }) => (
        <>
          {conflictKindMessages[locale][kind]}
          {note && <span className="muted block text-xs">{note}</span>}
        </>
      ),
    },
    {
      id: "source",
      head: t.source,
      card: "state",
      cell: ({ source }) => <Tag tone="warn">{sources[source]}</Tag>,
    },
    {
      id: "waited",
      head: t.waited,
      numeric: true,
      card: "corner",
      cell: ({ createdAt }) =>
        staffMessages[locale].home.days(daysBetween(beijingDay(createdAt), beijingDay(now))),
    },
    ...(mayJudge ? [judgeColumn(locale)] : []),
  ];
  return (
    <>
      <DataTable
        caption={t.conflicts}
        dense
        layout="cards"
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
      />
      <p className="muted mt-2 text-xs">{page.declaredStays}</p>
    </>
  );
}

const judgeColumn = (locale: Locale): Column<ListedConflict> => {
  const { desk, page } = assignMessages[locale];
  return {
    id: "judge",
    head: desk.judge,
    card: "end",
    cell: (row) => (
      <details>
        <summary>{desk.judge}</summary>
        <form method="post" noValidate className="min-w-56">
          <input type="hidden" name="application" value={row.applicationId} />
          <input type="hidden" name="person" value={row.personId} />
          <input type="hidden" name="kind" value={row.kind} />
          <label className="block">
            <span className="text-xs font-semibold">{page.verdictNote}</span>
            <textarea className="textarea" name="note" rows={2} maxLength={500} />
          </label>
          <p className="mt-1 flex flex-wrap gap-2">
            <Button size="sm" name="intent" value="dismiss">
              {page.dismiss}
            </Button>
            <Button size="sm" variant="danger" name="intent" value="confirm">
              {page.confirm}
            </Button>
          </p>
        </form>
      </details>
    ),
  };
};

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
